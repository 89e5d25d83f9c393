package io.mingshi.moderation.report;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.concurrent.atomic.AtomicLong;
import org.jboss.logging.Logger;

/// Lets reports be sent, and counts those whose receipt is late, in the metric
/// `mingshi.moderation.reports.overdue` and in the log.
@ApplicationScoped
class ReportClock {
    private static final Logger LOG = Logger.getLogger(ReportClock.class);

    private final SendReports send;
    private final Reports reports;
    private final Clock clock;
    private final AtomicLong overdue = new AtomicLong();

    ReportClock(SendReports send, Reports reports, Clock clock, MeterRegistry meters) {
        this.send = send;
        this.reports = reports;
        this.clock = clock;
        Gauge.builder("mingshi.moderation.reports.overdue", overdue, AtomicLong::get)
                .description("reports to the authority without a receipt past their time")
                .register(meters);
    }

    @Scheduled(every = "${mingshi.moderation.report-check}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @RunOnVirtualThread
    void tick() {
        send.send();
        long late = QuarkusTransaction.requiringNew().call(() -> reports.overdue(clock.instant()));
        if (late > overdue.getAndSet(late)) {
            LOG.warnf("%d reports have no receipt of the authority past their time", late);
        }
    }
}
