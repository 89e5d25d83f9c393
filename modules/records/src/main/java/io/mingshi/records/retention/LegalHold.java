package io.mingshi.records.retention;

import io.mingshi.contracts.PersonId;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Keeps records for a case, against every period and every erasure, until it is released.
///
/// @param caseNumber of the court, the authority or the file that needs them
/// @param approved by another officer; null until then
/// @param releaseRequested null until somebody wants to end it
/// @param released by another officer than the one who wanted that; null while it holds
public record LegalHold(
        String id,
        String caseNumber,
        HoldScope scope,
        String reason,
        Step requested,
        @Nullable Step approved,
        @Nullable Release releaseRequested,
        @Nullable Step released) {
    /// How long a request protects while nobody has approved it: nothing is lost while the second officer
    /// decides.
    public static final Duration DECISION = Duration.ofDays(7);

    /// Who did something, and when.
    public record Step(PersonId by, Instant at) {}

    /// Why it shall end.
    public record Release(String reason, Step step) {}

    /// How far it got.
    public enum State {
        /// It protects already, for as long as [#DECISION].
        REQUESTED,
        /// Nobody approved it in time: it protects no more, and can be requested anew.
        LAPSED,
        IN_FORCE,
        /// In force, and somebody wants to end it.
        RELEASE_REQUESTED,
        RELEASED
    }

    public State state(Instant now) {
        if (released != null) {
            return State.RELEASED;
        }
        if (releaseRequested != null) {
            return State.RELEASE_REQUESTED;
        }
        if (approved != null) {
            return State.IN_FORCE;
        }
        return now.isBefore(requested.at().plus(DECISION)) ? State.REQUESTED : State.LAPSED;
    }
}
