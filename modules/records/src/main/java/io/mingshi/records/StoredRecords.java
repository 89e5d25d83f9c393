package io.mingshi.records;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;

/// All rows as they are stored, in streams, for whoever checks or counts them. Used outside of transactions.
public interface StoredRecords {
    /// Rows with positions from the first to before the second, in order.
    void between(long from, long to, Consumer<Stored> rows);

    /// Rows with positions that were never given.
    void outside(Consumer<Stored> rows);

    /// Rows with these event ids, wherever they are.
    void of(Collection<String> eventIds, Consumer<Stored> rows);

    /// Rows of a type that were received from the first instant to before the second, in the order of
    /// positions.
    void received(String type, Instant from, Instant to, Consumer<Stored> rows);

    /// Rows of a type that are about one of these subjects.
    void about(String type, Collection<String> subjects, Consumer<Stored> rows);

    /// Where one of these payloads is stored.
    List<Place> holding(Collection<Sealed> payloads);

    /// Which record.
    ///
    /// @param payload what is stored there, encrypted
    record Place(long position, String eventId, Sealed payload) {}
}
