package io.mingshi.moderation.second;

import io.mingshi.contracts.PersonId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Where deeds wait; every method takes part in the current transaction.
public interface Deeds {
    /// @return false when the same waits already
    boolean add(Deed deed);

    /// The oldest first.
    List<Deed> waiting(int limit);

    /// Nobody else decides on this one until the transaction ends.
    Optional<Deed> findForChange(String id);

    void decided(String id, PersonId second, Instant at, boolean confirmed);
}
