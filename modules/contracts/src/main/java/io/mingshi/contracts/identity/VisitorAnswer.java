package io.mingshi.contracts.identity;

import org.jspecify.annotations.Nullable;

/// The answer to a [VisitorProof]: who the visitor is, or why that is not proven; one of the two is null.
public record VisitorAnswer(
        @Nullable VisitorStanding standing, @Nullable VisitorRefusal refusal) {}
