package io.mingshi.identity;

import io.mingshi.contracts.PersonId;
import io.mingshi.contracts.identity.Assurance;
import io.mingshi.contracts.identity.Standing;
import java.time.Instant;
import java.time.LocalDate;

/// What is known of a person's real identity.
public sealed interface Identity {
    PersonId person();

    /// What the rest of the platform may know of it.
    ///
    /// @param today the day in Asia/Shanghai
    default Standing standing(LocalDate today) {
        return new Standing(person(), Assurance.NONE, null, null);
    }

    /// Nothing was proven yet.
    record Unproven(PersonId person) implements Identity {}

    /// An authority confirmed it.
    ///
    /// @param assurance the highest that was reached; `method` is the latest that was used
    /// @param reference the authority's own number of the latest check
    record Proven(
            PersonId person,
            Method method,
            Assurance assurance,
            PersonalData data,
            String reference,
            Instant verifiedAt)
            implements Identity {
        @Override
        public Standing standing(LocalDate today) {
            LocalDate birth = data.birthDate();
            boolean minor = birth != null && Birthday.isMinor(birth, today);
            return new Standing(person, assurance, minor, verifiedAt);
        }
    }

    /// The person had everything erased; nothing more is kept under this pseudonym.
    record Erased(PersonId person, Instant erasedAt) implements Identity {}
}
