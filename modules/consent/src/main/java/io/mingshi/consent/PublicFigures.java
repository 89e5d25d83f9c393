package io.mingshi.consent;

import io.mingshi.contracts.PersonId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// People whose face and voice are not edited at all; every method takes part in the current transaction.
public interface PublicFigures {
    /// @param name in one spelling
    /// @param reason what a requester is told
    record Listed(String name, String reason, PersonId listedBy, Instant listedAt) {}

    Optional<Listed> find(String name);

    /// @param mark keyed hash of a name, as `identity` tells it
    Optional<Listed> findByMark(String mark);

    /// Adds the person, or gives another reason for one who is listed.
    void put(Listed listed);

    /// @return false when nobody of this name is listed
    boolean remove(String name);

    /// By name, at most [#MOST].
    List<Listed> all();

    /// How many are listed at most.
    int MOST = 10_000;
}
