package io.mingshi.records;

import io.mingshi.contracts.event.Event;
import java.time.Instant;

/// What a fact that was just kept means for what is kept: a later start of a period, an erasure.
public interface Consequences {
    /// Takes part in the current transaction.
    ///
    /// @param now when it was kept
    void of(Event fact, Instant now);
}
