package io.mingshi.moderation.takedown;

import io.mingshi.contracts.PersonId;
import io.mingshi.contracts.ProduceId;
import io.mingshi.moderation.Reasons;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// The decision that a work is not served any more.
///
/// @param decision its number
/// @param owner whose work it is
/// @param revoked null while it is in force
public record Takedown(
        String decision,
        ProduceId work,
        PersonId owner,
        Reasons reasons,
        PersonId by,
        Instant at,
        @Nullable Revoked revoked) {

    /// @param by the second person, or the officer who upheld an appeal
    public record Revoked(PersonId by, Instant at) {}
}
