package io.mingshi.governance;

import io.mingshi.contracts.ModelId;
import java.util.List;
import java.util.Optional;

/// Where components are kept; every method takes part in the current transaction.
public interface Components {
    Optional<Component> find(String name);

    /// The registrations in force, in the order of their names.
    List<Component> all();

    /// Those in force that work with this model.
    List<Component> of(ModelId model);

    /// Puts the registration in force; the one before stays as history.
    void keep(Component component);
}
