package io.mingshi.moderation.takedown;

import static io.mingshi.contracts.CommonProblem.MODULE_UNREACHABLE;
import static io.mingshi.moderation.ModerationProblem.ALREADY_TAKEN_DOWN;
import static io.mingshi.moderation.ModerationProblem.WORK_UNKNOWN;

import io.mingshi.contracts.PersonId;
import io.mingshi.contracts.ProduceId;
import io.mingshi.contracts.event.ModerationEvent.TakedownOrdered;
import io.mingshi.moderation.AbuseRule;
import io.mingshi.moderation.ModerationFacts;
import io.mingshi.moderation.Policy;
import io.mingshi.moderation.Reasons;
import io.mingshi.moderation.report.QueueReport;
import io.mingshi.moderation.second.TwoPeople;
import io.mingshi.moderation.statement.IssueStatement;
import io.mingshi.moderation.statement.IssueStatement.Because;
import io.mingshi.moderation.statement.IssueStatement.Restricted;
import io.mingshi.moderation.statement.Restriction;
import io.mingshi.moderation.statement.Statement;
import io.mingshi.moderation.statement.Statement.Detected;
import io.mingshi.servicekit.id.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Takes a work down: decision, order to stop serving and to block its re-upload, statement of reasons and
/// report are one transaction.
///
/// [CSL-49](https://www.cac.gov.cn/2025-12/29/c_1768735112911946.htm),
/// [GAI-14](http://www.cac.gov.cn/2023-07/13/c_1690898327029107.htm)
@ApplicationScoped
@Transactional
public class TakeDown {
    /// How long the record of a new work may take from the gateway to here.
    private static final Duration ON_THE_WAY = Duration.ofSeconds(30);

    private final KnownWorks works;
    private final TakedownLedger takedowns;
    private final Consequences consequences;
    private final Ids ids;
    private final Clock clock;

    TakeDown(KnownWorks works, TakedownLedger takedowns, Consequences consequences, Ids ids, Clock clock) {
        this.works = works;
        this.takedowns = takedowns;
        this.consequences = consequences;
        this.ids = ids;
        this.clock = clock;
    }

    /// What came of it.
    ///
    /// @param report the number under which it is reported; empty where the policy asks for no report
    public record Done(Takedown takedown, Statement statement, Optional<String> report) {}

    /// @throws io.mingshi.contracts.ProblemException `WORK_UNKNOWN`, `OWN_ITEM`, `ALREADY_TAKEN_DOWN`
    public Done order(ProduceId id, Reasons reasons, Detected detected, PersonId by) {
        KnownWork work = works.find(id)
                .orElseThrow(() -> WORK_UNKNOWN.with("no work has this number; a new one is known within seconds"));
        TwoPeople.requireOther(work.owner(), by);
        var takedown = new Takedown(ids.next(), id, work.owner(), reasons, by, clock.instant(), null);
        if (!takedowns.add(takedown)) {
            throw ALREADY_TAKEN_DOWN.with("the work " + id + " is taken down: see GET /api/moderation/takedowns");
        }
        return consequences.of(takedown, work, detected);
    }

    /// Explains and blocks what an officer took down after a complaint; does nothing to a work that is down,
    /// and to a number that no work has.
    ///
    /// The gateway has taken it down by then: of the officer's own work, the platform stands for the decision.
    ///
    /// @throws io.mingshi.contracts.ProblemException `MODULE_UNREACHABLE` while the record of the work may
    ///     still be on its way, upon which it is tried again
    public void complaintUpheld(ProduceId work, String ticket, PersonId officer, Instant resolvedAt) {
        if (takedowns.isDown(work) || !arrived(work, resolvedAt)) {
            return;
        }
        var reasons = new Reasons(
                Policy.RIGHTS_OF_OTHERS, "a complaint about this work was upheld", List.of("complaint " + ticket));
        order(work, reasons, Detected.BY_COMPLAINT, own(work, officer) ? AbuseRule.PLATFORM : officer);
    }

    private boolean own(ProduceId work, PersonId officer) {
        return works.find(work).filter(known -> known.owner().equals(officer)).isPresent();
    }

    private boolean arrived(ProduceId work, Instant resolvedAt) {
        boolean known = works.find(work).isPresent();
        if (!known && clock.instant().isBefore(resolvedAt.plus(ON_THE_WAY))) {
            throw MODULE_UNREACHABLE.with("the record of the work " + work + " has not arrived here yet");
        }
        return known;
    }

    /// What a takedown brings with it.
    @ApplicationScoped
    static class Consequences {
        private final ModerationFacts facts;
        private final IssueStatement statements;
        private final QueueReport reports;

        Consequences(ModerationFacts facts, IssueStatement statements, QueueReport reports) {
            this.facts = facts;
            this.statements = statements;
            this.reports = reports;
        }

        Done of(Takedown takedown, KnownWork work, Detected detected) {
            facts.publish(order(takedown, work));
            var statement = statements.issue(
                    new Restricted(
                            work.owner(), Restriction.TAKEDOWN, takedown.decision(), work.work(), work.kind(), null),
                    new Because(
                            takedown.reasons().policy(),
                            null,
                            takedown.reasons().reason(),
                            detected,
                            takedown.by()));
            Optional<String> report = takedown.reasons().policy().reported()
                    ? Optional.of(reports.queue(takedown.decision(), takedown.reasons(), work.contentHash()))
                    : Optional.empty();
            return new Done(takedown, statement, report);
        }

        private static TakedownOrdered order(Takedown takedown, KnownWork work) {
            return new TakedownOrdered(
                    work.work(),
                    takedown.decision(),
                    takedown.reasons().reason(),
                    takedown.by(),
                    takedown.at(),
                    work.contentHash(),
                    work.watermark(),
                    work.fingerprint());
        }
    }
}
