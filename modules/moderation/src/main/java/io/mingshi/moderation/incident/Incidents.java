package io.mingshi.moderation.incident;

import java.util.List;
import java.util.Optional;

/// Where incidents are kept; every method takes part in the current transaction.
public interface Incidents {
    void add(Incident incident);

    /// Nobody else changes it until the transaction ends.
    Optional<Incident> findForChange(String number);

    void update(Incident incident);

    /// The latest first.
    List<Incident> latest(int limit);
}
