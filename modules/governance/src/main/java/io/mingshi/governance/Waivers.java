package io.mingshi.governance;

import io.mingshi.contracts.ModelId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Where waivers are kept; every method takes part in the current transaction.
public interface Waivers {
    /// Those in force for this model, those that end last first.
    List<Waiver> of(ModelId model, Instant now);

    /// Those in force, in the order of the models' names.
    List<Waiver> all(Instant now);

    void keep(Waiver waiver);

    /// Ends it; empty when there is none in force under this number.
    Optional<Waiver> end(String id, Instant now);
}
