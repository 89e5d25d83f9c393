package io.mingshi.servicekit.event;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/// Shows how many events of each module wait in its dead letters; they need a person, but do not stop the service.
@Readiness
class DeadLetterHealth implements HealthCheck {
    private final Instance<Inbox> inboxes;

    DeadLetterHealth(@Any Instance<Inbox> inboxes) {
        this.inboxes = inboxes;
    }

    @Override
    public HealthCheckResponse call() {
        var response = HealthCheckResponse.named("dead letters").up();
        inboxes.forEach(inbox -> response.withData(inbox.module(), inbox.deadLetters()));
        return response.build();
    }
}
