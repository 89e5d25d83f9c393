package io.mingshi.records;

import io.mingshi.contracts.PersonId;
import io.mingshi.servicekit.event.ProducerNumber;
import java.time.Instant;
import java.util.Optional;

/// What is known of a record without reading its text.
///
/// @param receivedAt to the microsecond, as is [#occurredAt()]
/// @param occurredAt when the publisher says it happened; the time of receipt where it does not say
/// @param source the publishing module, such as `/mingshi/consent`
/// @param number which event of its producer it is; empty from producers that do not count
/// @param person whom the fact is about, and under whose key its text is sealed
public record Header(
        String eventId,
        Instant receivedAt,
        Instant occurredAt,
        RetentionClass retentionClass,
        String source,
        Optional<ProducerNumber> number,
        String type,
        String subject,
        PersonId person,
        Links links) {}
