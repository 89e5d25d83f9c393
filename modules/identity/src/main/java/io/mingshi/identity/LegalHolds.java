package io.mingshi.identity;

import io.mingshi.contracts.PersonId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Where legal holds are kept; every method takes part in the current transaction.
public interface LegalHolds {
    void place(LegalHold hold);

    /// The hold that lasts longest of those that last now.
    Optional<LegalHold> lasting(PersonId person, Instant now);

    /// @return false when this person has no such hold that lasts
    boolean lift(PersonId person, String id, Instant now);

    /// Who wished to be erased and is held by nothing any more; at most `limit`.
    List<PersonId> erasable(Instant now, int limit);
}
