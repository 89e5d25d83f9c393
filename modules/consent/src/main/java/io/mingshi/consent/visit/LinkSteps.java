package io.mingshi.consent.visit;

import static io.mingshi.consent.ConsentProblem.LAPSED;
import static io.mingshi.consent.ConsentProblem.LINK_BOUND;
import static io.mingshi.consent.ConsentProblem.NAMED_OTHERWISE;
import static io.mingshi.consent.ConsentProblem.NO_SUCH_INVITATION;
import static io.mingshi.consent.ConsentProblem.NO_SUCH_VISIT;
import static io.mingshi.consent.ConsentProblem.TOO_MANY_TRIES;

import io.mingshi.consent.Consent;
import io.mingshi.consent.ConsentFacts;
import io.mingshi.consent.Consents;
import io.mingshi.consent.Guardian;
import io.mingshi.consent.Terms;
import io.mingshi.contracts.PersonId;
import io.mingshi.contracts.event.ConsentEvent.DepictedPersonVerified;
import io.mingshi.contracts.event.ConsentEvent.ManualCheckOpened;
import io.mingshi.servicekit.id.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What is written on the way through a link; each step is one transaction, so that a kill leaves nothing half done.
@ApplicationScoped
class LinkSteps {
    private final Consents consents;
    private final Visits visits;
    private final ManualChecks checks;
    private final ConsentFacts facts;
    private final Ids ids;
    private final Clock clock;

    LinkSteps(Consents consents, Visits visits, ManualChecks checks, ConsentFacts facts, Ids ids, Clock clock) {
        this.consents = consents;
        this.visits = visits;
        this.checks = checks;
        this.facts = facts;
        this.ids = ids;
        this.clock = clock;
    }

    /// Counts a try before anybody is asked who the visitor is.
    @Transactional
    Terms begin(String token) {
        Consent consent = invitation(token);
        if (consent instanceof Consent.Lapsed) {
            throw LAPSED.with("the period asked for is over: there is nothing left to answer or to withdraw");
        }
        Instant now = clock.instant();
        if (visits.tried(consent.terms().id(), now, now.minus(OpenVisit.TRIES_FORGOTTEN)) > OpenVisit.MOST_TRIES) {
            throw TOO_MANY_TRIES.with(
                    "an identity was tried " + OpenVisit.MOST_TRIES + " times through this link: try again in an hour");
        }
        return consent.terms();
    }

    @Transactional
    OpenVisit.Opened open(Terms terms, Visitor visitor, String name, String secret) {
        if (!consents.mayAnswer(terms.id(), name)) {
            throw NAMED_OTHERWISE.with("this link was made for a person of another name");
        }
        if (!visits.bind(terms.id(), visitor.depicted())) {
            throw LINK_BOUND.with("this link belongs to another person, who opened it before");
        }
        Instant now = clock.instant();
        Visit visit = visits.open(terms, visitor, secret, now.plus(OpenVisit.OPEN));
        facts.publish(new DepictedPersonVerified(
                terms.id(), visitor.depicted(), guardian(visitor), visitor.assurance(), visitor.reference(), now));
        if (visit.awaitsGuardianship()) {
            askAnOfficer(visit, ManualCheck.Cause.GUARDIANSHIP, now);
        }
        return new OpenVisit.Opened(visit, secret);
    }

    /// The visit that this page belongs to; another link's page, an old one and one that somebody made up are refused.
    Visit visit(String token, String secret, Instant now) {
        return visits.findForChange(invitation(token).terms(), secret, now)
                .orElseThrow(() -> NO_SUCH_VISIT.with("this page is no longer open: verify your identity again"));
    }

    Consent consent(Visit visit) {
        return consents.find(visit.terms().id()).orElseThrow();
    }

    void askAnOfficer(Visit visit, ManualCheck.Cause cause, Instant now) {
        PersonId depicted = visit.visitor().depicted();
        var check =
                new ManualCheck(ids.next(), visit.terms().id(), depicted, cause, guardian(visit.visitor()), now, null);
        if (checks.open(check)) {
            facts.publish(new ManualCheckOpened(check.consent(), depicted, cause.name(), now));
        }
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
