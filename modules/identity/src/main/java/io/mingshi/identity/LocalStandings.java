package io.mingshi.identity;

import io.mingshi.contracts.PersonId;
import io.mingshi.contracts.identity.Standing;
import io.mingshi.contracts.identity.Standings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;

/// Answers from what is committed at this instant: an erasure, a revocation or an expiry counts from its
/// moment on.
@ApplicationScoped
class LocalStandings implements Standings {
    private final Identities identities;
    private final Clock clock;

    LocalStandings(Identities identities, Clock clock) {
        this.identities = identities;
        this.clock = clock;
    }

    @Override
    @Transactional(TxType.REQUIRES_NEW)
    public Standing of(PersonId person) {
        return identities.find(person).standing(clock);
    }
}
