package io.mingshi.identity;

import io.mingshi.contracts.PersonId;
import io.mingshi.contracts.identity.Likeness;
import io.mingshi.identity.number.NumberKind;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.function.Predicate;

/// Says whether two proofs are of the same person, and nothing else of either.
@ApplicationScoped
public class CompareIdentities {
    private final Identities identities;

    CompareIdentities(Identities identities) {
        this.identities = identities;
    }

    @Transactional(TxType.REQUIRES_NEW)
    public Likeness accounts(PersonId one, PersonId other) {
        if (one.equals(other)) {
            return Likeness.SAME;
        }
        return identities.find(one) instanceof Identity.Proven proven
                        && proven.data().isPresent()
                ? withNumber(other, proven.data().get().number())
                : Likeness.UNTOLD;
    }

    /// @param isOf whether a document number, as normalised, is that of the other person
    @Transactional
    public Likeness withNumber(PersonId account, Predicate<String> isOf) {
        return identities.find(account) instanceof Identity.Proven proven
                        && proven.data().map(PersonalData::number).filter(isOf).isPresent()
                ? Likeness.SAME
                : Likeness.UNTOLD;
    }

    /// @param number as normalised
    @Transactional
    public Likeness withNumber(PersonId account, String number) {
        if (!(identities.find(account) instanceof Identity.Proven proven)
                || proven.data().isEmpty()) {
            return Likeness.UNTOLD;
        }
        String known = proven.data().get().number();
        if (known.equals(number)) {
            return Likeness.SAME;
        }
        return NumberKind.ofDocument(known) == NumberKind.ofDocument(number) ? Likeness.ANOTHER : Likeness.UNTOLD;
    }

    /// @param mark as the national service tells it
    @Transactional
    public Likeness withMark(PersonId account, String mark) {
        if (!(identities.find(account) instanceof Identity.Proven proven)
                || !(proven.subject() instanceof Subject.Scoped)) {
            return Likeness.UNTOLD;
        }
        return identities.isKnownAs(account, mark) ? Likeness.SAME : Likeness.ANOTHER;
    }
}
