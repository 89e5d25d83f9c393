package io.mingshi.moderation;

import io.mingshi.contracts.PersonId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Where proposals are kept; every method takes part in the current transaction.
public interface Proposals {
    void keep(Proposal proposal);

    /// The proposals that wait for approval, the oldest first.
    List<Proposal> open(int limit);

    /// Nobody else decides this proposal until the transaction ends.
    Optional<Found> findForChange(String id);

    void approved(String id, PersonId approver, Instant at, long version);

    /// A proposal and whether it is approved already.
    record Found(Proposal proposal, boolean approved) {}
}
