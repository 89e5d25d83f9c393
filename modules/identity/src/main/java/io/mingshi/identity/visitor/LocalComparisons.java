package io.mingshi.identity.visitor;

import io.mingshi.contracts.PersonId;
import io.mingshi.contracts.identity.Comparisons;
import io.mingshi.contracts.identity.Likeness;
import io.mingshi.identity.CompareIdentities;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;

/// Compares accounts from what is committed at this instant.
@ApplicationScoped
class LocalComparisons implements Comparisons {
    private final CompareIdentities comparing;

    LocalComparisons(CompareIdentities comparing) {
        this.comparing = comparing;
    }

    @Override
    @Transactional(TxType.REQUIRES_NEW)
    public Likeness compare(PersonId one, PersonId other) {
        return comparing.accounts(one, other);
    }
}
