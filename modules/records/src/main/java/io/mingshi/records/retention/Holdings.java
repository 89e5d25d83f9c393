package io.mingshi.records.retention;

import io.mingshi.records.RetentionClass;
import java.time.Instant;
import java.util.List;

/// Counts what is kept.
public interface Holdings {
    /// One for each class of which anything is kept.
    ///
    /// Months that are over were counted when [#countClosed] last ran; what was kept since is counted now.
    List<Held> held();

    /// Counts the months that are over and were not counted yet, each in a transaction of its own.
    void countClosed(Instant now);

    /// What is kept of a class.
    ///
    /// @param oldest receipt of the oldest record
    /// @param newest receipt of the newest
    record Held(RetentionClass retentionClass, long count, Instant oldest, Instant newest) {}
}
