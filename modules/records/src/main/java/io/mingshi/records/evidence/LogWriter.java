package io.mingshi.records.evidence;

import io.mingshi.evidencelog.EvidenceLog;
import io.mingshi.evidencelog.EvidenceLogException;
import io.mingshi.evidencelog.LogSettings;
import io.mingshi.evidencelog.note.SignedNote;
import io.mingshi.evidencelog.note.VerifierKey;
import io.mingshi.evidencelog.store.FolderStore;
import io.mingshi.evidencelog.store.LogReader;
import io.mingshi.records.LogLedger;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// Appends the seal of every record to the evidence log, in the order of the positions, so that a record's position is
/// its index there. Of all instances that share the folder one writes; the others wait until it stops.
///
/// The log never has two opinions of a position: what it was told once stays, and a database that lost records goes on
/// after them.
@Singleton
class LogWriter {
    /// What became of the attempt to write.
    enum State {
        /// Not started, or stopped.
        STOPPED,
        /// This instance writes.
        WRITING,
        /// Another instance writes.
        STANDBY,
        /// Writing failed and is tried again; what is kept meanwhile waits in the database.
        FAILED
    }

    private static final Logger LOG = Logger.getLogger(LogWriter.class);
    private static final Duration IDLE = Duration.ofMillis(100);
    private static final Duration RETRY = Duration.ofSeconds(2);

    private final LogConfiguration configuration;
    private final LogLedger ledger;
    private final Cosigning cosigning;
    private final Clock clock;
    private final AtomicReference<State> state = new AtomicReference<>(State.STOPPED);
    private final CountDownLatch stopped = new CountDownLatch(1);
    private volatile boolean running;
    private volatile @Nullable String failure;

    LogWriter(LogConfiguration configuration, LogLedger ledger, Cosigning cosigning, Clock clock) {
        this.configuration = configuration;
        this.ledger = ledger;
        this.cosigning = cosigning;
        this.clock = clock;
    }

    State state() {
        return state.get();
    }

    /// Why writing failed; null while it does not.
    @Nullable
    String failure() {
        return failure;
    }

    void start(@Observes StartupEvent started) {
        running = true;
        Thread.ofVirtual().name("records-log").start(this::run);
    }

    /// Returns when nothing is written any more.
    void stop(@Observes @Priority(1) ShutdownEvent ending) throws InterruptedException {
        running = false;
        if (!stopped.await(RETRY.toSeconds() * 5, TimeUnit.SECONDS)) {
            LOG.warn("the evidence log is still being written while the process ends");
        }
    }

    private void run() {
        try {
            while (running) {
                attempt();
                pause(RETRY);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            state.set(State.STOPPED);
            stopped.countDown();
        }
    }

    private void attempt() throws InterruptedException {
        try (EvidenceLog log = open()) {
            failure = null;
            state.set(State.WRITING);
            write(log);
        } catch (EvidenceLogException e) {
            switch (e.code()) {
                case LOCKED, FENCED -> state.set(State.STANDBY);
                case MALFORMED, TOO_LARGE, UNTRUSTED, NOT_FOUND, DAMAGED, FAILED, UNSUITABLE, CLOSED -> failed(e);
            }
        } catch (IOException | RuntimeException e) {
            failed(e);
        }
    }

    private void failed(Exception e) {
        if (running) {
            failure = String.valueOf(e.getMessage());
            state.set(State.FAILED);
            LOG.errorf(e, "the evidence log cannot be written; trying again");
        }
    }

    private EvidenceLog open() throws IOException {
        FolderStore store = FolderStore.open(configuration.folder());
        try {
            prepare(store);
        } catch (IOException | RuntimeException e) {
            store.close();
            throw e;
        }
        return EvidenceLog.open(store, configuration.signer(), new LogSettings(Duration.ofMillis(250), 0));
    }

    /// A log is made once, for records that belong to none yet; one that is missing later was lost or moved.
    private void prepare(FolderStore store) throws IOException {
        VerifierKey own = configuration.signer().verifier();
        Optional<VerifierKey> bound = ledger.key();
        if (bound.isEmpty()) {
            if (store.read(LogReader.CHECKPOINT).isEmpty()) {
                EvidenceLog.create(store, configuration.signer());
            }
            ledger.bind(own);
        } else if (!bound.get().sameKeyAs(own)) {
            throw EvidenceLogException.Code.UNTRUSTED.with("the records belong to the log with the key " + bound.get()
                    + ", but mingshi.records.log.key and .origin are those of " + own + ": set the former again");
        }
    }

    private void write(EvidenceLog log) throws InterruptedException {
        long next = log.size();
        while (running) {
            if (ledger.next() < next) {
                LOG.errorf(
                        "the evidence log has %d entries, the database only %d: an older state of the database was"
                                + " restored; verify tells which records are lost",
                        next, ledger.next());
                ledger.forward(next, clock.instant());
            }
            Batch batch = Batch.of(ledger, next);
            if (batch.entries().isEmpty()) {
                keepCheckpoint(log);
                pause(IDLE);
            } else {
                long first = log.appendAll(batch.entries()).getFirst().index();
                if (first != next) {
                    throw new IllegalStateException("the log gave the index " + first + " to the position " + next);
                }
                next += batch.entries().size();
            }
        }
    }

    private void keepCheckpoint(EvidenceLog log) throws InterruptedException {
        SignedNote checkpoint = log.checkpoint();
        cosigning.cosign(log, checkpoint).ifPresent(note -> ledger.keep(note, clock.instant()));
    }

    private static void pause(Duration duration) throws InterruptedException {
        Thread.sleep(duration);
    }
}
