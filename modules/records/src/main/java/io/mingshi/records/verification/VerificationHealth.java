package io.mingshi.records.verification;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/// Shows the last result and how old it is. A result that is old is an alarm too: whoever can stop the
/// verification could hide behind an old one.
@Readiness
@Singleton
class VerificationHealth implements HealthCheck {
    private final VerificationRows rows;
    private final Clock clock;

    VerificationHealth(VerificationRows rows, Clock clock) {
        this.rows = rows;
        this.clock = clock;
    }

    void register(@Observes StartupEvent started, MeterRegistry meters) {
        meters.gauge("mingshi.records.verification.findings", this, VerificationHealth::findings);
        meters.gauge("mingshi.records.verification.age.seconds", this, VerificationHealth::age);
    }

    @Override
    public HealthCheckResponse call() {
        var response = HealthCheckResponse.named("records verification").up();
        Optional<Verification> last = rows.last();
        if (last.isEmpty()) {
            return response.withData("result", "NONE").build();
        }
        return response.withData("result", last.get().outcome())
                .withData("verification", last.get().id())
                .withData("findings", last.get().findings())
                .withData("finished", String.valueOf(last.get().finishedAt()))
                .withData("age in hours", (long) (age() / Duration.ofHours(1).toSeconds()))
                .build();
    }

    /// Not a number while there is no result, and after a verification that failed.
    private double findings() {
        return rows.last()
                .filter(last -> last.state() == Verification.State.FINISHED)
                .map(last -> (double) last.findings())
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
