package io.mingshi.gateway.health;

import io.mingshi.gateway.generation.Deliveries;
import io.mingshi.gateway.key.QuotaLedger;
import io.mingshi.gateway.work.SupplyUnlabelled;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;

/// Tidies up after crashes, at the start and then every minute, on every instance.
@ApplicationScoped
class Sweep {
    /// Longer than the attempts at a model's servers before a stream begins.
    private static final Duration MARGIN = Duration.ofMinutes(10);

    private final Deliveries deliveries;

    private final QuotaLedger quotas;
    private final Clock clock;

    private final SupplyUnlabelled supplies;

    Sweep(Deliveries deliveries, QuotaLedger quotas, Clock clock, SupplyUnlabelled supplies) {
        this.supplies = supplies;
        this.deliveries = deliveries;
        this.quotas = quotas;
        this.clock = clock;
    }

    @Scheduled(identity = "gateway-sweep", every = "60s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @RunOnVirtualThread
    void run() {
        deliveries.sweep();
        quotas.settleReservedBefore(
                clock.instant().minus(deliveries.streamLimit()).minus(MARGIN));
        supplies.sweep();
    }
}
