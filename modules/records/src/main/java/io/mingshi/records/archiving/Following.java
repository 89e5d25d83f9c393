package io.mingshi.records.archiving;

import io.mingshi.contracts.ProblemException;
import io.mingshi.records.Archive;
import io.mingshi.records.archiving.Segments.Held;
import io.mingshi.records.retention.Disposal;
import io.mingshi.records.retention.Partition;
import io.mingshi.records.retention.RetentionCalendar;
import io.quarkus.narayana.jta.QuarkusTransaction;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.UnaryOperator;
import org.jboss.logging.Logger;

/// Makes the archive follow what was decided about the records.
final class Following {
    private static final Logger LOG = Logger.getLogger(Following.class);

    private final Archive archive;
    private final Segments segments;
    private final Disposal disposal;
    private final List<String> failed = new ArrayList<>();

    Following(Archive archive, Segments segments, Disposal disposal) {
        this.archive = archive;
        this.segments = segments;
        this.disposal = disposal;
    }

    List<String> follow(Instant now) {
        for (Held held : inTransaction(segments::held)) {
            if (held.segment().locked() && held.mustHold() != held.segment().held()) {
                change(held.segment(), segment -> held(segment, held.mustHold()));
            }
        }
        for (Partition partition : inTransaction(disposal::partitions)) {
            lengthen(partition);
        }
        for (Segment segment : inTransaction(() -> segments.expired(now))) {
            attempt(segment, () -> {
                archive.delete(segment.key());
                segments.deleted(segment);
            });
        }
        return List.copyOf(failed);
    }

    private void lengthen(Partition partition) {
        Instant until = RetentionCalendar.over(
                partition.latest(), partition.retentionClass().minimum());
        List<Segment> those = inTransaction(() -> segments.of(partition.retentionClass(), partition.month()));
        for (Segment segment : those) {
            if (segment.locked() && segment.retainUntil().isBefore(until)) {
                change(
                        segment,
                        shorter -> with(
                                shorter, archive.extend(shorter.key(), until).retainUntil(), shorter.held()));
            }
        }
    }

    private Segment held(Segment segment, boolean hold) {
        var protection = hold ? archive.hold(segment.key()) : archive.release(segment.key());
        return with(segment, protection.retainUntil(), protection.held());
    }

    private static Segment with(Segment segment, Instant retainUntil, boolean held) {
        return new Segment(
                segment.key(),
                segment.retentionClass(),
                segment.month(),
                segment.first(),
                segment.last(),
                segment.records(),
                segment.sha256(),
                retainUntil,
                segment.locked(),
                held,
                segment.writtenAt());
    }

    private void change(Segment segment, UnaryOperator<Segment> change) {
        attempt(segment, () -> segments.changed(change.apply(segment)));
    }

    private void attempt(Segment segment, Runnable work) {
        try {
            QuarkusTransaction.requiringNew().run(work);
        } catch (ProblemException e) {
            LOG.errorf("%s of the archive could not follow: %s", segment.key().name(), e.detail());
            failed.add(segment.key().name() + ": " + e.detail());
        }
    }

    private static <T> T inTransaction(Callable<T> work) {
        return QuarkusTransaction.requiringNew().call(work);
    }
}
