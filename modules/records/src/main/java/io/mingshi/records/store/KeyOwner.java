package io.mingshi.records.store;

import io.mingshi.contracts.PersonId;
import io.mingshi.records.Header;
import io.mingshi.records.RetentionClass;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Comparator;

/// Whose records, of which class and month (UTC), one key seals.
record KeyOwner(PersonId person, RetentionClass retentionClass, YearMonth month) implements Comparable<KeyOwner> {
    private static final Comparator<KeyOwner> ORDER = Comparator.comparing(
                    (KeyOwner owner) -> owner.person().value())
            .thenComparing(KeyOwner::retentionClass)
            .thenComparing(KeyOwner::month);

    static KeyOwner of(Header header) {
        return new KeyOwner(
                header.person(),
                header.retentionClass(),
                YearMonth.from(header.receivedAt().atOffset(ZoneOffset.UTC)));
    }

    @Override
    public int compareTo(KeyOwner other) {
        return ORDER.compare(this, other);
    }

    /// What the wrapped key is bound to.
    @Override
    public String toString() {
        return person + "/" + retentionClass + "/" + month;
    }
}
