package io.mingshi.records.retention;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.concurrent.atomic.AtomicInteger;

/// Runs by itself every night; what it could not take away is the metric `mingshi.records.retention.failed`.
@Singleton
class RetentionJob {
    private final RunRetention runRetention;
    private final KeepErasures keepErasures;
    private final Holdings holdings;
    private final Clock clock;
    private final AtomicInteger failed = new AtomicInteger();

    RetentionJob(
            RunRetention runRetention,
            KeepErasures keepErasures,
            Holdings holdings,
            Clock clock,
            MeterRegistry meters) {
        this.runRetention = runRetention;
        this.keepErasures = keepErasures;
        this.holdings = holdings;
        this.clock = clock;
        Gauge.builder("mingshi.records.retention.failed", failed, AtomicInteger::get)
                .description("classes and months whose period is over and that could not go last night")
                .register(meters);
    }

    /// Before anything is served: the database may have been restored from an old backup.
    void start(@Observes StartupEvent started) {
        keepErasures.reapply();
    }

    @Scheduled(
            cron = "${mingshi.records.retention.cron}",
            timeZone = "Asia/Shanghai",
            concurrentExecution = ConcurrentExecution.SKIP)
    @RunOnVirtualThread
    void run() {
        keepErasures.reapply();
        failed.set(runRetention.run().failed().size());
        keepErasures.write();
        holdings.countClosed(clock.instant());
    }

    @Scheduled(every = "10s", concurrentExecution = ConcurrentExecution.SKIP)
    @RunOnVirtualThread
    void write() {
        keepErasures.write();
    }
}
