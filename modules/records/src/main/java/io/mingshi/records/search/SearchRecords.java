package io.mingshi.records.search;

import static io.mingshi.records.RecordsProblem.INVALID_SEARCH;

import io.mingshi.contracts.ProblemException;
import io.mingshi.records.Checked;
import io.mingshi.records.Findings;
import io.mingshi.records.Findings.Found;
import io.mingshi.records.KeptRecord;
import io.mingshi.records.LogComparison;
import io.mingshi.records.PrivilegedReads;
import io.mingshi.records.RecordIndex;
import io.mingshi.records.RecordIndex.Near;
import io.mingshi.records.RecordProof;
import io.mingshi.records.Records.Column;
import io.mingshi.servicekit.caller.Caller;
import io.mingshi.servicekit.caller.Role;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Finds records by what somebody has in hand, so that they lead on to the chains of works.
///
/// Each look-up is itself recorded in the same transaction, whatever it finds.
/// [DSP-16](http://www.cac.gov.cn/2022-12/11/c_1672221949354811.htm)
@ApplicationScoped
public class SearchRecords {
    private static final int ONE_MORE = Findings.PAGE + 1;

    private final RecordIndex index;
    private final LogComparison log;
    private final PrivilegedReads reads;

    SearchRecords(RecordIndex index, LogComparison log, PrivilegedReads reads) {
        this.index = index;
        this.log = log;
        this.reads = reads;
    }

    /// @param after `next` of the page before; null for the first
    /// @throws io.mingshi.contracts.ProblemException `INVALID_SEARCH` when `after` is not one that was given,
    ///     or `EVIDENCE_UNAVAILABLE` when the evidence log cannot be read
    @Transactional
    public Findings find(Criterion criterion, @Nullable String after, Caller reader, Role privilege) {
        reads.record(reader, privilege, criterion.what(), criterion.target());
        return switch (criterion) {
            case Criterion.ContentHash hash -> by(Column.CONTENT_HASH, hash.sha256(), after);
            case Criterion.Watermark watermark -> by(Column.WATERMARK, watermark.number(), after);
            case Criterion.Ticket ticket -> by(Column.TICKET, ticket.number(), after);
            case Criterion.Fingerprint fingerprint -> near(fingerprint.pdq());
            case Criterion.Time time -> between(time, after);
        };
    }

    /// What lets anybody check the record at a position offline; empty when there is none.
    ///
    /// @throws io.mingshi.contracts.ProblemException `EVIDENCE_UNAVAILABLE` when the evidence log
    ///     cannot be read
    @Transactional
    public Optional<RecordProof> proof(long position, Caller reader, Role privilege) {
        reads.record(reader, privilege, "record-proof", Long.toString(position));
        return log.proven(index.at(position)).stream()
                .map(Checked::proof)
                .filter(Objects::nonNull)
                .findFirst();
    }

    private Findings by(Column column, String id, @Nullable String after) {
        return Findings.byPosition(log.compared(index.by(column, id, position(after), ONE_MORE)));
    }

    private Findings near(String fingerprint) {
        List<Near> near = index.near(fingerprint, Findings.PAGE);
        List<Checked> checked = log.compared(near.stream().map(Near::kept).toList());
        List<Found> found = new ArrayList<>();
        for (int i = 0; i < near.size(); i++) {
            found.add(Found.of(checked.get(i), near.get(i).distance()));
        }
        return new Findings(found, null);
    }

    /// The place in a time is the instant and the position of the last record that was shown.
    private Findings between(Criterion.Time time, @Nullable String after) {
        String[] place = after == null ? new String[] {time.from().toString(), null} : after.split("_", 2);
        Instant from = instant(place[0]);
        List<KeptRecord> kept = index.between(
                from.isBefore(time.from()) ? time.from() : from,
                time.to(),
                position(place.length == 2 ? place[1] : ""),
                ONE_MORE);
        List<Found> page = log.compared(kept.stream().limit(Findings.PAGE).toList()).stream()
                .map(Found::of)
                .toList();
        return new Findings(page, kept.size() > Findings.PAGE ? place(kept.get(Findings.PAGE - 1)) : null);
    }

    private static String place(KeptRecord last) {
        return last.header().occurredAt() + "_" + last.position();
    }

    private static Instant instant(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException e) {
            throw noPlace();
        }
    }

    private static long position(@Nullable String after) {
        if (after == null) {
            return -1;
        }
        try {
            return Long.parseLong(after);
        } catch (NumberFormatException e) {
            throw noPlace();
        }
    }

    private static ProblemException noPlace() {
        return INVALID_SEARCH.with("after is what an answer gave as next, unchanged");
    }
}
