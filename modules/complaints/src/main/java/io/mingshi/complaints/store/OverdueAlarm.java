package io.mingshi.complaints.store;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.mingshi.complaints.Tickets;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.concurrent.atomic.AtomicLong;
import org.jboss.logging.Logger;

/// Counts the tickets that are past the promised limit, as the metric `mingshi.complaints.overdue` and in the log.
@ApplicationScoped
class OverdueAlarm {
    private static final Logger LOG = Logger.getLogger(OverdueAlarm.class);

    private final Tickets tickets;
    private final Clock clock;
    private final AtomicLong overdue = new AtomicLong();

    OverdueAlarm(Tickets tickets, Clock clock, MeterRegistry meters) {
        this.tickets = tickets;
        this.clock = clock;
        Gauge.builder("mingshi.complaints.overdue", overdue, AtomicLong::get)
                .description("open complaints past the promised limit")
                .register(meters);
    }

    @Scheduled(every = "${mingshi.complaints.overdue-check}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @RunOnVirtualThread
    @Transactional
    void count() {
        long now = tickets.overdue(clock.instant());
        if (now > overdue.getAndSet(now)) {
            LOG.warnf("%d complaints are past the promised limit: resolve them from the queue", now);
        }
    }
}
