package io.mingshi.evidencelog;

import static io.mingshi.evidencelog.EvidenceLogException.Code.FAILED;

import io.mingshi.evidencelog.merkle.Hash;
import io.mingshi.evidencelog.merkle.Tile;
import io.mingshi.evidencelog.merkle.TreeHasher;
import io.mingshi.evidencelog.note.Checkpoint;
import io.mingshi.evidencelog.note.SignedNote;
import io.mingshi.evidencelog.store.LogStore;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// Gives entries their indices and makes them durable, and keeps them until they are in the tree.
final class Journal {
    /// Bytes that are written at once, at most, beyond what one caller brings.
    private static final long MAX_BATCH_BYTES = 8L << 20;

    /// Entries, and bytes of entries, that wait for the tree before whoever appends must wait too: two rounds of so
    /// many are integrated within a second.
    private static final int MAX_WAITING = 8192;

    private static final long MAX_WAITING_BYTES = 16L << 20;

    /// Entries that go into the tree together.
    ///
    /// @param first index of the first of them
    /// @param published what those who wait for them are told
    record Round(long first, List<Leaf> leaves, CompletableFuture<SignedNote> published) {
        static Round startingAt(long first) {
            return new Round(first, new ArrayList<>(), new CompletableFuture<>());
        }

        long end() {
            return first + leaves.size();
        }
    }

    private final LogStore store;
    private final RecentLeaves recent;
    private final ConcurrentLinkedQueue<AppendRequest> queue = new ConcurrentLinkedQueue<>();
    private final ReentrantLock lock = new ReentrantLock();
    private SignedNote latest;
    private Round taken;
    private Round open;
    private @Nullable Throwable broken;
    private final AtomicLong waiting = new AtomicLong();
    private final AtomicLong waitingBytes = new AtomicLong();

    /// Set by whoever takes a round, so that those who append do not always get the lock before.
    private volatile boolean roundIsDue;

    private volatile long durable;

    private Journal(LogStore store, SignedNote latest, RecentLeaves recent) {
        this.store = store;
        this.latest = latest;
        this.recent = recent;
        this.taken = Round.startingAt(Checkpoint.parse(latest.text()).size());
        this.open = taken;
    }

    /// The journal as the last writer left it, and the leaves that are to be recognised when they come again.
    ///
    /// @param minimum the first entry that a pruned log still has
    static Journal recovered(LogStore store, SignedNote latest, int remembered, long minimum) throws IOException {
        long size = Checkpoint.parse(latest.text()).size();
        RecentLeaves recent = new RecentLeaves(remembered);
        long first = remembered == 0 ? size : Math.max(minimum, size - remembered);
        for (long tile = first / Tile.FULL; first < size && tile * Tile.FULL < size; tile++) {
            byte[] hashes = store.hashes(Tile.of(0, tile, size));
            for (int i = 0; i < hashes.length / Hash.SIZE; i++) {
                recent.add(Hash.at(hashes, i * Hash.SIZE), tile * Tile.FULL + i);
            }
        }
        Journal journal = new Journal(store, latest, recent);
        TreeHasher hasher = new TreeHasher();
        for (byte[] entry : store.recover(size)) {
            journal.accept(new Leaf(entry, hasher));
        }
        journal.durable = journal.open.end();
        return journal;
    }

    /// Makes the entries of a request durable, with those of whoever else waits.
    ///
    /// Whoever gets the lock writes for all; the others sleep until they are answered, or it is their turn to
    /// write.
    void append(AppendRequest request, Runnable usable) throws IOException {
        queue.add(request);
        boolean interrupted = false;
        try {
            while (!request.isAnswered()) {
                usable.run();
                if (!roundIsDue && lock.tryLock()) {
                    write(request);
                } else {
                    LockSupport.park(request);
                    interrupted |= Thread.interrupted();
                }
            }
        } finally {
            if (!request.isAnswered()) {
                queue.remove(request);
                wakeNext();
            }
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void write(AppendRequest request) throws IOException {
        List<AppendRequest> batch = List.of();
        try {
            unbroken();
            if (!request.isAnswered()) {
                batch = nextBatch();
                commit(batch);
            }
        } catch (IOException | RuntimeException e) {
            // Nobody may go on behind a write that failed, not even whoever waits for the lock right now.
            broken = broken == null ? e : broken;
            throw e;
        } finally {
            unlock();
            batch.forEach(AppendRequest::wake);
        }
    }

    /// Whoever failed to get the lock while it was held here may be asleep.
    private void unlock() {
        lock.unlock();
        wakeNext();
    }

    private void wakeNext() {
        AppendRequest next = queue.peek();
        if (next != null) {
            next.wake();
        }
    }

    long durable() {
        return durable;
    }

    /// Whether so much waits for the tree that no more should come.
    boolean isLong() {
        return waiting.get() > MAX_WAITING || waitingBytes.get() > MAX_WAITING_BYTES;
    }

    /// What is to go into the tree now; entries that come from here on go into the next round.
    Round takeRound() throws IOException {
        roundIsDue = true;
        lock.lock();
        roundIsDue = false;
        try {
            unbroken();
            if (!open.leaves().isEmpty()) {
                store.rotate();
                taken = open;
                open = Round.startingAt(taken.end());
                waiting.set(0);
                waitingBytes.set(0);
                return taken;
            }
            return open;
        } finally {
            unlock();
        }
    }

    void integrated(Round round, SignedNote note) {
        lock.lock();
        try {
            latest = note;
        } finally {
            unlock();
        }
        round.published().complete(note);
    }

    /// Writes nothing more, and tells those who wait for a checkpoint.
    void fail(Throwable cause) {
        lock.lock();
        try {
            broken = broken == null ? cause : broken;
            taken.published().completeExceptionally(cause);
            open.published().completeExceptionally(cause);
        } finally {
            unlock();
        }
    }

    private void unbroken() {
        if (broken != null) {
            throw FAILED.with("the journal could not be written: " + broken.getMessage(), broken);
        }
    }

    private List<AppendRequest> nextBatch() {
        List<AppendRequest> batch = new ArrayList<>();
        long bytes = 0;
        while (bytes < MAX_BATCH_BYTES) {
            AppendRequest request = queue.poll();
            if (request == null) {
                break;
            }
            batch.add(request);
            bytes += request.bytes();
        }
        return batch;
    }

    private void commit(List<AppendRequest> batch) throws IOException {
        long first = open.end();
        List<byte[]> fresh = new ArrayList<>();
        List<List<Appended>> answers = new ArrayList<>();
        for (AppendRequest request : batch) {
            List<Appended> answer = new ArrayList<>();
            for (Leaf leaf : request.leaves()) {
                answer.add(placed(leaf, fresh));
            }
            answers.add(answer);
        }
        if (!fresh.isEmpty()) {
            store.journal(first, fresh);
            durable = open.end();
        }
        for (int i = 0; i < batch.size(); i++) {
            batch.get(i).answer(answers.get(i));
        }
    }

    private Appended placed(Leaf leaf, List<byte[]> fresh) {
        OptionalLong known = recent.find(leaf.hash());
        if (known.isPresent()) {
            return new Appended(known.getAsLong(), true, published(known.getAsLong()));
        }
        fresh.add(leaf.entry());
        return new Appended(accept(leaf), false, open.published());
    }

    private long accept(Leaf leaf) {
        long index = open.end();
        recent.add(leaf.hash(), index);
        open.leaves().add(leaf);
        waiting.incrementAndGet();
        waitingBytes.addAndGet(leaf.entry().length);
        return index;
    }

    private CompletableFuture<SignedNote> published(long index) {
        if (index >= open.first()) {
            return open.published();
        }
        return index >= taken.first() ? taken.published() : CompletableFuture.completedFuture(latest);
    }
}
