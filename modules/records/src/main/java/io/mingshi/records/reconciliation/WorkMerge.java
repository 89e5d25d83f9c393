package io.mingshi.records.reconciliation;

import io.mingshi.records.reconciliation.Discrepancy.ObjectDiffers;
import io.mingshi.records.reconciliation.Discrepancy.ObjectMissing;
import io.mingshi.records.reconciliation.Discrepancy.ObjectWithoutRecord;
import io.mingshi.records.reconciliation.RecordedWorks.Recorded;
import io.mingshi.records.reconciliation.WorkObjects.Listed;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Goes along the objects and the recorded works, both in the order of the hash: nothing is held in memory.
/// Used once.
final class WorkMerge {
    /// Reads the bytes of an object.
    interface Hashing {
        Optional<String> sha256(String key) throws IOException;
    }

    private final Iterator<Listed> objects;
    private final Predicate<Listed> excused;
    private final Predicate<String> sampled;
    private final Hashing hashing;
    private final Consumer<Discrepancy> found;
    private @Nullable Listed object;
    private String lastObject = "";
    private String lastWork = "";
    private String matched = "";
    private long objectCount;
    private long workCount;
    private long readCount;

    /// @param excused objects that need no record
    /// @param sampled objects whose bytes are read
    WorkMerge(
            Iterator<Listed> objects,
            Predicate<Listed> excused,
            Predicate<String> sampled,
            Hashing hashing,
            Consumer<Discrepancy> found) {
        this.objects = objects;
        this.excused = excused;
        this.sampled = sampled;
        this.hashing = hashing;
        this.found = found;
        next();
    }

    /// The next work.
    void work(Recorded work) {
        inOrder(lastWork, work.contentHash(), "recorded works");
        lastWork = work.contentHash();
        workCount++;
        while (object != null && object.key().compareTo(work.contentHash()) < 0) {
            pass(object);
        }
        if (object == null || !object.key().equals(work.contentHash())) {
            found.accept(new ObjectMissing(work.work(), work.contentHash()));
            return;
        }
        if (!matched.equals(work.contentHash())) {
            matched = work.contentHash();
            read(work);
        }
    }

    /// No more works come.
    void end() {
        while (object != null) {
            pass(object);
        }
    }

    long objects() {
        return objectCount;
    }

    long works() {
        return workCount;
    }

    /// Objects whose bytes were read.
    long read() {
        return readCount;
    }

    private void read(Recorded work) {
        if (!sampled.test(work.contentHash())) {
            return;
        }
        try {
            readCount++;
            Optional<String> actual = hashing.sha256(work.contentHash());
            if (actual.isEmpty()) {
                found.accept(new ObjectMissing(work.work(), work.contentHash()));
            } else if (!actual.get().equals(work.contentHash())) {
                found.accept(new ObjectDiffers(work.work(), work.contentHash(), actual.get()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void pass(Listed passed) {
        if (!matched.equals(passed.key()) && !excused.test(passed)) {
            found.accept(new ObjectWithoutRecord(passed.key(), passed.modified()));
        }
        next();
    }

    private void next() {
        object = objects.hasNext() ? objects.next() : null;
        if (object != null) {
            inOrder(lastObject, object.key(), "objects");
            lastObject = object.key();
            objectCount++;
        }
    }

    /// A merge of what is not in order would see what is not there.
    private static void inOrder(String before, String after, String what) {
        if (before.compareTo(after) > 0) {
            throw new IllegalStateException(
                    "the " + what + " do not come in the order of their hashes: nothing can be told of them");
        }
    }
}
