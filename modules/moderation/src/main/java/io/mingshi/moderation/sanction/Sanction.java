package io.mingshi.moderation.sanction;

import io.mingshi.contracts.PersonId;
import io.mingshi.contracts.moderation.SanctionKind;
import io.mingshi.moderation.Reasons;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A step of the ladder that was taken against an account.
///
/// @param until when it ends by itself; null when it does not
/// @param by who imposed it: a reviewer or officer, or `platform`
/// @param second who confirmed it; only of a closure
/// @param end null while nobody has ended it
public record Sanction(
        String number,
        PersonId person,
        SanctionKind kind,
        Reasons reasons,
        Instant at,
        @Nullable Instant until,
        PersonId by,
        @Nullable PersonId second,
        @Nullable End end) {

    /// How it ended.
    public record End(Cause cause, PersonId by, Instant at) {}

    /// Why a sanction ends.
    public enum Cause {
        EXPIRED,
        LIFTED,
        APPEAL_UPHELD
    }

    public boolean inForce(Instant now) {
        return end == null && (until == null || until.isAfter(now));
    }
}
