package io.mingshi.moderation.sanction;

import io.mingshi.contracts.AdmissionId;
import io.mingshi.contracts.PersonId;
import io.mingshi.contracts.event.GatewayEvent.RequestRefused;
import io.mingshi.contracts.moderation.SanctionKind;
import io.mingshi.moderation.AbuseRule;
import io.mingshi.moderation.Policy;
import io.mingshi.moderation.Reasons;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/// Counts what rules blocked, and suspends the account where the published rule on abuse says so.
///
/// Violations are counted by their own time, so that it does not matter in which order they are heard of.
/// What led to one suspension does not lead to the next.
@ApplicationScoped
@Transactional
public class CountViolations {
    private static final Set<String> VIOLATIONS = Set.of("INPUT_BLOCKED", "OUTPUT_BLOCKED");

    private final Violations violations;
    private final SanctionLedger sanctions;
    private final ImposeSanction impose;
    private final AbuseRule rule;
    private final Clock clock;

    CountViolations(
            Violations violations, SanctionLedger sanctions, ImposeSanction impose, AbuseRule rule, Clock clock) {
        this.rule = rule;
        this.violations = violations;
        this.sanctions = sanctions;
        this.impose = impose;
        this.clock = clock;
    }

    /// Takes part in the transaction in which the refusal is kept.
    public void refused(RequestRefused refusal) {
        if (!VIOLATIONS.contains(refusal.problem())) {
            return;
        }
        PersonId person = refusal.person();
        violations.lock(person);
        violations.add(refusal.admission(), person, refusal.problem(), refusal.refusedAt());
        var before = sanctions.automatic(person);
        Instant after = before.last().orElse(Instant.EPOCH);
        List<AdmissionId> inARow = violations.inARow(person, after);
        if (inARow.size() >= rule.inARow()) {
            suspend(person, before.times(), inARow.size() + " violations in a row", inARow);
            return;
        }
        List<AdmissionId> onTheDay = onTheDay(person, after, refusal.refusedAt());
        if (onTheDay.size() >= rule.onADay()) {
            suspend(person, before.times(), onTheDay.size() + " violations on one day", onTheDay);
        }
    }

    private List<AdmissionId> onTheDay(PersonId person, Instant after, Instant at) {
        LocalDate day = LocalDate.ofInstant(at, AbuseRule.ZONE);
        return violations.between(
                person,
                after,
                day.atStartOfDay(AbuseRule.ZONE).toInstant(),
                day.plusDays(1).atStartOfDay(AbuseRule.ZONE).toInstant());
    }

    private void suspend(PersonId person, long earlier, String reason, List<AdmissionId> evidence) {
        var reasons = new Reasons(
                Policy.REPEATED_VIOLATIONS,
                reason,
                evidence.stream().map(admission -> "refusal " + admission).toList());
        Instant until = clock.instant().plus(AbuseRule.suspension(earlier));
        impose.imposeByRule(new Wanted(person, SanctionKind.SUSPENSION, reasons, until));
    }
}
