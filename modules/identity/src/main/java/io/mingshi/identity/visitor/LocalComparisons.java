package io.mingshi.identity.visitor;

import io.mingshi.contracts.PersonId;
import io.mingshi.contracts.identity.Comparisons;
import io.mingshi.contracts.identity.Likeness;
import io.mingshi.contracts.identity.NameSpelling;
import io.mingshi.identity.CompareIdentities;
import io.mingshi.servicekit.crypto.BlindIndex;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.Optional;

/// Compares accounts, and an account with a visitor, from what is committed at this instant.
@ApplicationScoped
class LocalComparisons implements Comparisons {
    private final CompareIdentities comparing;
    private final VisitorNames names;
    private final BlindIndex index;

    LocalComparisons(CompareIdentities comparing, VisitorNames names, BlindIndex index) {
        this.comparing = comparing;
        this.names = names;
        this.index = index;
    }

    @Override
    @Transactional(TxType.REQUIRES_NEW)
    public Likeness compare(PersonId one, PersonId other) {
        return VisitorNames.isVisitor(other)
                ? comparing.withNumber(one, number -> names.ofNumber(number).equals(other))
                : comparing.accounts(one, other);
    }

    @Override
    @Transactional(TxType.REQUIRES_NEW)
    public Optional<String> nameMark(PersonId account) {
        return comparing.name(account).map(name -> index.of(NameSpelling.MARK, name));
    }
}
