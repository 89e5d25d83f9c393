package io.mingshi.moderation.sanction;

import io.mingshi.contracts.PersonId;
import io.mingshi.contracts.moderation.AccountStanding;
import io.mingshi.contracts.moderation.Sanctions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.util.Comparator;

/// Answers from what is committed at this instant: a sanction counts from its commit, and no longer than it
/// lasts.
@ApplicationScoped
public class LocalSanctions implements Sanctions {
    private final SanctionLedger sanctions;
    private final Clock clock;

    LocalSanctions(SanctionLedger sanctions, Clock clock) {
        this.sanctions = sanctions;
        this.clock = clock;
    }

    @Override
    @Transactional(TxType.REQUIRES_NEW)
    public AccountStanding of(PersonId person) {
        return sanctions.inForce(person, clock.instant()).stream()
                .max(Comparator.comparing(Sanction::kind))
                .map(sanction -> new AccountStanding(person, sanction.number(), sanction.kind(), sanction.until()))
                .orElseGet(() -> AccountStanding.good(person));
    }
}
