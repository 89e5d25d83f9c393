package io.mingshi.moderation.rollout;

import io.mingshi.contracts.PersonId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Where candidates are kept; every method takes part in the current transaction.
public interface Candidates {
    void keep(Candidate candidate);

    /// The candidates that wait for a decision, the oldest first.
    List<Candidate> open(int limit);

    Optional<Candidate> find(String id);

    /// Nobody else decides this candidate until the transaction ends.
    Optional<Candidate> findForChange(String id);

    /// @param version that it became; null when it was discarded
    void decided(String id, Candidate.State state, PersonId by, Instant at, @Nullable Long version);
}
