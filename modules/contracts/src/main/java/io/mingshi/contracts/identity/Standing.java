package io.mingshi.contracts.identity;

import io.mingshi.contracts.PersonId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What the rest of the platform may know of a person: no name, no number.
///
/// @param minor true when the verified birth date says under 18; false when of age or an organisation; null when
/// unproven
/// @param verifiedAt when the assurance was reached; null when unproven
/// @param ageGroup the age at the moment of asking; null when unproven, or when the answer is older than this field
/// @param possession whether a proof that counts now showed that the person holds something, such as the mobile
/// number, and not only that they know numbers; null when unproven, or when the answer is older than this field
public record Standing(
        PersonId person,
        Assurance assurance,
        @Nullable Boolean minor,
        @Nullable Instant verifiedAt,
        @Nullable AgeGroup ageGroup,
        @Nullable Boolean possession) {
    /// Nothing is proven of this person now.
    public static Standing none(PersonId person) {
        return new Standing(person, Assurance.NONE, null, null, null, null);
    }
}
