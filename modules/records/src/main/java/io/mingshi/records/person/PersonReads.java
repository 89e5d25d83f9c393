package io.mingshi.records.person;

import io.mingshi.contracts.PersonId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// The requests; every method takes part in the current transaction.
public interface PersonReads {
    void add(PersonRead open);

    /// The request, which nobody else decides until this transaction ends.
    Optional<PersonRead> find(String request);

    /// The newest requests, at most `limit`.
    List<PersonRead> newest(int limit);

    void refuse(String request, PersonId decider, Instant now);

    void approve(String request, PersonId decider, Instant now, Instant until);

    /// Forgets the requests that were made before an instant; their records stay.
    void forget(Instant before);
}
