package io.mingshi.records.archiving;

import static io.mingshi.records.RecordsProblem.ARCHIVE_DAMAGED;
import static io.mingshi.records.RecordsProblem.EVIDENCE_UNAVAILABLE;
import static io.mingshi.records.RecordsProblem.NOT_ARCHIVED;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.mingshi.contracts.event.RecordsEvent.RecordRestored;
import io.mingshi.evidencelog.merkle.Tile;
import io.mingshi.records.Announcements;
import io.mingshi.records.Archive;
import io.mingshi.records.Evidence;
import io.mingshi.records.Records;
import io.mingshi.records.verification.Expirations;
import io.mingshi.servicekit.caller.Caller;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.time.Clock;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

/// Puts a record back that was deleted from the database or changed there. What comes back is what the evidence log
/// says, or nothing.
@Singleton
public class RestoreRecord {
    /// Longer than any line that the archive writes: an event of a million characters, encrypted and in Base64.
    private static final int LONGEST_LINE = 8_000_000;

    private final Archive archive;
    private final Segments segments;
    private final Records records;
    private final Evidence evidence;
    private final Announcements events;
    private final Clock clock;

    RestoreRecord(
            Archive archive, Segments segments, Records records, Evidence evidence, Announcements events, Clock clock) {
        this.archive = archive;
        this.segments = segments;
        this.records = records;
        this.evidence = evidence;
        this.events = events;
        this.clock = clock;
    }

    /// @throws io.mingshi.contracts.ProblemException `NOT_ARCHIVED` when no object has it, `ARCHIVE_DAMAGED` when what
    ///     is archived is not what the log says
    @Transactional
    public SealedRow restore(long position, Caller officer) {
        SealedRow row = segments.around(position).stream()
                .flatMap(segment -> find(segment, position).stream())
                .findFirst()
                .orElseThrow(() -> NOT_ARCHIVED.with("no object of the archive has the record at position " + position
                        + ": it was not archived yet, or its period is over"));
        if (!Arrays.equals(row.entry().bytes(), logged(position))) {
            throw ARCHIVE_DAMAGED.with("what the archive has for position " + position
                    + " is not what the evidence log says of it: nothing was restored");
        }
        requireNotExpired(row);
        segments.restore(row);
        events.publish(new RecordRestored(position, row.header().eventId(), officer.person(), clock.instant()));
        return row;
    }

    /// What went because its period was over does not come back.
    private void requireNotExpired(SealedRow row) {
        try {
            if (Expirations.read(records, evidence)
                    .cover(row.header().retentionClass(), row.header().receivedAt(), row.position())) {
                throw NOT_ARCHIVED.with("the record at position " + row.position()
                        + " went because its period was over: it is not restored");
            }
        } catch (IOException e) {
            throw EVIDENCE_UNAVAILABLE.with("the evidence log cannot be read: nothing was restored");
        }
    }

    private byte[] logged(long position) {
        long size = evidence.size();
        if (position < 0 || position >= size) {
            throw NOT_ARCHIVED.with("the evidence log has " + size + " entries, and none for position " + position);
        }
        try {
            return evidence.reader()
                    .bundle(Tile.of(0, position / Tile.FULL, size))
                    .entry((int) (position % Tile.FULL));
        } catch (IOException e) {
            throw EVIDENCE_UNAVAILABLE.with("the evidence log cannot be read: nothing was restored");
        }
    }

    /// The whole object is read, because only then its hash is known to fit.
    private Optional<SealedRow> find(Segment segment, long position) {
        Optional<SealedRow> found = Optional.empty();
        try (InputStream object = archive.get(segment.key(), segment.sha256());
                var lines = new BufferedReader(new InputStreamReader(new GZIPInputStream(object), UTF_8))) {
            String start = "{\"position\":" + position + ",";
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.length() > LONGEST_LINE) {
                    throw damaged(segment);
                }
                if (line.startsWith(start)) {
                    found = Optional.of(SealedRow.parse(line));
                }
            }
            object.readAllBytes();
            return found;
        } catch (IOException | IllegalArgumentException e) {
            throw damaged(segment);
        }
    }

    private static RuntimeException damaged(Segment segment) {
        return ARCHIVE_DAMAGED.with(segment.key().name() + " of the archive cannot be read: nothing was restored");
    }
}
