package io.mingshi.contracts.moderation;

import io.mingshi.contracts.PersonId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// The severest sanction in force on an account at the moment of asking.
///
/// @param sanction its number; null when there is none
/// @param kind null when there is none
/// @param until when it ends by itself; null when there is none, or when it does not end by itself
public record AccountStanding(
        PersonId person,
        @Nullable String sanction,
        @Nullable SanctionKind kind,
        @Nullable Instant until) {
    /// No sanction is in force on this account.
    public static AccountStanding good(PersonId person) {
        return new AccountStanding(person, null, null, null);
    }

    public boolean mayGenerate() {
        return kind == null || kind.compareTo(SanctionKind.SUSPENSION) < 0;
    }

    public boolean mayPublish() {
        return kind == null || kind.compareTo(SanctionKind.RESTRICTION) < 0;
    }
}
