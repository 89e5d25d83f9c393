package io.mingshi.records.export;

import io.mingshi.evidencelog.merkle.Tile;
import io.mingshi.evidencelog.store.Bundle;
import io.mingshi.evidencelog.store.LogReader;
import io.mingshi.records.export.archive.ExportFacts;
import io.mingshi.records.export.archive.LeftOut;
import io.mingshi.records.export.archive.LeftOut.Why;
import io.mingshi.records.export.archive.LogEntry;
import java.io.IOException;
import java.io.OutputStream;
import java.util.EnumMap;
import java.util.Map;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/// Writes why entries of a period have no record in the export, one line for those that stand together; used once.
final class PeriodLedger {
    private final LogReader log;
    private final ExportFacts facts;
    private final KnownExpiries expiries;
    private final OutputStream out;
    private final Map<Why, Long> without = new EnumMap<>(Why.class);
    private @Nullable LeftOut open;

    PeriodLedger(LogReader log, ExportFacts facts, KnownExpiries expiries, OutputStream out) {
        this.log = log;
        this.facts = facts;
        this.expiries = expiries;
        this.out = out;
    }

    /// @return how many have none, by why
    Map<Why, Long> write(Positions records) throws IOException {
        ExportFacts.Covered covered = facts.covered().orElseThrow();
        long record = records.next();
        Bundle bundle = null;
        for (long position = covered.first(); position < covered.end(); position++) {
            int place = (int) (position % Tile.FULL);
            if (bundle == null || place == 0) {
                bundle = log.bundle(Tile.of(0, position / Tile.FULL, facts.logSize()));
            }
            if (record == position) {
                record = records.next();
            } else {
                leftOut(position, LogEntry.parse(bundle.entry(place), position));
            }
        }
        close();
        return without;
    }

    private void leftOut(long position, LogEntry entry) throws IOException {
        switch (entry) {
            case LogEntry.Missing _ -> add(position, Why.MISSING, OptionalLong.empty());
            case LogEntry.Kept kept -> {
                if (facts.scope().includes(kept.received())) {
                    OptionalLong expiry = expiries.of(position, kept);
                    add(position, expiry.isPresent() ? Why.EXPIRED : Why.LOST, expiry);
                }
            }
        }
    }

    private void add(long position, Why why, OptionalLong expiry) throws IOException {
        without.merge(why, 1L, Long::sum);
        LeftOut before = open;
        if (before != null
                && before.last() + 1 == position
                && before.why() == why
                && before.expiry().equals(expiry)) {
            open = new LeftOut(before.first(), position, why, expiry);
        } else {
            close();
            open = new LeftOut(position, position, why, expiry);
        }
    }

    private void close() throws IOException {
        LeftOut last = open;
        if (last != null) {
            out.write(last.bytes());
            out.write('\n');
            open = null;
        }
    }
}
