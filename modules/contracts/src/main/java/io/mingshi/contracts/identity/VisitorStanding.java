package io.mingshi.contracts.identity;

import io.mingshi.contracts.PersonId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What the rest of the platform may know of a visitor without an account: no name, no number.
///
/// @param person a pseudonym; the same one whenever the same person visits with the same kind of proof
/// @param assurance `NONE` for a child under 14, whom nobody was asked about
/// @param possession whether the visitor showed that they hold something, and not only that they know numbers
/// @param minor under 18
/// @param guardianUntil until when only a guardian may act; null from the fourteenth birthday on
/// @param counterpart whether the account named in the proof is the visitor's
/// @param reference the authority's number of the check; empty when it was not asked
public record VisitorStanding(
        PersonId person,
        Assurance assurance,
        boolean possession,
        boolean minor,
        @Nullable Instant guardianUntil,
        Likeness counterpart,
        String reference,
        Instant verifiedAt) {}
