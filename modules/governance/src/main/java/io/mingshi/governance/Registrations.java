package io.mingshi.governance;

import io.mingshi.contracts.ModelId;
import java.util.List;
import java.util.Optional;

/// Where registrations are kept; every method takes part in the current transaction.
public interface Registrations {
    Optional<Registration> find(ModelId model);

    /// The registrations in force, in the order of the models' names.
    List<Registration> all();

    /// Puts the registration in force; the one before stays as history.
    void keep(Registration registration);
}
