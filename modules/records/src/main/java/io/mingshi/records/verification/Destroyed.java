package io.mingshi.records.verification;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.mingshi.contracts.Sha256;
import io.mingshi.records.Header;
import io.mingshi.records.KeptRecord;
import io.mingshi.records.RetentionClass;
import io.mingshi.records.SealedEntry;
import io.mingshi.records.Stored;
import io.mingshi.records.StoredRecords;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Whose key, of which class and month of receipt, was destroyed.
///
/// @param personHash SHA-256 of the pseudonym in hex
record Destroyed(String personHash, RetentionClass retentionClass, YearMonth month) {
    /// The type of the records that tell of it.
    static final String TYPE = "io.mingshi.records.KeysDestroyed.v1";

    private static final ObjectMapper JSON = new ObjectMapper();

    static Destroyed keyOf(Header header) {
        return new Destroyed(
                Sha256.of(header.person().value()), header.retentionClass(), Expirations.month(header.receivedAt()));
    }

    /// Those of the keys of whose destruction a record tells that the evidence log vouches for.
    static Set<Destroyed> told(Collection<Destroyed> keys, StoredRecords stored, LogEntries log) throws IOException {
        List<KeptRecord> telling = new ArrayList<>();
        Set<String> persons =
                new HashSet<>(keys.stream().map(Destroyed::personHash).toList());
        stored.about(TYPE, persons, row -> {
            if (row instanceof Stored.Row(KeptRecord kept, var _, var _)) {
                telling.add(kept);
            }
        });
        Set<Destroyed> told = new HashSet<>();
        for (KeptRecord kept : telling) {
            if (kept.intact()
                    && log.at(kept.position()) instanceof LogEntry.Seal(SealedEntry entry)
                    && entry.equals(kept.entry())) {
                told.add(read(kept));
            }
        }
        return told;
    }

    /// What such a record tells; nothing that a record could have when it tells nothing.
    private static Destroyed read(KeptRecord kept) {
        try {
            JsonNode data = JSON.readTree(kept.legible().orElseThrow().text()).path("data");
            return new Destroyed(
                    data.path("personHash").asText(),
                    RetentionClass.valueOf(data.path("retentionClass").asText()),
                    YearMonth.parse(data.path("month").asText()));
        } catch (JsonProcessingException | IllegalArgumentException | DateTimeException e) {
            return new Destroyed("", RetentionClass.UNCLASSED, YearMonth.of(0, 1));
        }
    }
}
