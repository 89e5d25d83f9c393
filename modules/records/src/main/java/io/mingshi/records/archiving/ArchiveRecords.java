package io.mingshi.records.archiving;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.mingshi.records.Archive;
import io.mingshi.records.Evidence;
import io.mingshi.records.Protection;
import io.mingshi.records.archiving.Segments.Waiting;
import io.mingshi.records.retention.Disposal;
import io.mingshi.records.retention.Partition;
import io.mingshi.records.retention.RetentionCalendar;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPOutputStream;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// Copies sealed records into the archive, each to stay there as long as the law asks for at least.
///
/// The texts stay encrypted: when their key is destroyed they are gone from the archive too, although the object stays.
@Singleton
public class ArchiveRecords {
    /// Records in one object: some tens of megabytes.
    private static final int FULL = 20_000;

    private static final int LONGEST_TRANSACTION_SECONDS = 900;

    private final Archive archive;
    private final Segments segments;
    private final Disposal disposal;
    private final Evidence evidence;
    private final Clock clock;
    private final Duration after;

    /// @param after how long a record waits at most for others to share an object with
    ArchiveRecords(
            Archive archive,
            Segments segments,
            Disposal disposal,
            Evidence evidence,
            Clock clock,
            @ConfigProperty(name = "mingshi.records.archive.after", defaultValue = "PT1H") Duration after) {
        this.archive = archive;
        this.segments = segments;
        this.disposal = disposal;
        this.evidence = evidence;
        this.clock = clock;
        this.after = after;
    }

    /// Archives what waited long enough.
    ///
    /// @return how many records are in the archive that were not before, and how many still wait
    public Run run() {
        return run(after);
    }

    /// What one run did.
    public record Run(long archived, long waiting) {}

    /// Archives everything that is in the evidence log.
    public Run run(Duration oldest) {
        long archived = 0;
        long waiting = 0;
        List<Partition> partitions = QuarkusTransaction.requiringNew().call(disposal::partitions);
        for (Partition partition : partitions) {
            if (!mustStay(partition)) {
                continue; // It may go any day, and a store does not lock what may go.
            }
            long now;
            do {
                now = QuarkusTransaction.requiringNew()
                        .timeout(LONGEST_TRANSACTION_SECONDS)
                        .call(() -> segments.begin() ? archive(partition, oldest) : 0);
                archived += now;
            } while (now == FULL);
            waiting += QuarkusTransaction.requiringNew()
                    .call(() -> waiting(partition).count());
        }
        return new Run(archived, waiting);
    }

    private boolean mustStay(Partition partition) {
        return until(partition).isAfter(clock.instant());
    }

    private static Instant until(Partition partition) {
        return RetentionCalendar.over(
                partition.latest(), partition.retentionClass().minimum());
    }

    private int archive(Partition partition, Duration oldest) {
        Waiting waiting = waiting(partition);
        Instant now = clock.instant();
        boolean due = waiting.oldest()
                .filter(received -> waiting.count() >= FULL || !received.isAfter(now.minus(oldest)))
                .isPresent();
        return due ? write(partition, waiting, now) : 0;
    }

    private Waiting waiting(Partition partition) {
        return segments.waiting(partition.retentionClass(), partition.month(), evidence.size());
    }

    private int write(Partition partition, Waiting waiting, Instant now) {
        try {
            Path file = Files.createTempFile("segment", ".gz");
            try {
                return write(partition, waiting, now, file);
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("a segment of the archive could not be written: is the disk full?", e);
        }
    }

    private int write(Partition partition, Waiting waiting, Instant now, Path file) throws IOException {
        MessageDigest sha256 = sha256();
        Counting counting = new Counting();
        try (OutputStream out = new GZIPOutputStream(new DigestOutputStream(Files.newOutputStream(file), sha256))) {
            segments.rows(waiting, FULL, row -> counting.write(out, row));
        }
        String hash = HexFormat.of().formatHex(sha256.digest());
        try (InputStream in = Files.newInputStream(file)) {
            Archive.Kept kept =
                    archive.put(name(partition, waiting.first(), counting.last), in, hash, until(partition));
            segments.written(new Segment(
                    kept.key(),
                    partition.retentionClass(),
                    partition.month(),
                    waiting.first(),
                    counting.last,
                    counting.records,
                    hash,
                    kept.protection().retainUntil(),
                    kept.protection() instanceof Protection.Locked,
                    false,
                    now.truncatedTo(ChronoUnit.MICROS)));
        }
        return counting.records;
    }

    /// Lays legal holds on what holds records under one, and takes them off; lengthens periods whose start moved;
    /// removes what is gone from the database and need not stay. Without object lock there is nothing to lay.
    ///
    /// @return sentences about what could not be done
    public List<String> follow() {
        return new Following(archive, segments, disposal).follow(clock.instant());
    }

    private static String name(Partition partition, long first, long last) {
        return "records/" + partition.retentionClass().name().toLowerCase(Locale.ROOT) + "/" + partition.month() + "/"
                + String.format(Locale.ROOT, "%016d-%016d.jsonl.gz", first, last);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /// The rows of one object while they are written.
    private static final class Counting {
        private int records;
        private long last = -1;

        void write(OutputStream out, SealedRow row) {
            try {
                out.write(row.line().getBytes(UTF_8));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            records++;
            last = row.position();
        }
    }
}
