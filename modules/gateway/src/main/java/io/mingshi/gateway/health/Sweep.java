package io.mingshi.gateway.health;

import io.mingshi.gateway.generation.Deliveries;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;

/// Tidies up after crashes, at the start and then every minute, on every instance.
@ApplicationScoped
class Sweep {
    private final Deliveries deliveries;

    Sweep(Deliveries deliveries) {
        this.deliveries = deliveries;
    }

    @Scheduled(identity = "gateway-sweep", every = "60s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @RunOnVirtualThread
    void run() {
        deliveries.sweep();
    }
}
