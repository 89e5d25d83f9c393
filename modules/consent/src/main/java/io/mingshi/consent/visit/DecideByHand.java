package io.mingshi.consent.visit;

import static io.mingshi.consent.ConsentProblem.CHECK_DECIDED;
import static io.mingshi.consent.ConsentProblem.NO_SUCH_CHECK;
import static io.mingshi.consent.ConsentProblem.OWN_INVITATION;
import static io.mingshi.consent.ConsentProblem.REASON_MISSING;

import io.mingshi.consent.Consent;
import io.mingshi.consent.ConsentFacts;
import io.mingshi.consent.Consents;
import io.mingshi.contracts.PersonId;
import io.mingshi.contracts.event.ConsentEvent.ManualCheckDecided;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/// What an officer decides when the passcode failed or a guardian answers.
///
/// The officer never consents for anybody: a confirmed check only lets the visitor go on.
@ApplicationScoped
public class DecideByHand {
    private static final int MAX_REASON = 500;

    private final ManualChecks checks;
    private final Visits visits;
    private final Consents consents;
    private final ConsentFacts facts;
    private final Clock clock;

    DecideByHand(ManualChecks checks, Visits visits, Consents consents, ConsentFacts facts, Clock clock) {
        this.checks = checks;
        this.visits = visits;
        this.consents = consents;
        this.facts = facts;
        this.clock = clock;
    }

    @Transactional
    public List<ManualCheck> waiting() {
        return checks.waiting();
    }

    /// @param reason what the officer saw, in words
    /// @throws io.mingshi.contracts.ProblemException `REASON_MISSING`, `NO_SUCH_CHECK`, `CHECK_DECIDED`, or
    ///     `OWN_INVITATION` for an officer who is the requester
    @Transactional
    public void decide(PersonId officer, String id, boolean confirmed, String reason) {
        if (reason.isBlank() || reason.length() > MAX_REASON) {
            throw REASON_MISSING.with("say in 1 to " + MAX_REASON + " characters what you checked");
        }
        ManualCheck check =
                checks.findForChange(id).orElseThrow(() -> NO_SUCH_CHECK.with("no check by hand has this id"));
        if (check.decision() != null) {
            throw CHECK_DECIDED.with("this check was decided already");
        }
        Instant now = clock.instant();
        Consent consent = consents.find(check.consent()).orElseThrow();
        if (consent.terms().requester().equals(officer)) {
            throw OWN_INVITATION.with("you asked for this consent yourself: another officer decides");
        }
        checks.decide(id, new ManualCheck.Decision(officer, confirmed, reason.strip(), now));
        if (confirmed) {
            Visit visit = visits.latestForChange(consent.terms())
                    .orElseThrow(() -> CHECK_DECIDED.with("whoever came had everything erased since"));
            notOfAnother(check, visit);
            visits.keep(advanced(visit, check.cause(), now));
            if (check.cause() == ManualCheck.Cause.POSSESSION) {
                visits.keepOpen(visit, now.plus(OpenVisit.OPEN_AFTER_OFFICER));
            }
        }
        facts.publish(
                new ManualCheckDecided(check.consent(), check.depicted(), officer, confirmed, reason.strip(), now));
    }

    /// What an officer saw is said of the one who came, and of the page that was open then.
    private static void notOfAnother(ManualCheck check, Visit visit) {
        if (!Objects.equals(check.guardian(), LinkSteps.guardian(visit.visitor()))) {
            throw CHECK_DECIDED.with("another guardian came since: decide on that one's check");
        }
        if (check.cause() == ManualCheck.Cause.POSSESSION && !check.id().equals(visit.awaitedCheck())) {
            throw CHECK_DECIDED.with("the page that this check belongs to is no longer open");
        }
    }

    private static Visit advanced(Visit visit, ManualCheck.Cause cause, Instant now) {
        return switch (cause) {
            case ATTEMPTS_USED_UP ->
                visit.with(new Challenge.Passed(visit.challenge().wrong(), now, Challenge.By.OFFICER));
            case POSSESSION -> visit.with(new Visit.Possession.Found(now));
            case GUARDIANSHIP -> visit.guardianshipFound(now);
        };
    }
}
