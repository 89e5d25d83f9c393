package io.mingshi.contracts.identity;

import io.mingshi.contracts.PersonId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What the rest of the platform may know of a person: no name, no number.
///
/// @param minor true when the verified birth date says under 18; false when of age or an organisation; null when
/// unproven
/// @param verifiedAt when the assurance was reached; null when unproven
public record Standing(
        PersonId person,
        Assurance assurance,
        @Nullable Boolean minor,
        @Nullable Instant verifiedAt) {}
