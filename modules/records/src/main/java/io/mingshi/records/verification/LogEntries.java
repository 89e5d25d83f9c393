package io.mingshi.records.verification;

import io.mingshi.evidencelog.merkle.Tile;
import io.mingshi.evidencelog.store.Bundle;
import io.mingshi.evidencelog.store.LogReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// The entries of the log up to a size.
record LogEntries(LogReader reader, long size) {
    /// The entries from one index to before another.
    List<LogEntry> read(long from, long to) throws IOException {
        List<LogEntry> entries = new ArrayList<>();
        for (long at = from; at < to; ) {
            Bundle bundle = reader.bundle(Tile.of(0, at / Tile.FULL, size));
            for (int place = (int) (at % Tile.FULL); place < Tile.FULL && at < to; place++) {
                entries.add(LogEntry.parse(at++, bundle.entry(place)));
            }
        }
        return entries;
    }

    /// The entry at an index.
    LogEntry at(long index) throws IOException {
        return index < 0 || index >= size
                ? new LogEntry.Foreign()
                : read(index, index + 1).getFirst();
    }
}
