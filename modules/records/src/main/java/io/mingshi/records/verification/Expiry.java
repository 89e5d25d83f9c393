package io.mingshi.records.verification;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.mingshi.records.KeptRecord;
import io.mingshi.records.RetentionClass;
import io.mingshi.records.verification.Finding.Place;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Optional;

/// A record that tells which records went when their period was over.
///
/// @param first the lowest position among them
/// @param last the highest
/// @param at when they went, as the record says or as it was received, whichever is earlier
record Expiry(
        Place told, RetentionClass retentionClass, YearMonth month, long count, long first, long last, Instant at) {
    /// The type of such records.
    static final String TYPE = "io.mingshi.records.RecordsExpired.v1";

    private static final ObjectMapper JSON = new ObjectMapper();

    /// What a record tells; empty when it cannot be read.
    static Optional<Expiry> of(KeptRecord kept) {
        if (!kept.intact()) {
            return Optional.empty();
        }
        try {
            JsonNode data = JSON.readTree(kept.legible().orElseThrow().text()).path("data");
            Instant at = Instant.parse(data.path("at").asText());
            Instant received = kept.header().receivedAt();
            return Optional.of(new Expiry(
                    new Place(kept.position(), kept.header().eventId()),
                    RetentionClass.valueOf(data.path(data.has("class") ? "class" : "retentionClass")
                            .asText()),
                    YearMonth.parse(data.path("month").asText()),
                    data.path("count").asLong(),
                    data.path("firstPosition").asLong(),
                    data.path("lastPosition").asLong(),
                    at.isBefore(received) ? at : received));
        } catch (JsonProcessingException | IllegalArgumentException | DateTimeException e) {
            return Optional.empty();
        }
    }

    boolean covers(RetentionClass other, YearMonth received, long position) {
        return retentionClass == other && month.equals(received) && position >= first && position <= last;
    }
}
