package io.mingshi.records.verification;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.mingshi.records.RetentionClass;
import io.mingshi.records.SealedEntry;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;

/// What the evidence log says of a position.
sealed interface LogEntry {
    /// The seal of the record that was there.
    record Seal(SealedEntry entry) implements LogEntry {}

    /// The record had vanished before the log was told of it.
    record Missing() implements LogEntry {}

    /// Nothing that this service writes.
    record Foreign() implements LogEntry {}

    /// Reads an entry; only the very bytes that this service writes are accepted.
    static LogEntry parse(long position, byte[] bytes) {
        try {
            JsonNode entry = Json.MAPPER.readTree(bytes);
            if (entry == null) {
                return new Foreign();
            }
            if (entry.has("missing")) {
                return entry.path("missing").asText().equals(Long.toString(position)) ? new Missing() : new Foreign();
            }
            var seal = new SealedEntry(
                    entry.path("event").asText(),
                    RetentionClass.valueOf(entry.path("class").asText()),
                    Instant.parse(entry.path("received").asText()),
                    entry.path("seal").asText());
            return Arrays.equals(seal.bytes(), bytes) ? new Seal(seal) : new Foreign();
        } catch (JsonProcessingException | IllegalArgumentException | DateTimeException e) {
            return new Foreign();
        } catch (IOException e) {
            throw new IllegalStateException("bytes in memory cannot be read", e);
        }
    }

    /// Reads JSON.
    final class Json {
        private static final ObjectMapper MAPPER = new ObjectMapper();

        private Json() {}
    }
}
