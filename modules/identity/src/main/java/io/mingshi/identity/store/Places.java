package io.mingshi.identity.store;

import io.mingshi.contracts.PersonId;
import io.mingshi.identity.Identities;
import io.mingshi.identity.Subject;
import io.mingshi.identity.number.NumberKind;
import io.mingshi.servicekit.crypto.BlindIndex;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// The blind indexes under which one identity may stand, one for each account that it may have.
///
/// Each value is taken by one account at most, so that nobody can count in the table how often an identity occurs, and
/// the values of one identity tell nothing of each other.
@Singleton
class Places {
    private final BlindIndex index;
    private final Locks locks;

    Places(BlindIndex index, Locks locks) {
        this.index = index;
        this.locks = locks;
    }

    /// Where a place is written.
    enum Column {
        SUBJECT("subjectIndex"),
        MOBILE("mobileIndex"),
        ORGANIZATION("organizationIndex");

        private final String field;

        Column(String field) {
            this.field = field;
        }

        @Nullable
        String of(IdentityRow row) {
            return switch (this) {
                case SUBJECT -> row.subjectIndex;
                case MOBILE -> row.mobileIndex;
                case ORGANIZATION -> row.organizationIndex;
            };
        }
    }

    /// @param kind what sort of value it is; equal values of different kinds get unrelated indexes
    List<String> of(String kind, String value) {
        return IntStream.range(0, Identities.MAX_ACCOUNTS_PER_IDENTITY)
                .mapToObj(place -> index.of("identity." + kind + "." + place, value))
                .toList();
    }

    List<String> of(Subject subject) {
        return switch (subject) {
            case Subject.Named named -> {
                String number = named.data().number();
                yield of("number." + NumberKind.ofDocument(number), number);
            }
            case Subject.Scoped scoped -> of("national", scoped.mark());
        };
    }

    /// What stands for the national service's mark once it is kept; it finds nothing but the account itself.
    String mark(String person, String mark) {
        return index.of("identity.national-mark", person + " " + mark);
    }

    /// The accounts of others in these places; nobody takes one of them until the transaction ends.
    List<IdentityRow> others(Column column, List<String> candidates, PersonId person) {
        locks.lock("place " + candidates.getFirst());
        return IdentityRow.list(column.field + " in ?1 and person <> ?2", candidates, person.value());
    }

    /// The place that the account has already, or one that nobody has; nobody else takes one until the transaction
    /// ends.
    Optional<String> free(Column column, List<String> candidates, IdentityRow account) {
        List<String> taken = others(column, candidates, new PersonId(account.person)).stream()
                .map(column::of)
                .filter(Objects::nonNull)
                .toList();
        String own = column.of(account);
        return candidates.contains(own)
                ? Optional.ofNullable(own)
                : candidates.stream().filter(place -> !taken.contains(place)).findFirst();
    }
}
