package io.mingshi.contracts.consent;

import io.mingshi.contracts.ConsentId;
import io.mingshi.contracts.PersonId;
import org.jspecify.annotations.Nullable;

/// The answer to a [ConsentQuestion].
///
/// @param subject the person who is depicted and has consented; null unless permitted
/// @param reason one sentence a requester can act on; for a permit it says what it rests on
public record ConsentDecision(
        ConsentId consent, boolean permitted, @Nullable PersonId subject, String reason) {}
