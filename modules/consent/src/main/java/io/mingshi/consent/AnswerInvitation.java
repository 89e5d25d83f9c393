package io.mingshi.consent;

import static io.mingshi.consent.ConsentProblem.ALREADY_ANSWERED;
import static io.mingshi.consent.ConsentProblem.CHILD_EXPECTED;
import static io.mingshi.consent.ConsentProblem.LAPSED;
import static io.mingshi.consent.ConsentProblem.LINK_BOUND;
import static io.mingshi.consent.ConsentProblem.NAMED_OTHERWISE;
import static io.mingshi.consent.ConsentProblem.NOTICE_DIFFERS;
import static io.mingshi.consent.ConsentProblem.NOT_SEPARATE;
import static io.mingshi.consent.ConsentProblem.NO_SUCH_INVITATION;
import static io.mingshi.consent.ConsentProblem.OWN_INVITATION;

import io.mingshi.contracts.ConsentId;
import io.mingshi.contracts.PersonId;
import io.mingshi.contracts.ProblemException;
import io.mingshi.contracts.event.ConsentEvent.ConsentGranted;
import io.mingshi.contracts.event.ConsentEvent.ConsentRefused;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
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
    /// @throws io.mingshi.contracts.ProblemException `NO_SUCH_INVITATION`, `OWN_INVITATION`, `LINK_BOUND`,
    ///     `NAMED_OTHERWISE`, `ALREADY_ANSWERED`, `LAPSED`, `NOT_SEPARATE`, `NOTICE_DIFFERS` or `CHILD_EXPECTED`
    @Transactional
    public Consent.Active grant(Answerer answerer, String token, @Nullable String noticeVersion, boolean separately) {
        Terms terms = open(answerer, token).terms();
        if (!separately) {
            throw NOT_SEPARATE.with("consent is an action of its own: send separately as true when the person ticked"
                    + " exactly this and nothing else; agreeing to general terms is not consent");
        }
        if (!terms.noticeVersion().equals(noticeVersion)) {
            throw NOTICE_DIFFERS.with("the invitation shows the notice " + terms.noticeVersion()
                    + ": read it again and send its version");
        }
        return granted(terms, answerer, clock.instant());
    }

    private Consent.Active granted(Terms terms, Answerer answerer, Instant now) {
        Guardian guardian = answerer.guardian();
        if (guardian != null && !now.isBefore(guardian.until())) {
            throw CHILD_EXPECTED.with("the depicted person is 14 now and answers for themselves");
        }
        PersonId depicted = answerer.depicted();
        var active = new Consent.Active(terms, depicted, guardian, Evidence.of(terms, answerer, now), now);
        consents.change(active);
        facts.publish(new ConsentGranted(
                terms.id(),
                terms.requester(),
                depicted,
                active.evidence().hash(),
                now,
                guardian == null ? null : guardian.person()));
        return active;
    }

    /// @throws io.mingshi.contracts.ProblemException `NO_SUCH_INVITATION`, `OWN_INVITATION`, `LINK_BOUND`,
    ///     `NAMED_OTHERWISE`, `ALREADY_ANSWERED` or `LAPSED`
    @Transactional
    public Consent.Refused refuse(Answerer answerer, String token) {
        Terms terms = open(answerer, token).terms();
        var refused = new Consent.Refused(terms, answerer.depicted(), clock.instant());
        consents.change(refused);
        facts.publish(new ConsentRefused(terms.id(), terms.requester(), refused.depicted(), refused.refusedAt()));
        return refused;
    }

    private Consent.Requested open(Answerer answerer, String token) {
        Consent consent = consents.findByTokenForChange(token).orElseThrow(AnswerInvitation::noSuchInvitation);
        if (consent.terms().requester().equals(answerer.depicted())) {
            throw OWN_INVITATION.with("you asked for this consent: send the link to the depicted person");
        }
        belongsTo(answerer.depicted(), consent.terms().id());
        return switch (consent) {
            case Consent.Requested requested -> requested;
            case Consent.Lapsed _ -> throw LAPSED.with("the period asked for is over: a new request is needed");
            case Consent.Active _, Consent.Refused _, Consent.Withdrawn _ ->
                throw ALREADY_ANSWERED.with("this invitation was answered: each link takes one answer");
        };
    }

    private void belongsTo(PersonId depicted, ConsentId id) {
        Optional<PersonId> owner = consents.boundTo(id);
        if (owner.isPresent() && !owner.get().equals(depicted)) {
            throw LINK_BOUND.with("this link belongs to another person, who opened it before");
        }
        if (owner.isEmpty() && !consents.mayAnswer(id, null)) {
            throw NAMED_OTHERWISE.with("the request names the depicted person: verify your identity on the page of the"
                    + " link, where the name is compared");
        }
    }

    static ProblemException noSuchInvitation() {
        return NO_SUCH_INVITATION.with("no invitation has this link: ask the requester for the whole link");
    }
}
