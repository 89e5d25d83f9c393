package io.mingshi.identity;

import io.mingshi.contracts.PersonId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

/// Shows a person what is kept of them.
@ApplicationScoped
public class ReadIdentity {
    private final Identities identities;

    ReadIdentity(Identities identities) {
        this.identities = identities;
    }

    /// @param person who asks; only their own data is ever read
    @Transactional
    public Identity own(PersonId person) {
        return identities.find(person);
    }
}
