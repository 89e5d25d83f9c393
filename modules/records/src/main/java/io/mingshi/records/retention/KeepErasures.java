package io.mingshi.records.retention;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.logging.Logger;

/// Carries erasures over a restore of the database: they are written into the ledger after their commit, and
/// done again when the database turns out not to know them.
@Singleton
public class KeepErasures {
    private static final Logger LOG = Logger.getLogger(KeepErasures.class);
    private static final int BATCH = 1_000;

    private final LedgerLines lines;
    private final ErasureLedger ledger;

    KeepErasures(LedgerLines lines, ErasureLedger ledger) {
        this.lines = lines;
        this.ledger = ledger;
    }

    /// Writes what waits. A crash after the write repeats the lines, which does no harm.
    public void write() {
        int written;
        do {
            written = QuarkusTransaction.requiringNew().call(this::writeBatch);
        } while (written == BATCH);
    }

    /// Destroys again what the ledger lists and the database still has.
    ///
    /// @return how many keys were there again
    public int reapply() {
        var again = new AtomicInteger();
        try {
            ledger.read(
                    entries -> again.addAndGet(QuarkusTransaction.requiringNew().call(() -> lines.apply(entries))));
        } catch (IOException e) {
            throw new UncheckedIOException("the erasure ledger cannot be read: without it nothing is served", e);
        }
        if (again.get() > 0) {
            LOG.warnf(
                    "%d keys that had been destroyed were there again, as after the restore of a backup: they are"
                            + " destroyed again",
                    again.get());
        }
        return again.get();
    }

    private int writeBatch() throws IOException {
        List<LedgerLines.Line> waiting = lines.waiting(BATCH);
        if (!waiting.isEmpty()) {
            ledger.append(waiting.stream().map(LedgerLines.Line::text).toList());
            lines.written(waiting);
        }
        return waiting.size();
    }
}
