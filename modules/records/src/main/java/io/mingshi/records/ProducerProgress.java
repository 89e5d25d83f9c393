package io.mingshi.records;

import io.mingshi.servicekit.event.Received;
import java.time.Instant;
import java.util.List;

/// Follows the counters of the producers: one that is skipped is a fact that is missing.
public interface ProducerProgress {
    /// Notes what arrived, in the current transaction.
    void note(List<Received> events, Instant now);

    /// Facts that their producers counted and that did not arrive within a minute, oldest first.
    List<Gap> gaps(Instant now);

    /// Events whose number had been used by another event before: their producer was set back to an older state.
    long repeats();

    /// Numbers of one counter of a producer that are missing.
    ///
    /// @param first the first of them
    /// @param last the last of them
    record Gap(String source, int lane, long first, long last, Instant noticedAt) {}
}
