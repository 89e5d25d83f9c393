package io.mingshi.records.archiving;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mingshi.contracts.PersonId;
import io.mingshi.contracts.ProblemException;
import io.mingshi.records.Header;
import io.mingshi.records.Links;
import io.mingshi.records.RetentionClass;
import io.mingshi.records.Sealed;
import io.mingshi.records.SealedEntry;
import io.mingshi.servicekit.event.ProducerNumber;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A record as it is stored, its text still encrypted.
///
/// @param commitment SHA-256 of salt and text in hex
public record SealedRow(long position, Header header, Sealed sealed, String commitment) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /// What the evidence log says of it, if nothing was changed.
    public SealedEntry entry() {
        return SealedEntry.of(header, sealed, commitment);
    }

    /// One line of an object in the archive: the position, what the seal is the hash of, and the encrypted text.
    String line() {
        return "{\"position\":" + position + ",\"record\":" + SealedEntry.sealedForm(header, sealed, commitment)
                + ",\"sealed\":\"" + Base64.getEncoder().encodeToString(sealed.bytes()) + "\"}\n";
    }

    /// Reads what [#line] wrote.
    ///
    /// @throws IllegalArgumentException when it is something else
    static SealedRow parse(String line) {
        try {
            JsonNode json = JSON.readTree(line);
            if (!(json.get("record") instanceof ObjectNode record)) {
                throw new IllegalArgumentException("a line of the archive has no record");
            }
            return new SealedRow(
                    json.path("position").asLong(-1),
                    header(record),
                    Sealed.of(Base64.getDecoder().decode(json.path("sealed").asText())),
                    required(record, "commitment"));
        } catch (JsonProcessingException | DateTimeException | ProblemException e) {
            throw new IllegalArgumentException("a line of the archive is no record", e);
        }
    }

    private static Header header(ObjectNode record) {
        return new Header(
                required(record, "event"),
                Instant.parse(required(record, "received")),
                Instant.parse(required(record, "occurred")),
                RetentionClass.valueOf(required(record, "class")),
                required(record, "source"),
                number(record),
                required(record, "type"),
                required(record, "subject"),
                new PersonId(required(record, "person")),
                new Links(
                        text(record, "counterpart"),
                        text(record, "admission"),
                        text(record, "work"),
                        text(record, "consent"),
                        text(record, "ticket"),
                        text(record, "contentHash"),
                        text(record, "watermark"),
                        text(record, "trace"),
                        text(record, "fingerprint")));
    }

    private static Optional<ProducerNumber> number(ObjectNode record) {
        String number = text(record, "number");
        if (number == null) {
            return Optional.empty();
        }
        int slash = number.indexOf('/');
        return Optional.of(new ProducerNumber(
                Integer.parseInt(number.substring(0, slash)), Long.parseLong(number.substring(slash + 1))));
    }

    private static String required(ObjectNode record, String name) {
        String value = text(record, name);
        if (value == null) {
            throw new IllegalArgumentException("a record of the archive has no " + name);
        }
        return value;
    }

    private static @Nullable String text(ObjectNode record, String name) {
        return record.path(name).textValue();
    }
}
