package io.mingshi.records;

import io.mingshi.contracts.PersonId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One fact as it is kept: its text exactly as received, and the columns by which it is found.
///
/// @param occurredAt when the publisher says it happened; the time of receipt where it does not say
/// @param person under whose key the text is encrypted
/// @param sha256 SHA-256 of the text as received
public record Receipt(
        String eventId,
        Instant receivedAt,
        Instant occurredAt,
        String source,
        String type,
        String subject,
        PersonId person,
        @Nullable String admission,
        @Nullable String work,
        @Nullable String consent,
        @Nullable String ticket,
        @Nullable String traceId,
        RetentionClass retentionClass,
        String sha256,
        String text) {}
