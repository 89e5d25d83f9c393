package io.mingshi.contracts.identity;

import org.jspecify.annotations.Nullable;

/// The answer to a [VisitorProof]: who the visitor is, or why that is not proven; one of the two is null.
///
/// @param refusal one sentence that the visitor can act on
public record VisitorAnswer(
        @Nullable VisitorStanding standing, @Nullable String refusal) {}
