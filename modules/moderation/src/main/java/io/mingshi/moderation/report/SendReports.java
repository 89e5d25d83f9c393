package io.mingshi.moderation.report;

import io.mingshi.contracts.event.ModerationEvent.ReportReceipted;
import io.mingshi.moderation.ModerationFacts;
import io.mingshi.moderation.report.AuthorityChannel.Outcome;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// Sends what waits, one report after another; no transaction is open while the authority is asked.
@ApplicationScoped
class SendReports {
    /// For how long another process leaves a report alone that one is sending.
    private static final Duration BUSY = Duration.ofMinutes(1);

    private final Reports reports;
    private final AuthorityChannel authority;
    private final ModerationFacts facts;
    private final Clock clock;

    SendReports(Reports reports, AuthorityChannel authority, ModerationFacts facts, Clock clock) {
        this.reports = reports;
        this.authority = authority;
        this.facts = facts;
        this.clock = clock;
    }

    /// Until nothing waits any more.
    void send() {
        Optional<Report> next = take();
        while (next.isPresent()) {
            Report report = next.get();
            Outcome outcome = authority.send(report.number(), report.content());
            QuarkusTransaction.requiringNew().run(() -> enter(report, outcome));
            next = take();
        }
    }

    private Optional<Report> take() {
        Instant now = clock.instant();
        return QuarkusTransaction.requiringNew().call(() -> reports.take(now, now.plus(BUSY)));
    }

    private void enter(Report report, Outcome outcome) {
        Instant now = clock.instant();
        switch (outcome) {
            case Outcome.Failed failed -> failed(report, failed.problem(), now);
            case Outcome.Receipted receipted -> {
                if (reports.receipted(report.number(), receipted.receipt(), now)) {
                    facts.publish(new ReportReceipted(report.number(), report.about(), receipted.receipt(), now));
                } else {
                    failed(report, "the authority gave the receipt of another report", now);
                }
            }
        }
    }

    private void failed(Report report, String problem, Instant now) {
        reports.failed(report.number(), problem, now.plus(Report.pauseAfter(report.attempts())));
    }
}
