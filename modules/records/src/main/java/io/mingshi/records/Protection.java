package io.mingshi.records;

import java.time.Instant;

/// What keeps an archived object from being deleted, as read back from the store.
public sealed interface Protection {
    /// The object must stay until then.
    Instant retainUntil();

    /// The store itself refuses to delete the object.
    ///
    /// @param held whether a legal hold keeps it also after that time
    record Locked(Instant retainUntil, boolean held) implements Protection {}

    /// Only this platform refuses to delete the object; whoever has keys to the store can.
    ///
    /// @param answer what the store said about locking
    record Unlocked(Instant retainUntil, String answer) implements Protection {}
}
