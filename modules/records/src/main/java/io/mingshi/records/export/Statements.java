package io.mingshi.records.export;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.mingshi.records.ArchiveStorage;
import io.mingshi.records.FlatJson;
import io.mingshi.records.ObjectLock;
import io.mingshi.records.RetentionClass;
import io.mingshi.records.retention.RetentionPolicy;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// How long records are kept, and whether those who run the storage can delete there, as files of an export: seen,
/// never
/// assumed.
@Singleton
class Statements {
    private final RetentionPolicy retention;
    private final ArchiveStorage storage;

    Statements(RetentionPolicy retention, ArchiveStorage storage) {
        this.retention = retention;
        this.storage = storage;
    }

    /// The files by their names.
    SortedMap<String, byte[]> files() {
        return new TreeMap<>(Map.of("retention.json", periods(), "storage.json", storage()));
    }

    private byte[] periods() {
        FlatJson json = new FlatJson();
        for (RetentionClass retentionClass : RetentionClass.values()) {
            json.with(
                    retentionClass.name(),
                    "at least " + retentionClass.minimum() + " (" + retentionClass.rule() + ", "
                            + retentionClass.rule().link() + "), "
                            + retention
                                    .maximum(retentionClass)
                                    .map(maximum -> "at most " + maximum)
                                    .orElse("and on"));
        }
        return json.toString().getBytes(UTF_8);
    }

    private byte[] storage() {
        FlatJson json = new FlatJson().with("bucket", storage.bucket());
        ObjectLock lock = storage.lock();
        switch (lock) {
            case ObjectLock.Offered offered ->
                json.with("objectLock", "offered: the store refused to delete what is under retention")
                        .with(
                                "refused",
                                offered.refused().stream()
                                        .map(refusal -> refusal.attempt() + ": " + refusal.answer())
                                        .collect(Collectors.joining("; ")));
            case ObjectLock.NotOffered missing ->
                json.with("objectLock", "not offered").with("answer", missing.answer());
            case ObjectLock.Unreachable unreachable ->
                json.with("objectLock", "not known: the store could not be asked")
                        .with("answer", unreachable.reason());
        }
        return json.with("seenAt", lock.seenAt().toString()).toString().getBytes(UTF_8);
    }
}
