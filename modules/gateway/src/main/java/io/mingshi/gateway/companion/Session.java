package io.mingshi.gateway.companion;

import io.mingshi.contracts.ModelId;
import io.mingshi.contracts.PersonId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Continuous use of one companion by one person: no two messages of it are further apart than the gap.
///
/// @param lastAt when the latest message came
/// @param toldAt when the person was last told that this is no human; null until that happened
public record Session(
        PersonId person,
        ModelId model,
        Instant startedAt,
        Instant lastAt,
        @Nullable Instant toldAt) {

    /// What the person is to be told now.
    ///
    /// @param reminderAfter how long after a notice the next one is due
    Optional<Notice> due(Duration reminderAfter) {
        if (toldAt == null) {
            return Optional.of(Notice.START);
        }
        return lastAt.isBefore(toldAt.plus(reminderAfter)) ? Optional.empty() : Optional.of(Notice.REMINDER);
    }
}
