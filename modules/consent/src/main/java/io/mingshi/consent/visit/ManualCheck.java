package io.mingshi.consent.visit;

import io.mingshi.contracts.ConsentId;
import io.mingshi.contracts.PersonId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What an officer checks by hand.
///
/// @param guardian whom the check is about; null where no guardian is involved
/// @param decision null until an officer decided
public record ManualCheck(
        String id,
        ConsentId consent,
        PersonId depicted,
        Cause cause,
        @Nullable PersonId guardian,
        Instant openedAt,
        @Nullable Decision decision) {
    /// Why a person has to look.
    public enum Cause {
        /// The passcode was answered wrongly as often as a link takes it.
        ATTEMPTS_USED_UP,
        /// The visitor told name and number, which others may know, and has no mobile number to show for it.
        POSSESSION,
        /// Somebody says to be the guardian of a child under 14; no authority can be asked for that.
        GUARDIANSHIP
    }

    /// @param reason what the officer saw
    public record Decision(PersonId officer, boolean confirmed, String reason, Instant at) {}
}
