package io.mingshi.consent.visit;

import static io.mingshi.consent.ConsentProblem.LAPSED;
import static io.mingshi.consent.ConsentProblem.LINK_BOUND;
import static io.mingshi.consent.ConsentProblem.NAMED_OTHERWISE;
import static io.mingshi.consent.ConsentProblem.NO_SUCH_INVITATION;
import static io.mingshi.consent.ConsentProblem.NO_SUCH_VISIT;
import static io.mingshi.consent.ConsentProblem.PAGE_IN_USE;

import io.mingshi.consent.Consent;
import io.mingshi.consent.ConsentFacts;
import io.mingshi.consent.Consents;
import io.mingshi.consent.Guardian;
import io.mingshi.consent.Terms;
import io.mingshi.contracts.PersonId;
import io.mingshi.contracts.event.ConsentEvent.DepictedPersonVerified;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What is written on the way through a link; each step is one transaction, so that a kill leaves nothing
/// half done.
@ApplicationScoped
class LinkSteps {
    private final Consents consents;
    private final Visits visits;
    private final AskOfficer officers;
    private final ConsentFacts facts;
    private final Clock clock;

    LinkSteps(Consents consents, Visits visits, AskOfficer officers, ConsentFacts facts, Clock clock) {
        this.consents = consents;
        this.visits = visits;
        this.officers = officers;
        this.facts = facts;
        this.clock = clock;
    }

    /// What the link is about, before anybody is asked who the visitor is.
    @Transactional
    Consent asked(String token) {
        Consent consent = invitation(token);
        if (consent instanceof Consent.Lapsed) {
            throw LAPSED.with("the period asked for is over: there is nothing left to answer or to withdraw");
        }
        return consent;
    }

    /// Under which other name, such as that of an account, somebody consented; empty where nobody did.
    @Transactional
    Optional<PersonId> consentedAsAnother(Terms terms, PersonId visitor) {
        return consents.find(terms.id()).orElseThrow() instanceof Consent.Active active
                        && !active.depicted().equals(visitor)
                ? Optional.of(active.depicted())
                : Optional.empty();
    }

    /// @param name in one spelling; null when the proof names nobody
    @Transactional
    OpenVisit.Opened open(Terms terms, Visitor visitor, @Nullable String name, String secret) {
        if (!consents.mayAnswer(terms.id(), name)) {
            throw NAMED_OTHERWISE.with("this link was made for a person of another name, or you were proven without a"
                    + " name: verify yourself by mobile number or document");
        }
        if (!visits.bind(terms.id(), visitor.depicted())) {
            throw LINK_BOUND.with("this link belongs to another person, who opened it before");
        }
        Instant now = clock.instant();
        boolean answered = isAnswered(terms);
        if (!visitor.possession() && !answered && visits.isOpenForSure(terms.id(), now)) {
            throw PAGE_IN_USE.with("this page is open already for who showed more than a document number: go on there,"
                    + " or verify yourself by mobile number");
        }
        Visit visit = visits.open(
                officers.possession(terms, visitor, answered, now),
                terms,
                visitor,
                new Visits.Page(secret, now.plus(OpenVisit.OPEN)));
        facts.publish(new DepictedPersonVerified(
                terms.id(), visitor.depicted(), guardian(visitor), visitor.assurance(), visitor.reference(), now));
        if (visit.awaitsGuardianship() && !answered) {
            officers.ask(visit, ManualCheck.Cause.GUARDIANSHIP, now);
        }
        return new OpenVisit.Opened(visit, secret);
    }

    /// Once it is answered nothing is left that others could take away, and who withdraws waits for no page.
    /// [PIPL-15](https://www.cac.gov.cn/2021-08/20/c_1631050028355286.htm)
    private boolean isAnswered(Terms terms) {
        return !(consents.find(terms.id()).orElseThrow() instanceof Consent.Requested);
    }

    /// The visit that this page belongs to; another link's page, an old one and one that somebody made up are
    /// refused.
    Visit visit(String token, String secret, Instant now) {
        return visits.findForChange(invitation(token).terms(), secret, now)
                .orElseThrow(() -> NO_SUCH_VISIT.with("this page is no longer open: verify your identity again"));
    }

    Consent consent(Visit visit) {
        return consents.find(visit.terms().id()).orElseThrow();
    }

    private Consent invitation(String token) {
        return consents.findByToken(token)
                .orElseThrow(() ->
                        NO_SUCH_INVITATION.with("no invitation has this link: ask the requester for the whole link"));
    }

    static @Nullable PersonId guardian(Visitor visitor) {
        Guardian guardian = visitor.guardian();
        return guardian == null ? null : guardian.person();
    }
}
