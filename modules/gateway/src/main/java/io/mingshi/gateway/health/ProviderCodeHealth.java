package io.mingshi.gateway.health;

import io.mingshi.labels.LabelEngine;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.jboss.logging.Logger;

/// Refuses to start without a valid provider code, and shows that there is one.
@Readiness
@ApplicationScoped
class ProviderCodeHealth implements HealthCheck {
    private static final Logger LOG = Logger.getLogger(ProviderCodeHealth.class);

    private final LabelEngine engine;

    ProviderCodeHealth(LabelEngine engine) {
        this.engine = engine;
    }

    void check(@Observes StartupEvent started) {
        LOG.debugf("works are labelled in the name of %s", engine.producer());
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("gateway provider code")
                .status(!engine.producer().value().isEmpty())
                .build();
    }
}
