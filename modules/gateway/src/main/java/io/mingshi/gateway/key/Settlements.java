package io.mingshi.gateway.key;

import io.mingshi.gateway.key.QuotaLedger.Settled;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// Settles soon what requests used, many in one transaction, so that no request waits for it.
///
/// What a crash or a full queue leaves unsettled stays reserved, and is later kept as used in full.
@ApplicationScoped
class Settlements {
    private static final Logger LOG = Logger.getLogger(Settlements.class);
    private static final int BATCH = 500;
    private static final int WAITING = 50_000;
    private static final Duration LAST = Duration.ofSeconds(10);

    private final QuotaLedger ledger;
    private final BlockingQueue<Settled> waiting = new LinkedBlockingQueue<>(WAITING);
    private volatile boolean running;
    private volatile @Nullable Thread worker;

    Settlements(QuotaLedger ledger) {
        this.ledger = ledger;
    }

    void add(Settled settled) {
        if (!waiting.offer(settled)) {
            LOG.errorf("what the request %s used stays reserved: too much waits to be settled", settled.admission());
        }
    }

    void start(@Observes StartupEvent started) {
        running = true;
        worker = Thread.ofVirtual().name("settlements").start(this::run);
    }

    /// Waits until the rest is settled.
    void stop(@Observes @Priority(1) ShutdownEvent stopped) throws InterruptedException {
        running = false;
        Thread last = worker;
        if (last != null) {
            last.join(LAST);
        }
    }

    private void run() {
        try {
            while (running || !waiting.isEmpty()) {
                Settled first = waiting.poll(100, TimeUnit.MILLISECONDS);
                if (first != null) {
                    List<Settled> batch = new ArrayList<>(List.of(first));
                    waiting.drainTo(batch, BATCH - 1);
                    settle(batch);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void settle(List<Settled> batch) {
        try {
            ledger.settle(batch);
        } catch (RuntimeException e) {
            LOG.errorf(e, "what %d requests used is not settled and stays reserved", batch.size());
        }
    }
}
