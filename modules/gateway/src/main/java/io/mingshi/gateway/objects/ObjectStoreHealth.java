package io.mingshi.gateway.objects;

import io.mingshi.contracts.ProblemException;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/// Ready only while works can be stored.
@Readiness
class ObjectStoreHealth implements HealthCheck {
    private static final String NAME = "gateway object store";

    private final Bucket bucket;

    ObjectStoreHealth(Bucket bucket) {
        this.bucket = bucket;
    }

    @Override
    public HealthCheckResponse call() {
        try {
            return HealthCheckResponse.named(NAME).status(bucket.ready()).build();
        } catch (ProblemException e) {
            return HealthCheckResponse.named(NAME)
                    .down()
                    .withData("reason", e.detail())
                    .build();
        }
    }
}
