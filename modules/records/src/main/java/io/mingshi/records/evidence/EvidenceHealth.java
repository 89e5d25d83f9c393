package io.mingshi.records.evidence;

import io.micrometer.core.instrument.MeterRegistry;
import io.mingshi.contracts.ProblemException;
import io.mingshi.records.Evidence;
import io.mingshi.records.LogLedger;
import io.mingshi.records.ProducerProgress;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Clock;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.jboss.logging.Logger;

/// Shows how far the evidence log is behind, and what is missing. None of it stops the service: records are kept, and
/// an
/// alarm needs a person.
@Readiness
@Singleton
class EvidenceHealth implements HealthCheck {
    private static final Logger LOG = Logger.getLogger(EvidenceHealth.class);

    private final LogWriter writer;
    private final LogLedger ledger;
    private final Evidence evidence;
    private final ProducerProgress producers;
    private final Clock clock;

    EvidenceHealth(LogWriter writer, LogLedger ledger, Evidence evidence, ProducerProgress producers, Clock clock) {
        this.writer = writer;
        this.ledger = ledger;
        this.evidence = evidence;
        this.producers = producers;
        this.clock = clock;
    }

    void register(@Observes StartupEvent started, MeterRegistry meters) {
        meters.gauge("mingshi.records.unlogged", this, health -> health.unlogged());
        meters.gauge("mingshi.records.missing.events", this, health -> health.missing());
        meters.gauge(
                "mingshi.records.log.ahead",
                this,
                health -> health.ledger.ahead().size());
    }

    @Override
    public HealthCheckResponse call() {
        var response = HealthCheckResponse.named("evidence log")
                .up()
                .withData("state", writer.state().name())
                .withData("unlogged", Double.toString(unlogged()))
                .withData("missing events", missing())
                .withData("reused numbers", producers.repeats())
                .withData("restored from an older state", ledger.ahead().size());
        String failure = writer.failure();
        if (failure != null) {
            response.withData("failure", failure);
        }
        return response.build();
    }

    /// Records that are not in the log yet; not a number while the log cannot be read.
    private double unlogged() {
        try {
            return Math.max(0, ledger.next() - evidence.size());
        } catch (ProblemException e) {
            LOG.debug("the size of the log is not known", e);
            return Double.NaN;
        }
    }

    private long missing() {
        return producers.gaps(clock.instant()).stream()
                .mapToLong(gap -> gap.last() - gap.first() + 1)
                .sum();
    }
}
