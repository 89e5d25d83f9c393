package io.mingshi.moderation.report;

import io.quarkus.narayana.jta.QuarkusTransaction;
import java.time.Clock;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/// Shows how many reports wait for the authority and how many are late; they need a person, but do not stop
/// the service.
@Readiness
class ReportHealth implements HealthCheck {
    private final Reports reports;
    private final Clock clock;

    ReportHealth(Reports reports, Clock clock) {
        this.reports = reports;
        this.clock = clock;
    }

    @Override
    public HealthCheckResponse call() {
        return QuarkusTransaction.requiringNew()
                .call(() -> HealthCheckResponse.named("reports to the authority")
                        .up()
                        .withData("waiting", reports.waiting())
                        .withData("overdue", reports.overdue(clock.instant()))
                        .build());
    }
}
