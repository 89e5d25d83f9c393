package io.mingshi.records.lock;

import io.mingshi.records.ArchiveStorage;
import io.mingshi.records.ObjectLock;
import java.util.stream.Collectors;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/// Shows whether the store can lock; not ready without a lock only where the operator requires one.
@Readiness
class ObjectLockHealth implements HealthCheck {
    private final ArchiveStorage storage;

    ObjectLockHealth(ArchiveStorage storage) {
        this.storage = storage;
    }

    @Override
    public HealthCheckResponse call() {
        ObjectLock lock = storage.lock();
        var response = HealthCheckResponse.named("records object lock")
                .status(lock instanceof ObjectLock.Offered || !storage.lockRequired())
                .withData("required", storage.lockRequired())
                .withData("seenAt", lock.seenAt().toString());
        return switch (lock) {
            case ObjectLock.Offered offered ->
                response.withData("state", "OFFERED")
                        .withData(
                                "refused",
                                offered.refused().stream()
                                        .map(ObjectLock.Refusal::attempt)
                                        .collect(Collectors.joining("; ")))
                        .build();
            case ObjectLock.NotOffered not ->
                response.withData("state", "NOT_OFFERED")
                        .withData("answer", not.answer())
                        .build();
            case ObjectLock.Unreachable unreachable ->
                response.withData("state", "UNREACHABLE")
                        .withData("reason", unreachable.reason())
                        .build();
        };
    }
}
