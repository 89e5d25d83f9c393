package io.mingshi.records.export;

import io.mingshi.records.KeptRecord;
import io.mingshi.records.RecordScan;
import io.mingshi.records.RecordScan.Found;
import io.mingshi.records.RecordSelection;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/// The records of an export in their order, read ahead by a bounded number of bytes. For one thread.
final class RecordFeed {
    private static final int POSITIONS = 4_000;
    private static final int RECORDS = 1_000;
    private static final long BYTES = 4 << 20;

    private final RecordScan scan;
    private final RecordSelection selection;
    private final long before;
    private final Executor executor;
    private final int most;
    private final Deque<Found> found = new ArrayDeque<>();
    private long after;
    private @Nullable CompletableFuture<List<KeptRecord>> ahead;

    /// @param after the position before the first
    /// @param before the position after the last
    /// @param part never more records at once
    RecordFeed(RecordScan scan, RecordSelection selection, long after, long before, int part, Executor executor) {
        this.scan = scan;
        this.selection = selection;
        this.after = after;
        this.before = before;
        this.executor = executor;
        this.most = Math.min(part, RECORDS);
    }

    /// The next records; none at the end.
    List<KeptRecord> next() {
        CompletableFuture<List<KeptRecord>> current = ahead == null ? read() : ahead;
        try {
            List<KeptRecord> records = current.join();
            ahead = records.isEmpty() ? null : read();
            return records;
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException failure ? failure : e;
        }
    }

    private CompletableFuture<List<KeptRecord>> read() {
        return CompletableFuture.supplyAsync(this::load, executor);
    }

    /// One at a time: the next call is made when this one has ended.
    private List<KeptRecord> load() {
        if (found.isEmpty()) {
            found.addAll(scan.find(selection, after, before, POSITIONS));
        }
        if (found.isEmpty()) {
            return List.of();
        }
        long first = found.getFirst().position();
        long last = first;
        long bytes = 0;
        for (int count = 0; count < most && !found.isEmpty(); count++) {
            bytes += found.getFirst().bytes();
            if (count > 0 && bytes > BYTES) {
                break;
            }
            last = found.removeFirst().position();
        }
        after = last;
        List<KeptRecord> records = scan.read(selection, first, last);
        return records.isEmpty() ? load() : records; // what was found may have expired meanwhile
    }
}
