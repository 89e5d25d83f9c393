package io.mingshi.records;

import java.util.List;

/// Reads any number of records in the order of their positions, some at a time; outside of transactions.
public interface RecordScan {
    /// How many records after a position and below another are selected.
    long count(RecordSelection selection, long after, long before);

    /// The next selected positions after one and below another; fewer than the limit only at the end.
    List<Found> find(RecordSelection selection, long after, long before, int limit);

    /// The selected records from a position to another, both included.
    List<KeptRecord> read(RecordSelection selection, long first, long last);

    /// A record that is there.
    ///
    /// @param bytes of its encrypted text
    record Found(long position, int bytes) {}
}
