package io.mingshi.identity.disclosure;

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
}
