package io.mingshi.governance;

import io.mingshi.contracts.governance.PauseScope;
import java.util.List;
import java.util.Optional;

/// Where pauses are kept; every method takes part in the current transaction.
public interface PausedParts {
    Optional<Pause> find(PauseScope scope);

    List<Pause> all();

    /// Begins the pause, or changes the reason of the one in force.
    void keep(Pause pause);

    /// Whether there was a pause to end.
    boolean end(PauseScope scope);
}
