package io.mingshi.consent.visit;

import io.mingshi.contracts.ConsentId;
import java.util.List;
import java.util.Optional;

/// The queue of what officers check by hand; every method takes part in the current transaction.
public interface ManualChecks {
    /// Adds it, unless one for the same cause is open.
    ///
    /// @return whether it was added
    boolean open(ManualCheck check);

    /// Deletes those of this cause that nobody decided.
    void drop(ConsentId consent, ManualCheck.Cause cause);

    /// What waits, the oldest first, at most [#PAGE].
    List<ManualCheck> waiting();

    /// Nobody else changes it until the transaction ends.
    Optional<ManualCheck> findForChange(String id);

    void decide(String id, ManualCheck.Decision decision);

    /// How many one answer lists at most.
    int PAGE = 100;
}
