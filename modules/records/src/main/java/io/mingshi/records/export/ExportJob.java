package io.mingshi.records.export;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// Works on exports one after another, on one instance at a time; the others wait until it stops.
@Singleton
class ExportJob {
    private static final Logger LOG = Logger.getLogger(ExportJob.class);
    private static final Duration IDLE = Duration.ofSeconds(1);
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    /// How often an export is tried before it is given up.
    private static final int ATTEMPTS = 5;

    private final Exports exports;
    private final MakeExport makeExport;
    private final Map<String, Integer> failures = new HashMap<>();
    private volatile boolean running;
    private @Nullable CountDownLatch stopped;

    ExportJob(Exports exports, MakeExport makeExport) {
        this.exports = exports;
        this.makeExport = makeExport;
    }

    void start(@Observes StartupEvent started) {
        start();
    }

    /// Returns when nothing is written any more; the part under way is thrown away and made again later.
    void stop(@Observes @Priority(1) ShutdownEvent ending) throws InterruptedException {
        stop();
    }

    void start() {
        CountDownLatch latch = new CountDownLatch(1);
        stopped = latch;
        running = true;
        Thread.ofVirtual().name("records-export").start(() -> {
            try {
                run();
            } finally {
                latch.countDown();
            }
        });
    }

    void stop() throws InterruptedException {
        running = false;
        CountDownLatch latch = stopped;
        if (latch != null && !latch.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
            LOG.warn("an export is still being written while the process ends");
        }
    }

    private void run() {
        while (running) {
            try {
                Optional<Exports.Turn> turn = exports.turn();
                if (turn.isPresent()) {
                    try (Exports.Turn mine = turn.get()) {
                        work(mine);
                    }
                }
            } catch (RuntimeException e) {
                LOG.error("the exports cannot be worked on; trying again", e);
            }
            pause();
        }
    }

    private void work(Exports.Turn turn) {
        makeExport.deleteOverdue();
        for (Optional<Export> next = exports.next(); running && next.isPresent(); next = exports.next()) {
            if (!step(next.get(), turn)) {
                return;
            }
        }
    }

    /// @return whether the next one can be worked on at once
    private boolean step(Export export, Exports.Turn turn) {
        String id = export.order().id();
        try {
            return makeExport.make(export, turn, () -> running);
        } catch (ExportTooLarge e) {
            makeExport.giveUp(export, String.valueOf(e.getMessage()));
            return true;
        } catch (IOException | RuntimeException e) {
            turn.check();
            LOG.errorf(e, "the export %s failed; trying again", id);
            if (failures.merge(id, 1, Integer::sum) < ATTEMPTS) {
                return false;
            }
            failures.remove(id);
            makeExport.giveUp(
                    export,
                    "the export failed " + ATTEMPTS
                            + " times: the log of the service says why; order it again when that is mended");
            return true;
        }
    }

    private static void pause() {
        try {
            Thread.sleep(IDLE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
