package io.mingshi.records.reconciliation;

import static io.mingshi.records.RecordsProblem.RECONCILIATION_RUNNING;

import io.micrometer.core.instrument.MeterRegistry;
import io.mingshi.servicekit.id.Ids;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/// Starts reconciliations, every night and when asked, one at a time among all instances.
@Singleton
class ReconciliationRuns {
    private static final Logger LOG = Logger.getLogger(ReconciliationRuns.class);

    private final ReconciliationRows rows;
    private final ReconcileWorks reconcileWorks;
    private final Ids ids;
    private final Clock clock;
    private final Settings settings;

    ReconciliationRuns(
            ReconciliationRows rows, ReconcileWorks reconcileWorks, Ids ids, Clock clock, Settings settings) {
        this.rows = rows;
        this.reconcileWorks = reconcileWorks;
        this.ids = ids;
        this.clock = clock;
        this.settings = settings;
    }

    /// How nightly reconciliations work.
    @Singleton
    static final class Settings {
        private final double share;
        private final Duration grace;

        /// @param share of the objects whose bytes are read, from 0 to 1
        /// @param grace how long an object may be there before its record
        Settings(
                @ConfigProperty(name = "mingshi.records.reconciliation.share") double share,
                @ConfigProperty(name = "mingshi.records.reconciliation.grace") Duration grace) {
            if (share < 0 || share > 1) {
                throw new IllegalArgumentException("mingshi.records.reconciliation.share is from 0 to 1");
            }
            this.share = share;
            this.grace = grace;
        }
    }

    void register(@Observes StartupEvent started, MeterRegistry meters) {
        meters.gauge("mingshi.records.reconciliation.findings", this, ReconciliationRuns::findings);
        meters.gauge("mingshi.records.reconciliation.age.seconds", this, ReconciliationRuns::age);
    }

    /// The id of a new reconciliation, which has begun.
    ///
    /// @param share of the objects whose bytes are read; empty for the one that is set
    String start(String startedBy, Optional<Double> share) {
        String id = ids.next();
        if (!rows.begin(id, startedBy)) {
            throw RECONCILIATION_RUNNING.with("one reconciliation at a time: wait until the running one is finished");
        }
        launch(id, share.orElse(settings.share), settings.grace);
        return id;
    }

    @Scheduled(
            identity = "records-reconciliation",
            cron = "${mingshi.records.reconciliation.cron}",
            timeZone = "Asia/Shanghai")
    void nightly() {
        String id = ids.next();
        if (rows.begin(id, "schedule")) {
            launch(id, settings.share, settings.grace);
        } else {
            LOG.info("no reconciliation is started tonight: one is running");
        }
    }

    /// A thread of the platform: hashing for hours must not keep virtual threads from being carried.
    private void launch(String id, double share, Duration grace) {
        Instant recorded = clock.instant().minus(grace);
        Thread.ofPlatform()
                .daemon()
                .name("records-reconciliation")
                .start(() -> reconcileWorks.run(id, share, recorded));
    }

    private double findings() {
        return rows.last()
                .filter(last -> !last.outcome().equals("FAILED"))
                .map(last -> (double) last.findingCount())
                .orElse(Double.NaN);
    }

    private double age() {
        return rows.last()
                .flatMap(last -> Optional.ofNullable(last.finishedAt()))
                .map(finished ->
                        (double) Duration.between(finished, clock.instant()).toSeconds())
                .orElse(Double.NaN);
    }
}
