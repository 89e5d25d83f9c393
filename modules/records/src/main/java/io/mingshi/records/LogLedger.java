package io.mingshi.records;

import io.mingshi.evidencelog.note.SignedNote;
import io.mingshi.evidencelog.note.VerifierKey;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What the database knows of the evidence log; every method is a transaction of its own.
public interface LogLedger {
    /// How many positions were given to records.
    long next();

    /// What is to be appended from a position on, in order; fewer only at the end.
    List<Pending> pending(long from, int limit);

    /// The key of the log to which the records belong; empty before there is one.
    Optional<VerifierKey> key();

    /// Binds the records to the log with this key, for good.
    void bind(VerifierKey key);

    /// Gives no position below this one any more, and remembers that the log had been ahead.
    void forward(long size, Instant now);

    /// Where the log was found ahead of the database: records that were lost with an older state.
    List<Ahead> ahead();

    /// Remembers a checkpoint, or one more time with more cosignatures.
    void keep(SignedNote checkpoint, Instant now);

    /// The remembered checkpoints from a size on, smallest first.
    List<SignedNote> checkpoints(long fromSize, int limit);

    /// The remembered checkpoint with the most entries.
    Optional<SignedNote> newestCheckpoint();

    /// Positions that the log has and the database had lost when that was noticed.
    record Ahead(long first, long last, Instant noticedAt) {}
}
