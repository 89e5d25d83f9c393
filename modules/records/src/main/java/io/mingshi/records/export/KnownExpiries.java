package io.mingshi.records.export;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.mingshi.records.KeptRecord;
import io.mingshi.records.RecordScan;
import io.mingshi.records.RecordSelection;
import io.mingshi.records.SaltedText;
import io.mingshi.records.export.archive.LogEntry;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jboss.logging.Logger;

/// The records that tell which classes and months expired, looked up once for each. For one thread.
final class KnownExpiries {
    private static final Logger LOG = Logger.getLogger(KnownExpiries.class);
    private static final String TYPE = "io.mingshi.records.RecordsExpired.v1";
    private static final int MOST = 1_000;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final RecordScan scan;
    private final long before;
    private final Map<String, List<Expiry>> known = new HashMap<>();
    private final SortedMap<Long, KeptRecord> used = new TreeMap<>();

    /// @param before only records below this position count: they are in the log
    KnownExpiries(RecordScan scan, long before) {
        this.scan = scan;
        this.before = before;
    }

    /// One record that tells of an expiry.
    private record Expiry(KeptRecord record, long first, long last) {}

    /// The position of the record that explains why there is none for an entry.
    OptionalLong of(long position, LogEntry.Kept entry) {
        String subject =
                entry.retentionClass() + "/" + YearMonth.from(entry.received().atOffset(ZoneOffset.UTC));
        for (Expiry expiry : known.computeIfAbsent(subject, this::find)) {
            if (position >= expiry.first() && position <= expiry.last()) {
                used.put(expiry.record().position(), expiry.record());
                return OptionalLong.of(expiry.record().position());
            }
        }
        return OptionalLong.empty();
    }

    /// Those that explained something, by their positions.
    SortedMap<Long, KeptRecord> used() {
        return used;
    }

    private List<Expiry> find(String subject) {
        var selection = new RecordSelection.OfType(TYPE, subject);
        List<RecordScan.Found> found = scan.find(selection, -1, before, MOST);
        List<Expiry> expiries = new ArrayList<>();
        if (!found.isEmpty()) {
            scan.read(selection, found.getFirst().position(), found.getLast().position())
                    .forEach(record -> record.legible().ifPresent(text -> add(expiries, record, text)));
        }
        return expiries;
    }

    private static void add(List<Expiry> expiries, KeptRecord record, SaltedText text) {
        try {
            JsonNode data = JSON.readTree(text.text()).path("data");
            if (data.path("firstPosition").isIntegralNumber()
                    && data.path("lastPosition").isIntegralNumber()) {
                expiries.add(new Expiry(
                        record,
                        data.path("firstPosition").longValue(),
                        data.path("lastPosition").longValue()));
            }
        } catch (JsonProcessingException e) {
            LOG.errorf(e, "%s tells of no expiry", record);
        }
    }
}
