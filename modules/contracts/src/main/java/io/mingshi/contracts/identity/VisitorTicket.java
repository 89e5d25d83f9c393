package io.mingshi.contracts.identity;

import org.jspecify.annotations.Nullable;

/// What a visitor needs to show that they hold something: a code is on its way, or a challenge is out.
///
/// It is the same whatever number was given.
///
/// @param challenge what the national service's credential is made for; null where a code was asked for
/// @param validSeconds how long the code or the challenge counts; 0 with a refusal
/// @param refusal null unless none is out
public record VisitorTicket(
        @Nullable String challenge,
        long validSeconds,
        @Nullable VisitorRefusal refusal) {}
