package io.mingshi.identity.disclosure;

import io.mingshi.contracts.PersonId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Where disclosures are kept; every method takes part in the current transaction.
public interface Disclosures {
    void add(Disclosure request);

    /// Locked until the transaction ends.
    Optional<Disclosure> find(String id);

    void keep(Disclosure changed);

    /// Those requested before an instant, the latest first.
    List<Disclosure> before(Instant instant, int most);

    /// Those of one person that were shown at an instant or before, the latest first.
    List<Disclosure> shownOf(PersonId person, Instant until, int most);
}
