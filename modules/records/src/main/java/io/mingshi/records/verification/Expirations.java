package io.mingshi.records.verification;

import io.mingshi.contracts.PersonId;
import io.mingshi.evidencelog.note.Checkpoint;
import io.mingshi.records.Evidence;
import io.mingshi.records.KeptRecord;
import io.mingshi.records.Records;
import io.mingshi.records.RetentionClass;
import io.mingshi.records.retention.RetentionCalendar;
import io.mingshi.records.verification.Finding.ExpiredTooEarly;
import io.mingshi.records.verification.Finding.ExpiryMiscounted;
import java.io.IOException;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Which records may be gone. Only what the evidence log vouches for counts: a row that somebody wrote into the
/// database excuses nothing.
public final class Expirations {
    private final List<Expiry> expiries;

    private Expirations(List<Expiry> expiries) {
        this.expiries = expiries;
    }

    /// Those that are told of now.
    public static Expirations read(Records records, Evidence evidence) throws IOException {
        long size = Checkpoint.parse(evidence.checkpoint().text()).size();
        return read(records, new LogEntries(evidence.reader(), size));
    }

    /// Whether records of this class went that were received in the month of this instant.
    public boolean expired(RetentionClass retentionClass, Instant receivedAt) {
        return expiries.stream()
                .anyMatch(expiry -> expiry.retentionClass() == retentionClass
                        && expiry.month().equals(month(receivedAt)));
    }

    static Expirations read(Records records, LogEntries log) throws IOException {
        List<Expiry> found = new ArrayList<>();
        for (KeptRecord kept : records.ofPerson(new PersonId("platform"), Expiry.TYPE)) {
            if (log.at(kept.position()) instanceof LogEntry.Seal(var entry) && entry.equals(kept.entry())) {
                Expiry.of(kept).ifPresent(found::add);
            }
        }
        return new Expirations(List.copyOf(found));
    }

    /// Whether the record at this position is one of those that went.
    public boolean cover(RetentionClass retentionClass, Instant receivedAt, long position) {
        YearMonth month = month(receivedAt);
        return expiries.stream().anyMatch(expiry -> expiry.covers(retentionClass, month, position));
    }

    /// Those that came too early, and those whose number is not that of the records that are gone.
    List<Finding> findings(Map<ClassAndMonth, Long> gone) {
        List<Finding> findings = new ArrayList<>();
        for (Expiry expiry : expiries) {
            Instant notBefore = RetentionCalendar.over(
                    RetentionCalendar.youngest(expiry.month()),
                    expiry.retentionClass().minimum());
            if (expiry.at().isBefore(notBefore)) {
                findings.add(new ExpiredTooEarly(
                        expiry.told(), expiry.retentionClass(), expiry.month(), expiry.at(), notBefore));
            }
        }
        gone.forEach((what, count) -> {
            long expired = expiries.stream()
                    .filter(expiry -> expiry.retentionClass() == what.retentionClass()
                            && expiry.month().equals(what.month()))
                    .mapToLong(Expiry::count)
                    .sum();
            if (expired != count) {
                findings.add(new ExpiryMiscounted(what.retentionClass(), what.month(), count, expired));
            }
        });
        return findings;
    }

    static YearMonth month(Instant receivedAt) {
        return YearMonth.from(receivedAt.atOffset(ZoneOffset.UTC));
    }

    /// What expires together.
    record ClassAndMonth(RetentionClass retentionClass, YearMonth month) {}
}
