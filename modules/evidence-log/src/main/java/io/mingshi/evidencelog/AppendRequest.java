package io.mingshi.evidencelog;

import static io.mingshi.evidencelog.EvidenceLogException.Code.TOO_LARGE;

import io.mingshi.evidencelog.merkle.TreeHasher;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/// Entries of one caller on their way into the journal.
final class AppendRequest {
    /// Bytes that become durable or not as one: they are held in memory some times over.
    private static final long MAX_BYTES = 64L << 20;

    private final List<Leaf> leaves = new ArrayList<>();
    private final long bytes;
    private List<Appended> answer = List.of();
    private final Thread caller = Thread.currentThread();
    private volatile boolean answered;

    AppendRequest(List<byte[]> entries) {
        TreeHasher hasher = new TreeHasher();
        long sum = 0;
        for (byte[] entry : entries) {
            Integrator.checkSize(entry);
            byte[] own = entry.clone();
            leaves.add(new Leaf(own, hasher));
            sum += own.length + Short.BYTES;
            if (sum > MAX_BYTES) {
                throw TOO_LARGE.with("at most " + MAX_BYTES + " bytes are appended at once: append them in parts");
            }
        }
        this.bytes = sum;
    }

    List<Leaf> leaves() {
        return leaves;
    }

    long bytes() {
        return bytes;
    }

    boolean isAnswered() {
        return answered;
    }

    List<Appended> answer() {
        return answer;
    }

    void answer(List<Appended> all) {
        answer = List.copyOf(all);
        answered = true;
    }

    void wake() {
        LockSupport.unpark(caller);
    }
}
