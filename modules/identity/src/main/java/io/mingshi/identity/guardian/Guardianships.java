package io.mingshi.identity.guardian;

import io.mingshi.contracts.PersonId;
import java.util.List;
import java.util.Optional;

/// Where guardians' consents are kept; every method takes part in the current transaction.
public interface Guardianships {
    /// @param link what the guardian will show; kept as a keyed hash
    void add(Guardianship request, String link);

    /// Locked until the transaction ends.
    Optional<Guardianship> byLink(String link);

    /// Locked until the transaction ends.
    Optional<Guardianship> byId(String id);

    void keep(Guardianship changed);

    /// What this person consented to as guardian, or asked for as child; the latest first.
    List<Guardianship> of(PersonId person);
}
