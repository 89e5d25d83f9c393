package io.mingshi.records.verification;

import static io.mingshi.records.RecordsProblem.VERIFICATION_RUNNING;

import io.mingshi.servicekit.id.Ids;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// Starts verifications, every night and when asked, one at a time among all instances, and takes up those that
/// a process left behind.
@Singleton
class VerificationRuns {
    private static final Logger LOG = Logger.getLogger(VerificationRuns.class);
    private static final String SCHEDULE = "schedule";

    /// A process that works gives a sign of life much more often.
    private static final Duration UNSEEN = Duration.ofMinutes(2);

    private final VerificationRows rows;
    private final VerifyRecords verifyRecords;
    private final Ids ids;
    private final AtomicReference<@Nullable Thread> running = new AtomicReference<>();
    private volatile boolean ending;

    VerificationRuns(VerificationRows rows, VerifyRecords verifyRecords, Ids ids) {
        this.rows = rows;
        this.verifyRecords = verifyRecords;
        this.ids = ids;
    }

    /// The id of a new verification, which has begun.
    String start(String startedBy) {
        String id = ids.next();
        String runner = ids.next();
        if (!rows.begin(id, startedBy, runner)) {
            throw VERIFICATION_RUNNING.with("one verification at a time: wait until the running one is finished");
        }
        launch(id, runner);
        return id;
    }

    @Scheduled(
            identity = "records-verification",
            cron = "${mingshi.records.verification.cron}",
            timeZone = "Asia/Shanghai")
    void nightly() {
        String id = ids.next();
        String runner = ids.next();
        if (rows.begin(id, SCHEDULE, runner)) {
            launch(id, runner);
        } else {
            LOG.info("no verification is started tonight: one is running");
        }
    }

    @Scheduled(identity = "records-verification-resume", every = "30s", delayed = "10s")
    void resume() {
        if (running.get() == null && !ending) {
            String runner = ids.next();
            rows.takeOver(runner, UNSEEN).ifPresent(verification -> {
                LOG.infof(
                        "verification %s goes on at %d of %d",
                        verification.id(), verification.next(), verification.size());
                launch(verification.id(), runner);
            });
        }
    }

    void stop(@Observes @Priority(1) ShutdownEvent stopping) throws InterruptedException {
        ending = true;
        Thread thread = running.get();
        if (thread != null) {
            thread.join(Duration.ofSeconds(10));
        }
    }

    /// A thread of the platform: hashing for hours must not keep virtual threads from being carried.
    private void launch(String id, String runner) {
        Thread thread = Thread.ofPlatform()
                .daemon()
                .name("records-verification")
                .unstarted(() -> {
                    try {
                        verifyRecords.run(id, runner, () -> !ending);
                        if (ending) {
                            rows.release(runner);
                        }
                    } finally {
                        running.set(null);
                    }
                });
        running.set(thread);
        thread.start();
    }
}
