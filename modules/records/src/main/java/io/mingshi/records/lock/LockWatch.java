package io.mingshi.records.lock;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;

/// Asks the store at the start and then every hour, on every instance; every minute while it cannot be
/// reached.
@ApplicationScoped
class LockWatch {
    private final ProbedStorage storage;

    LockWatch(ProbedStorage storage) {
        this.storage = storage;
    }

    @Scheduled(
            identity = "records-object-lock",
            every = "60s",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @RunOnVirtualThread
    void run() {
        storage.fresh();
    }
}
