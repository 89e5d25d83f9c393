package io.mingshi.identity;

import io.mingshi.contracts.PersonId;
import java.time.Duration;
import java.time.Instant;

/// That a rule keeps what is known of a person's identity from being erased for a time.
public record LegalHold(
        String id,
        PersonId person,
        PersonId officer,
        String caseNumber,
        String reason,
        Instant placedAt,
        Instant until) {
    /// How long one hold may last; a longer one is placed anew. A policy of ours.
    public static final Duration LONGEST = Duration.ofDays(3 * 366L);
}
