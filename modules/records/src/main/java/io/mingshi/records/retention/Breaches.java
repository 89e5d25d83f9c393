package io.mingshi.records.retention;

import io.mingshi.contracts.PersonId;
import io.mingshi.records.retention.BreachFacts.Affected;
import java.util.List;
import java.util.Optional;

/// Where breaches are kept; every method takes part in the current transaction.
public interface Breaches {
    /// Keeps the notice, and finds whom it concerns.
    ///
    /// @return how many persons
    long keep(Breach breach, Affected affected);

    Optional<Breach> find(String id);

    /// Whom it concerns, after one of them, in order.
    List<PersonId> affected(String id, String after, int limit);
}
