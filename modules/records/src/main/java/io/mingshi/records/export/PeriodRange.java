package io.mingshi.records.export;

import io.mingshi.evidencelog.merkle.Tile;
import io.mingshi.evidencelog.store.Bundle;
import io.mingshi.evidencelog.store.LogReader;
import io.mingshi.records.export.archive.LogEntry;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Which entries of the log show all of a period: those within it and within a margin, and one more on either side.
///
/// The log is in the order of the commits, and times of receipt follow that order up to the margin.
///
/// @param first the first of them
/// @param end the first after them
record PeriodRange(long first, long end) {
    static PeriodRange of(LogReader log, long size, ExportScope.Period period, Duration margin) throws IOException {
        Search search = new Search(log, size);
        Instant from = period.from().minus(margin);
        Instant to = period.to().plus(margin);
        long first = Math.max(0, search.firstNotBefore(from) - 1);
        while (first > 0 && !search.isBefore(first, from)) {
            first--;
        }
        long end = Math.min(size, search.firstNotBefore(to) + 1);
        while (end < size && !search.isNotBefore(end - 1, to)) {
            end++;
        }
        return new PeriodRange(first, end);
    }

    /// Looks for times among the entries.
    private static final class Search {
        private final LogReader log;
        private final long size;
        private long bundleIndex = -1;
        private @Nullable Bundle bundle;

        Search(LogReader log, long size) {
            this.log = log;
            this.size = size;
        }

        /// By halves, as if the times only grew.
        long firstNotBefore(Instant instant) throws IOException {
            long low = 0;
            long high = size;
            while (low < high) {
                long middle = (low + high) >>> 1;
                long timed = middle;
                Instant received = received(timed);
                while (received == null && ++timed < high) {
                    received = received(timed);
                }
                if (received == null || !received.isBefore(instant)) {
                    high = middle;
                } else {
                    low = timed + 1;
                }
            }
            return low;
        }

        boolean isBefore(long position, Instant instant) throws IOException {
            Instant received = received(position);
            return received != null && received.isBefore(instant);
        }

        boolean isNotBefore(long position, Instant instant) throws IOException {
            Instant received = received(position);
            return received != null && !received.isBefore(instant);
        }

        /// Null where the log only knows that a record vanished.
        private @Nullable Instant received(long position) throws IOException {
            return entry(position) instanceof LogEntry.Kept kept ? kept.received() : null;
        }

        private LogEntry entry(long position) throws IOException {
            Bundle read = bundle;
            if (read == null || bundleIndex != position / Tile.FULL) {
                bundleIndex = position / Tile.FULL;
                read = log.bundle(Tile.of(0, bundleIndex, size));
                bundle = read;
            }
            return LogEntry.parse(read.entry((int) (position % Tile.FULL)), position);
        }
    }
}
