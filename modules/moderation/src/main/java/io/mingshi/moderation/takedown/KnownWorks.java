package io.mingshi.moderation.takedown;

import io.mingshi.contracts.ProduceId;
import java.util.Optional;

/// Where the works of the gateway are noted; every method takes part in the current transaction.
public interface KnownWorks {
    /// Does nothing for one that is noted already.
    void add(KnownWork work);

    Optional<KnownWork> find(ProduceId work);
}
