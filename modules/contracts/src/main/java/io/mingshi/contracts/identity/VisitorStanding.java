package io.mingshi.contracts.identity;

import io.mingshi.contracts.PersonId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What the rest of the platform may know of a visitor without an account: no name, no number.
///
/// @param person a pseudonym; the same one whenever the same person visits
/// @param assurance `NONE` for a child under 14, whom nobody was asked about
/// @param minor under 18
/// @param guardianUntil until when only a guardian may act; null from the fourteenth birthday on
/// @param isCounterpart whether the account named in the proof belongs to the visitor
/// @param reference the authority's number of the check; empty when it was not asked
public record VisitorStanding(
        PersonId person,
        Assurance assurance,
        boolean minor,
        @Nullable Instant guardianUntil,
        boolean isCounterpart,
        String reference,
        Instant verifiedAt) {}
