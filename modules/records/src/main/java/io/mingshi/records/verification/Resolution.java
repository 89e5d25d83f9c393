package io.mingshi.records.verification;

import io.mingshi.records.KeptRecord;
import io.mingshi.records.Sealed;
import io.mingshi.records.SealedEntry;
import io.mingshi.records.Stored;
import io.mingshi.records.StoredRecords;
import io.mingshi.records.verification.Finding.PayloadSwapped;
import io.mingshi.records.verification.Finding.Place;
import io.mingshi.records.verification.Verification.Found;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// Makes sense of findings that only together tell what was done.
final class Resolution {
    /// Records with a foreign text that are compared with each other.
    private static final int MOST_SUSPECTS = 300;

    private final List<Found> found;
    private final StoredRecords stored;
    private final LogEntries log;
    private final Set<Long> explained = new HashSet<>();
    private final List<Finding> instead = new ArrayList<>();

    Resolution(List<Found> found, StoredRecords stored, LogEntries log) {
        this.found = found;
        this.stored = stored;
        this.log = log;
    }

    /// Findings that are covered by others.
    Set<Long> explained() {
        return explained;
    }

    /// Findings that take their place.
    List<Finding> instead() {
        return instead;
    }

    /// A record that was moved looks inserted where it is now.
    void moved() {
        Set<String> moved = found.stream()
                .filter(one -> one.kind().equals("Reordered"))
                .map(one -> one.place().eventId())
                .collect(Collectors.toSet());
        found.stream()
                .filter(one -> one.kind().equals("Inserted")
                        && moved.contains(one.place().eventId()))
                .forEach(one -> explained.add(one.number()));
    }

    /// Those that an expiry covers which was told of meanwhile.
    void expired(Map<Long, Finding.Deleted> deleted, Expirations expirations) {
        deleted.forEach((number, gone) -> {
            if (expirations.cover(
                    gone.retentionClass(), gone.receivedAt(), gone.place().position())) {
                explained.add(number);
            }
        });
    }

    /// Texts whose key was destroyed, as a record tells that came meanwhile.
    void destroyed(Map<Long, Destroyed> keys, LogEntries newest) throws IOException {
        if (!keys.isEmpty()) {
            Set<Destroyed> told = Destroyed.told(keys.values(), stored, newest);
            keys.forEach((number, key) -> {
                if (told.contains(key)) {
                    explained.add(number);
                }
            });
        }
    }

    /// Whose encrypted text it is that does not belong to a record.
    void payloads() throws IOException {
        List<Found> suspects = found.stream()
                .filter(one -> one.kind().equals("PayloadEdited"))
                .limit(MOST_SUSPECTS)
                .toList();
        List<KeptRecord> rows = new ArrayList<>();
        for (Found suspect : suspects) {
            long position = suspect.place().position();
            stored.between(position, position + 1, row -> {
                if (row instanceof Stored.Row(KeptRecord kept, var _, var _)
                        && row.eventId().equals(suspect.place().eventId())) {
                    rows.add(kept);
                }
            });
        }
        for (Found suspect : suspects) {
            swapped(suspect, rows);
        }
        copied(suspects, rows);
    }

    /// Its own text is at another suspect, whose entry fits once it is put back.
    private void swapped(Found suspect, List<KeptRecord> rows) throws IOException {
        if (!(log.at(suspect.place().position()) instanceof LogEntry.Seal(SealedEntry entry))) {
            return;
        }
        for (KeptRecord own : rows) {
            for (KeptRecord other : rows) {
                if (own.position() == suspect.place().position()
                        && own.position() != other.position()
                        && (fits(entry, own, other.sealed(), other.commitment())
                                || fits(entry, own, other.sealed(), own.commitment()))) {
                    explain(suspect, new Place(other.position(), other.header().eventId()));
                    return;
                }
            }
        }
    }

    private static boolean fits(SealedEntry entry, KeptRecord own, Sealed sealed, String commitment) {
        return SealedEntry.of(own.header(), sealed, commitment).equals(entry);
    }

    /// The same text is at another record too.
    private void copied(List<Found> suspects, List<KeptRecord> rows) {
        List<Found> open = suspects.stream()
                .filter(suspect -> !explained.contains(suspect.number()))
                .toList();
        if (open.isEmpty()) {
            return;
        }
        List<StoredRecords.Place> origins =
                stored.holding(rows.stream().map(KeptRecord::sealed).toList());
        for (Found suspect : open) {
            rows.stream()
                    .filter(row -> row.position() == suspect.place().position())
                    .flatMap(row -> origins.stream()
                            .filter(origin -> origin.position() != row.position()
                                    && origin.payload().equals(row.sealed())))
                    .findFirst()
                    .ifPresent(origin -> explain(suspect, new Place(origin.position(), origin.eventId())));
        }
    }

    private void explain(Found suspect, Place origin) {
        explained.add(suspect.number());
        instead.add(new PayloadSwapped(suspect.place(), origin));
    }
}
