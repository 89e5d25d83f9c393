package io.mingshi.records.export;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.mingshi.records.FlatJson;
import io.mingshi.records.RetentionStatement;
import io.mingshi.records.StorageStatement;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// What is known of the periods of retention and of the storage, as files of an export.
@Singleton
class Statements {
    private final RetentionStatement retention;
    private final StorageStatement storage;

    Statements(RetentionStatement retention, StorageStatement storage) {
        this.retention = retention;
        this.storage = storage;
    }

    /// The files by their names.
    SortedMap<String, byte[]> files() {
        return new TreeMap<>(
                Map.of("retention.json", flat(retention.periods()), "storage.json", flat(storage.facts())));
    }

    private static byte[] flat(Map<String, String> facts) {
        FlatJson json = new FlatJson();
        facts.forEach(json::with);
        return json.toString().getBytes(UTF_8);
    }
}
