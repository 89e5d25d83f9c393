package io.mingshi.identity.visitor;

import io.mingshi.contracts.PersonId;
import io.mingshi.contracts.identity.Comparisons;
import io.mingshi.contracts.identity.Likeness;
import io.mingshi.identity.CompareIdentities;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;

/// Compares accounts, and an account with a visitor, from what is committed at this instant.
@ApplicationScoped
class LocalComparisons implements Comparisons {
    private final CompareIdentities comparing;
    private final VisitorNames names;

    LocalComparisons(CompareIdentities comparing, VisitorNames names) {
        this.comparing = comparing;
        this.names = names;
    }

    @Override
    @Transactional(TxType.REQUIRES_NEW)
    public Likeness compare(PersonId one, PersonId other) {
        return VisitorNames.isVisitor(other)
                ? comparing.withNumber(one, number -> names.ofNumber(number).equals(other))
                : comparing.accounts(one, other);
    }
}
