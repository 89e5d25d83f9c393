package io.mingshi.contracts.consent;

import io.mingshi.contracts.ConsentId;
import org.jspecify.annotations.Nullable;

/// The answer to a [SubjectQuestion].
///
/// @param consent on which the permit rests; null unless permitted
/// @param reason one sentence a requester can act on
public record SubjectDecision(boolean permitted, @Nullable ConsentId consent, String reason) {}
