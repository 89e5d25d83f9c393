package io.mingshi.identity;

import io.mingshi.contracts.PersonId;
import io.mingshi.contracts.identity.Likeness;
import io.mingshi.contracts.identity.NameSpelling;
import io.mingshi.identity.number.NumberKind;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.Optional;
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
        return data(one).map(data -> withPerson(other, data)).orElse(Likeness.UNTOLD);
    }

    /// @param isOf whether a document number, as normalised, is that of the other person
    @Transactional
    public Likeness withNumber(PersonId account, Predicate<String> isOf) {
        return data(account).map(PersonalData::number).filter(isOf).isPresent() ? Likeness.SAME : Likeness.UNTOLD;
    }

    /// @param person as claimed and normalised
    @Transactional
    public Likeness withPerson(PersonId account, PersonalData person) {
        return data(account).map(known -> compared(known, person)).orElse(Likeness.UNTOLD);
    }

    /// Only a resident number is one for life; of other documents somebody may hold two. An authority confirmed
    /// the birth dates with the numbers, and a mobile number is registered to one person at a time. Two people of
    /// one name who were born on the same day are taken for one here: they answer no request of one another.
    private static Likeness compared(PersonalData one, PersonalData other) {
        if (one.number().equals(other.number())) {
            return Likeness.SAME;
        }
        if ((isForLife(one) && isForLife(other)) || !one.birthDate().equals(other.birthDate())) {
            return Likeness.ANOTHER;
        }
        boolean sameMobile = one.mobile() != null && one.mobile().equals(other.mobile());
        boolean sameName = NameSpelling.of(one.name()).equals(NameSpelling.of(other.name()));
        return sameMobile || sameName ? Likeness.SAME : Likeness.UNTOLD;
    }

    private static boolean isForLife(PersonalData person) {
        return NumberKind.ofDocument(person.number()) == NumberKind.RESIDENT_ID;
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

    /// In one spelling; empty where the person is proven without a name.
    @Transactional(TxType.REQUIRES_NEW)
    public Optional<String> name(PersonId account) {
        return data(account).map(data -> NameSpelling.of(data.name()));
    }

    private Optional<PersonalData> data(PersonId account) {
        return identities.find(account) instanceof Identity.Proven proven ? proven.data() : Optional.empty();
    }
}
