package io.mingshi.consent;

import io.mingshi.contracts.PersonId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A consent in one of its states; each holds exactly what is true in it.
public sealed interface Consent {
    Terms terms();

    /// The depicted person has not answered yet.
    record Requested(Terms terms) implements Consent {}

    /// The depicted person consented, and it holds now.
    ///
    /// @param guardian who consented for a child under 14; null for everybody else
    record Active(Terms terms, PersonId depicted, @Nullable Guardian guardian, Evidence evidence, Instant grantedAt)
            implements Consent {}

    /// The depicted person said no.
    record Refused(Terms terms, PersonId depicted, Instant refusedAt) implements Consent {}

    /// The depicted person took the consent back; what was done before stays lawful.
    record Withdrawn(Terms terms, PersonId depicted, Evidence evidence, Instant grantedAt, Instant withdrawnAt)
            implements Consent {}

    /// The period is over.
    ///
    /// @param depicted null when nobody ever answered
    record Lapsed(Terms terms, @Nullable PersonId depicted) implements Consent {}

    /// Whether this person gave, refused or withdrew it.
    default boolean isOf(PersonId person) {
        return switch (this) {
            case Requested _ -> false;
            case Active active -> active.depicted.equals(person);
            case Refused refused -> refused.depicted.equals(person);
            case Withdrawn withdrawn -> withdrawn.depicted.equals(person);
            case Lapsed lapsed -> person.equals(lapsed.depicted);
        };
    }
}
