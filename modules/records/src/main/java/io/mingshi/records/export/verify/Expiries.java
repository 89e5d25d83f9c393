package io.mingshi.records.export.verify;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.mingshi.records.export.archive.LogEntry;
import io.mingshi.records.export.archive.NotVerified;
import io.mingshi.records.export.archive.Numbers;
import io.mingshi.records.export.archive.RecordLine;
import java.io.IOException;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;

/// What records of the export tell of records that went because their period was over.
final class Expiries {
    private static final String TYPE = "io.mingshi.records.RecordsExpired.v1";
    private static final int MAX = 10_000;
    private static final JsonFactory JSON = new JsonFactory();

    private final Map<Long, Map<String, String>> facts = new HashMap<>();

    /// Takes in a record that was proven.
    void add(RecordLine line, String where) {
        if (facts.size() == MAX) {
            throw NotVerified.because("expiry.jsonl has more than " + MAX + " lines", "expiry.jsonl 超过 " + MAX + " 行");
        }
        if (!(line.text() instanceof RecordLine.Text.Given given)
                || !line.record().or("type").equals(TYPE)
                || !line.record().or("source").equals("/mingshi/records")) {
            throw NotVerified.because(where + " does not tell of an expiry", where + " 不是关于到期删除的记录");
        }
        facts.put(line.position(), data(given.text(), where));
    }

    /// Whether the record at a position tells that an entry's record expired.
    boolean explains(long expiry, long position, LogEntry.Kept entry) {
        Map<String, String> fact = facts.getOrDefault(expiry, Map.of());
        String month = YearMonth.from(entry.received().atOffset(ZoneOffset.UTC)).toString();
        return entry.retentionClass().equals(fact.get("retentionClass"))
                && month.equals(fact.get("month"))
                && position >= Numbers.parse(fact.getOrDefault("firstPosition", ""))
                && position <= Numbers.parse(fact.getOrDefault("lastPosition", ""));
    }

    private static Map<String, String> data(String event, String where) {
        try (JsonParser parser = JSON.createParser(event)) {
            parser.nextToken();
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String name = parser.currentName();
                JsonToken value = parser.nextToken();
                if (name.equals("data") && value == JsonToken.START_OBJECT) {
                    return scalars(parser);
                }
                parser.skipChildren();
            }
        } catch (IOException e) {
            throw NotVerified.because(where + " is not an event", where + " 不是一个事件");
        }
        throw NotVerified.because(where + " is not an event", where + " 不是一个事件");
    }

    private static Map<String, String> scalars(JsonParser parser) throws IOException {
        Map<String, String> found = new HashMap<>();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            JsonToken value = parser.nextToken();
            if (value.isScalarValue()) {
                found.put(name, parser.getText());
            }
            parser.skipChildren();
        }
        return found;
    }
}
