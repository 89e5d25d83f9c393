package io.mingshi.moderation.takedown;

import io.mingshi.contracts.PersonId;
import io.mingshi.contracts.ProduceId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Where takedowns are kept; every method takes part in the current transaction.
public interface TakedownLedger {
    /// @return false when the work is down already
    boolean add(Takedown takedown);

    boolean isDown(ProduceId work);

    /// Nobody else changes it until the transaction ends.
    Optional<Takedown> findForChange(String decision);

    void revoked(String decision, PersonId by, Instant at);

    /// The latest first.
    List<Takedown> latest(int limit);
}
