package io.mingshi.records.archiving;

import io.mingshi.records.RetentionClass;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// What is in the archive, and what is not yet; every method takes part in the current transaction.
public interface Segments {
    /// False when another instance is at it.
    boolean begin();

    /// The records of a class and month that are in the evidence log and not in the archive, in order.
    ///
    /// @param logged how many records are in the evidence log
    Waiting waiting(RetentionClass retentionClass, YearMonth month, long logged);

    /// The same records themselves, one after another.
    void rows(Waiting waiting, int limit, Consumer<SealedRow> each);

    void written(Segment segment);

    /// The segment was held, released or given a longer period.
    void changed(Segment segment);

    /// The object is gone.
    void deleted(Segment segment);

    /// Those of a class and month, in order.
    List<Segment> of(RetentionClass retentionClass, YearMonth month);

    /// Those whose class and month are gone from the database and whose period is over.
    List<Segment> expired(Instant now);

    /// Those among whose records some are under a legal hold, or were when last looked at.
    List<Held> held();

    /// The one that has this position, if any does.
    List<Segment> around(long position);

    /// Puts a record back: in place of what is there, or where nothing is.
    void restore(SealedRow row);

    /// What is in the archive, by class.
    List<Summary> summaries();

    /// Records that wait for the archive.
    ///
    /// @param first the lowest position
    /// @param oldest when the first of them was received; empty when none waits
    record Waiting(
            RetentionClass retentionClass,
            YearMonth month,
            long first,
            long logged,
            long count,
            Optional<Instant> oldest) {}

    /// @param mustHold whether a legal hold in force covers any of its records
    record Held(Segment segment, boolean mustHold) {}

    /// @param locked how many of the objects the store refuses to delete
    record Summary(RetentionClass retentionClass, long objects, long locked, long held, long records) {}
}
