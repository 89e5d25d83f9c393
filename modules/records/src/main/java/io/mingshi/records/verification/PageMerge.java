package io.mingshi.records.verification;

import io.mingshi.records.LogLedger.Ahead;
import io.mingshi.records.SealedEntry;
import io.mingshi.records.Stored;
import io.mingshi.records.StoredRecords;
import io.mingshi.records.verification.Expirations.ClassAndMonth;
import io.mingshi.records.verification.Finding.Deleted;
import io.mingshi.records.verification.Finding.Edited;
import io.mingshi.records.verification.Finding.Inserted;
import io.mingshi.records.verification.Finding.KeyDestroyed;
import io.mingshi.records.verification.Finding.LogRewritten;
import io.mingshi.records.verification.Finding.MissingBeforeLogged;
import io.mingshi.records.verification.Finding.OlderState;
import io.mingshi.records.verification.Finding.Place;
import io.mingshi.records.verification.Finding.Reordered;
import io.mingshi.servicekit.event.EventCodec;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Goes along entries of the log and rows of the database, position by position. Used once, for some entries.
final class PageMerge {
    /// Rows that anybody inserted at one position are not all held in memory.
    private static final int MOST = 20_000;

    private final long from;
    private final List<LogEntry> entries;
    private final boolean[] found;
    private final Comparison comparison;
    private final StoredRecords stored;
    private final List<Ahead> ahead;
    private final List<Finding> findings = new ArrayList<>();
    private final Map<ClassAndMonth, Long> gone = new HashMap<>();
    private long rows;

    PageMerge(long from, List<LogEntry> entries, StoredRecords stored, EventCodec codec, List<Ahead> ahead) {
        this.from = from;
        this.entries = entries;
        this.found = new boolean[entries.size()];
        this.stored = stored;
        this.ahead = ahead;
        this.comparison = new Comparison(codec);
    }

    /// What some entries and rows gave.
    ///
    /// @param expired how many entries have no row because their period was over
    record Result(long rows, List<Finding> findings, Map<ClassAndMonth, Long> expired) {}

    /// Reads which records expired, when any is missing.
    interface Expired {
        Expirations read() throws IOException;
    }

    Result run(Expired expired, LogEntries newest) throws IOException {
        stored.between(from, from + entries.size(), this::compare);
        Map<String, Long> lost = new LinkedHashMap<>();
        for (int i = 0; i < entries.size(); i++) {
            long position = from + i;
            switch (entries.get(i)) {
                case LogEntry.Seal(SealedEntry entry) -> {
                    if (!found[i]) {
                        lost.put(entry.eventId(), position);
                    }
                }
                case LogEntry.Missing() -> findings.add(new MissingBeforeLogged(position));
                case LogEntry.Foreign() ->
                    findings.add(new LogRewritten("entry " + position + " is none that this service writes"));
            }
        }
        if (!lost.isEmpty()) {
            stored.of(lost.keySet(), row -> moved(row, lost));
            Expirations expirations = expired.read();
            lost.values().forEach(position -> missing(position, expirations));
        }
        forgive(newest);
        return new Result(rows, findings, gone);
    }

    /// Takes back what a record explains.
    private void forgive(LogEntries log) throws IOException {
        List<Destroyed> destroyed = findings.stream()
                .filter(KeyDestroyed.class::isInstance)
                .map(finding -> ((KeyDestroyed) finding).key())
                .distinct()
                .toList();
        if (!destroyed.isEmpty()) {
            Set<Destroyed> told = Destroyed.told(destroyed, stored, log);
            findings.removeIf(finding -> finding instanceof KeyDestroyed erased && told.contains(erased.key()));
        }
    }

    private void compare(Stored row) {
        rows++;
        int at = (int) (row.position() - from);
        var place = new Place(row.position(), row.eventId());
        if (!(entries.get(at) instanceof LogEntry.Seal(SealedEntry entry))
                || !entry.eventId().equals(row.eventId())) {
            if (findings.size() < MOST) {
                findings.add(new Inserted(place)); // unless it was moved here, which is seen at its own position
            }
            return;
        }
        switch (row) {
            case Stored.Garbled broken -> findings.add(new Edited(place, List.of("a column (" + broken.why() + ")")));
            case Stored.Row readable -> {
                findings.addAll(comparison.of(entry, readable));
                if (lost(row.position()).isPresent()
                        && readable.kept().legible().isEmpty()) {
                    findings.add(new Inserted(place));
                }
            }
        }
        found[at] = true;
    }

    /// Positions that the database had not given when the log had them already. A record that is there
    /// nevertheless was put back by hand; only who has its key can have made its text.
    private Optional<Ahead> lost(long position) {
        return ahead.stream()
                .filter(range -> position >= range.first() && position <= range.last())
                .findFirst();
    }

    /// A record whose row is not where it belongs but elsewhere.
    private void moved(Stored row, Map<String, Long> lost) {
        Long position = lost.remove(row.eventId());
        if (position == null) {
            return;
        }
        findings.add(new Reordered(new Place(position, row.eventId()), row.position()));
        if (row instanceof Stored.Row readable
                && entries.get((int) (position - from)) instanceof LogEntry.Seal(SealedEntry entry)) {
            findings.addAll(comparison.of(entry, readable));
        }
    }

    private void missing(long position, Expirations expirations) {
        SealedEntry entry = ((LogEntry.Seal) entries.get((int) (position - from))).entry();
        var place = new Place(position, entry.eventId());
        if (expirations.cover(entry.retentionClass(), entry.receivedAt(), position)) {
            var what = new ClassAndMonth(entry.retentionClass(), Expirations.month(entry.receivedAt()));
            gone.merge(what, 1L, Long::sum);
            return;
        }
        findings.add(lost(position)
                .<Finding>map(range -> new OlderState(place, range.noticedAt()))
                .orElseGet(() -> new Deleted(place, entry.retentionClass(), entry.receivedAt())));
    }
}
