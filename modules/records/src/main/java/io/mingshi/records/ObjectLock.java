package io.mingshi.records;

import java.time.Instant;
import java.util.List;

/// Whether the store of the archive can refuse to delete, as it was last seen to answer.
///
/// A lock binds everyone who has keys to the store, the operator's own included. It does not bind whoever
/// runs the store's machines: against that only a second store in other hands helps.
public sealed interface ObjectLock {
    /// When the store was asked.
    Instant seenAt();

    /// The store refused every attempt to remove a version under retention, and the version was still there
    /// afterwards.
    ///
    /// @param refused what was attempted and how the store answered
    record Offered(Instant seenAt, List<Refusal> refused) implements ObjectLock {
        public Offered {
            refused = List.copyOf(refused);
        }
    }

    /// The store does not lock, or says that it does and was seen to give way.
    ///
    /// @param answer what the store answered or did
    record NotOffered(Instant seenAt, String answer) implements ObjectLock {}

    /// The store could not be asked: nothing is known.
    record Unreachable(Instant seenAt, String reason) implements ObjectLock {}

    /// One attempt against a version under retention, and the store's answer to it.
    record Refusal(String attempt, String answer) {}
}
