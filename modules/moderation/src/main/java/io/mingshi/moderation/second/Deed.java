package io.mingshi.moderation.second;

import io.mingshi.contracts.PersonId;
import io.mingshi.moderation.Reasons;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What one person wants to do and another has to confirm.
///
/// @param target the number of what it is done to: a sanction, a decision or, for a closure, the person
/// @param person whom it concerns
/// @param second who decided on it; null while it waits
public record Deed(
        String id,
        Kind kind,
        String target,
        PersonId person,
        Reasons reasons,
        PersonId proposer,
        Instant proposedAt,
        @Nullable PersonId second) {

    /// The deeds that need two people.
    public enum Kind {
        /// An account is closed for good.
        CLOSURE,
        /// A sanction is ended before its time.
        LIFTING,
        /// A work that was taken down is served again.
        REVOCATION
    }
}
