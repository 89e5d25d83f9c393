package io.mingshi.consent;

import static io.mingshi.consent.ConsentProblem.ALREADY_ANSWERED;
import static io.mingshi.consent.ConsentProblem.LAPSED;
import static io.mingshi.consent.ConsentProblem.NAMED_OTHERWISE;
import static io.mingshi.consent.ConsentProblem.NOTICE_DIFFERS;
import static io.mingshi.consent.ConsentProblem.NOT_SEPARATE;
import static io.mingshi.consent.ConsentProblem.NO_SUCH_INVITATION;
import static io.mingshi.consent.ConsentProblem.OWN_INVITATION;

import io.mingshi.contracts.PersonId;
import io.mingshi.contracts.ProblemException;
import io.mingshi.contracts.event.ConsentEvent.ConsentGranted;
import io.mingshi.contracts.event.ConsentEvent.ConsentRefused;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Takes the depicted person's own answer.
///
/// A grant counts only as an action of its own on the notice that was shown, by somebody other than the requester.
/// [PIPL-14, 29](https://www.cac.gov.cn/2021-08/20/c_1631050028355286.htm)
@ApplicationScoped
public class AnswerInvitation {
    private final Consents consents;
    private final ConsentFacts facts;
    private final Clock clock;

    AnswerInvitation(Consents consents, ConsentFacts facts, Clock clock) {
        this.consents = consents;
        this.facts = facts;
        this.clock = clock;
    }

    /// @param noticeVersion the version of the notice on which the person decided
    /// @param separately true when the person consented to this alone, by an action of its own
    /// @throws io.mingshi.contracts.ProblemException `NO_SUCH_INVITATION`, `OWN_INVITATION`, `ALREADY_ANSWERED`,
    ///     `LAPSED`, `NOT_A_NATURAL_PERSON`, `NOT_SEPARATE` or `NOTICE_DIFFERS`
    @Transactional
    public Consent.Active grant(
            VerifiedPerson answerer, String token, @Nullable String noticeVersion, boolean separately) {
        Terms terms = open(answerer, token).terms();
        PersonId depicted = answerer.asDepicted();
        if (!separately) {
            throw NOT_SEPARATE.with("consent is an action of its own: send separately as true when the person ticked"
                    + " exactly this and nothing else; agreeing to general terms is not consent");
        }
        if (!terms.noticeVersion().equals(noticeVersion)) {
            throw NOTICE_DIFFERS.with("the invitation shows the notice " + terms.noticeVersion()
                    + ": read it again and send its version");
        }
        Instant now = clock.instant();
        var active = new Consent.Active(terms, depicted, Evidence.of(terms, depicted, now), now);
        consents.change(active);
        facts.publish(new ConsentGranted(
                terms.id(), terms.requester(), depicted, active.evidence().hash(), now, null));
        return active;
    }

    /// @throws io.mingshi.contracts.ProblemException `NO_SUCH_INVITATION`, `OWN_INVITATION`, `ALREADY_ANSWERED`,
    ///     `LAPSED` or `NOT_A_NATURAL_PERSON`
    @Transactional
    public Consent.Refused refuse(VerifiedPerson answerer, String token) {
        Terms terms = open(answerer, token).terms();
        var refused = new Consent.Refused(terms, answerer.asDepicted(), clock.instant());
        consents.change(refused);
        facts.publish(new ConsentRefused(terms.id(), terms.requester(), refused.depicted(), refused.refusedAt()));
        return refused;
    }

    private Consent.Requested open(VerifiedPerson answerer, String token) {
        Consent consent = consents.findByTokenForChange(token).orElseThrow(AnswerInvitation::noSuchInvitation);
        if (consent.terms().requester().equals(answerer.id())) {
            throw OWN_INVITATION.with("you asked for this consent: send the link to the depicted person");
        }
        if (!consents.mayAnswer(consent.terms().id(), null)) {
            throw NAMED_OTHERWISE.with("the request names the depicted person: verify your identity on the page of the"
                    + " link, where the name is compared");
        }
        return switch (consent) {
            case Consent.Requested requested -> requested;
            case Consent.Lapsed _ -> throw LAPSED.with("the period asked for is over: a new request is needed");
            case Consent.Active _, Consent.Refused _, Consent.Withdrawn _ ->
                throw ALREADY_ANSWERED.with("this invitation was answered: each link takes one answer");
        };
    }

    static ProblemException noSuchInvitation() {
        return NO_SUCH_INVITATION.with("no invitation has this link: ask the requester for the whole link");
    }
}
