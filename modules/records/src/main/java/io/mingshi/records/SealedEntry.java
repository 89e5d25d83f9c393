package io.mingshi.records;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.mingshi.servicekit.event.ProducerNumber;
import java.time.Instant;
import java.util.HexFormat;

/// What the evidence log keeps of a record: nothing about any person, and enough to tell whether anything about the
/// record was changed.
///
/// The entry names event, class and time of receipt, so that a record that vanished is named, and it can be told
/// whether
/// its period was over. The seal is the SHA-256 of a flat JSON object (RFC 8785) of everything else that is stored.
///
/// @param seal in hex
public record SealedEntry(String eventId, RetentionClass retentionClass, Instant receivedAt, String seal) {
    private static final HexFormat HEX = HexFormat.of();

    /// Seals a record.
    ///
    /// @param sealed the encrypted text as it is stored
    /// @param commitment SHA-256 of salt and text
    public static SealedEntry of(Header header, Sealed sealed, String commitment) {
        String seal = HEX.formatHex(
                Digests.sha256(sealedForm(header, sealed, commitment).getBytes(UTF_8)));
        return new SealedEntry(header.eventId(), header.retentionClass(), header.receivedAt(), seal);
    }

    /// What the seal is the hash of.
    public static String sealedForm(Header header, Sealed sealed, String commitment) {
        Links links = header.links();
        return new FlatJson()
                .with("event", header.eventId())
                .with("received", header.receivedAt().toString())
                .with("occurred", header.occurredAt().toString())
                .with("class", header.retentionClass().name())
                .with("source", header.source())
                .with("number", header.number().map(ProducerNumber::toString).orElse(null))
                .with("type", header.type())
                .with("subject", header.subject())
                .with("person", header.person().value())
                .with("counterpart", links.counterpart())
                .with("admission", links.admission())
                .with("work", links.work())
                .with("consent", links.consent())
                .with("ticket", links.ticket())
                .with("contentHash", links.contentHash())
                .with("watermark", links.watermark())
                .with("trace", links.traceId())
                .with("sealed", sealed.sha256())
                .with("commitment", commitment)
                .toString();
    }

    /// The entry in the evidence log.
    public byte[] bytes() {
        return new FlatJson()
                .with("event", eventId)
                .with("class", retentionClass.name())
                .with("received", receivedAt.toString())
                .with("seal", seal)
                .toString()
                .getBytes(UTF_8);
    }
}
