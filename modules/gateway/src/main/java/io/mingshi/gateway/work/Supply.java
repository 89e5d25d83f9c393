package io.mingshi.gateway.work;

import io.mingshi.contracts.PersonId;
import io.mingshi.contracts.ProduceId;
import java.time.Instant;

/// A request to be handed a work without its explicit label.
///
/// @param clauseVersion of the clause on labelling duty and responsibility that the recipient accepted
/// @param expiresAt when it can no longer be fetched
public record Supply(
        String id,
        ProduceId work,
        PersonId recipient,
        String reason,
        String clauseVersion,
        Instant requestedAt,
        Instant expiresAt) {}
