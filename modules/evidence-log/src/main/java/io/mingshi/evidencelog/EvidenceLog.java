package io.mingshi.evidencelog;

import static io.mingshi.evidencelog.EvidenceLogException.Code.CLOSED;
import static io.mingshi.evidencelog.EvidenceLogException.Code.FAILED;
import static io.mingshi.evidencelog.EvidenceLogException.Code.MALFORMED;
import static io.mingshi.evidencelog.EvidenceLogException.Code.NOT_FOUND;

import io.mingshi.evidencelog.merkle.ConsistencyProof;
import io.mingshi.evidencelog.merkle.Tile;
import io.mingshi.evidencelog.merkle.TileTree;
import io.mingshi.evidencelog.merkle.TreeHasher;
import io.mingshi.evidencelog.note.Checkpoint;
import io.mingshi.evidencelog.note.NoteSignature;
import io.mingshi.evidencelog.note.SignedNote;
import io.mingshi.evidencelog.note.SignerKey;
import io.mingshi.evidencelog.proof.LogProof;
import io.mingshi.evidencelog.store.LogReader;
import io.mingshi.evidencelog.store.LogStore;
import java.io.Closeable;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// A log that is written here. Any number of threads may use it.
///
/// Appending returns when the entry is durable: threads that append at the same time share one write to the
/// journal. Some moments later the entries are taken into the tree, and a new checkpoint is published.
public final class EvidenceLog implements Closeable {
    private final LogStore store;
    private final SignerKey signer;
    private final Integrator integrator;
    private final Journal journal;
    private final ReentrantLock integrating = new ReentrantLock();
    private final @Nullable Thread rounds;
    private volatile long minimum;
    private volatile @Nullable Throwable failure;
    private volatile boolean closed;

    private EvidenceLog(LogStore store, SignerKey signer, LogSettings settings) throws IOException {
        this.store = store;
        this.signer = signer;
        this.integrator = Integrator.of(store, signer);
        this.minimum = Pruning.published(store, signer);
        this.journal = Journal.recovered(store, integrator.latest(), settings.remembered(), minimum);
        integrate();
        store.forget();
        long pause = settings.integrateEvery().toMillis();
        this.rounds = pause == 0
                ? null
                : Thread.ofPlatform().daemon().name("evidence-log").start(() -> integrateEvery(pause));
    }

    /// Makes a new, empty log; its origin is the name of the key.
    public static void create(LogStore store, SignerKey signer) throws IOException {
        if (store.read(LogReader.CHECKPOINT).isPresent()
                || store.read(new Tile(0, 0, 1).path()).isPresent()
                || store.read(new Tile(0, 0, Tile.FULL).path()).isPresent()) {
            throw MALFORMED.with("there is a log here already; name another folder");
        }
        store.publish(signer.sign(new Checkpoint(signer.verifier().name(), 0, new TreeHasher().empty())));
    }

    /// Opens a log to write it, and takes up what the last writer left in the journal. Closing the log closes
    /// the store, and so does a log that cannot be opened.
    public static EvidenceLog open(LogStore store, SignerKey signer, LogSettings settings) throws IOException {
        try {
            return new EvidenceLog(store, signer, settings);
        } catch (IOException | RuntimeException e) {
            store.close();
            throw e;
        }
    }

    /// Appends an entry of at most 65,535 bytes; it is durable when this returns.
    public Appended append(byte[] entry) {
        return appendAll(List.of(entry)).getFirst();
    }

    /// Appends entries of 64 MiB together at most with one write; all are durable when this returns.
    public List<Appended> appendAll(List<byte[]> entries) {
        AppendRequest request = new AppendRequest(entries);
        try {
            usable();
            journal.append(request, this::usable);
            if (journal.isLong()) {
                shorten();
            }
        } catch (IOException | RuntimeException e) {
            throw failed(e);
        }
        return request.answer();
    }

    /// Whoever appends faster than entries are taken into the tree waits here; one of them does the work for all.
    private void shorten() {
        integrating.lock();
        try {
            if (journal.isLong()) {
                integrate();
            }
        } finally {
            integrating.unlock();
        }
    }

    /// Takes all durable entries into the tree now, and publishes a checkpoint if there are any.
    public SignedNote integrate() {
        integrating.lock();
        try {
            usable();
            Journal.Round round = journal.takeRound();
            if (!round.leaves().isEmpty()) {
                SignedNote note = integrator.integrate(round.leaves());
                journal.integrated(round, note);
            }
            return integrator.latest();
        } catch (IOException | RuntimeException e) {
            throw failed(e);
        } finally {
            integrating.unlock();
        }
    }

    /// How many entries are durable; the tree of the newest checkpoint may not have the last of them yet.
    public long size() {
        return journal.durable();
    }

    /// The index of the first entry that the log still has; zero if it was never pruned.
    public long minimum() {
        return minimum;
    }

    /// Gives up the entries below an index, which must be in the tree: says so in public, then removes them and
    /// the tiles that nothing from there on needs. Proofs that were made before stay valid; new ones are only
    /// made of the rest. There is no way back.
    public void prune(long newMinimum) {
        integrating.lock();
        try {
            usable();
            long size = integrator.checkpoint().size();
            if (newMinimum < minimum || newMinimum > size) {
                throw MALFORMED.with("the log has the entries from " + minimum + " to before " + size
                        + ": it can be pruned up to an index from " + minimum + " to " + size);
            }
            pruneTo(newMinimum);
        } finally {
            integrating.unlock();
        }
    }

    private void pruneTo(long newMinimum) {
        try {
            Pruning pruning = new Pruning(store);
            pruning.publish(newMinimum, signer);
            minimum = newMinimum;
            pruning.remove(newMinimum);
        } catch (IOException | RuntimeException e) {
            throw failed(e);
        }
    }

    private void within(long index, long size) {
        if (index < 0 || index >= size) {
            throw NOT_FOUND.with("the tree has " + size + " entries, and none at index " + index);
        }
        if (index < minimum) {
            throw NOT_FOUND.with("entry " + index + " was pruned: this log has its entries from " + minimum + " on");
        }
    }

    /// The newest checkpoint.
    public SignedNote checkpoint() {
        return integrator.latest();
    }

    /// Adds what witnesses said about a checkpoint, if that is still the newest one.
    ///
    /// @return whether it was
    public boolean addCosignatures(SignedNote checkpoint, Collection<NoteSignature> cosignatures) {
        integrating.lock();
        try {
            usable();
            return integrator.publish(checkpoint.text(), cosignatures);
        } catch (IOException | RuntimeException e) {
            throw failed(e);
        } finally {
            integrating.unlock();
        }
    }

    /// The entry at an index of the tree.
    public byte[] read(long index) throws IOException {
        long size = integrator.checkpoint().size();
        within(index, size);
        return store.bundle(Tile.of(0, index / Tile.FULL, size)).entry((int) (index % Tile.FULL));
    }

    /// Shows whoever has the public key that the entry at an index is in the log.
    public LogProof prove(long index) throws IOException {
        return prove(index, integrator.latest());
    }

    /// Shows the same by an earlier checkpoint of this log, for example the last one that witnesses cosigned.
    public LogProof prove(long index, SignedNote checkpoint) throws IOException {
        long size = Checkpoint.parse(checkpoint.text()).size();
        TileTree tree = tree(size);
        within(index, size);
        return LogProof.of(tree.inclusion(index), checkpoint);
    }

    /// Shows that the tree of one size is the tree of an earlier size with entries appended.
    public ConsistencyProof consistency(long earlierSize, long laterSize) throws IOException {
        return tree(laterSize).consistency(earlierSize);
    }

    private TileTree tree(long size) {
        long newest = integrator.checkpoint().size();
        if (size < 0 || size > newest) {
            throw NOT_FOUND.with("the tree has " + newest + " entries, not yet " + size);
        }
        return new TileTree(store, size);
    }

    /// Takes what waits into the tree and stops; if that fails, the next [#open] does it.
    @Override
    public void close() throws IOException {
        integrating.lock();
        try {
            if (!closed && failure == null) {
                integrate();
            }
            closed = true;
            journal.fail(CLOSED.with("the log was closed"));
        } finally {
            integrating.unlock();
            store.close();
        }
        if (rounds != null) {
            rounds.interrupt();
        }
    }

    private void integrateEvery(long millis) {
        try {
            while (!closed && failure == null) {
                Thread.sleep(millis);
                integrate();
            }
        } catch (InterruptedException | EvidenceLogException e) {
            // Closed; or failed, which whoever waits for a checkpoint and whoever appends next is told.
            Thread.currentThread().interrupt();
        }
    }

    private void usable() {
        Throwable cause = failure;
        if (cause != null) {
            throw FAILED.with("writing the log failed (" + cause.getMessage() + "): close it and open it again", cause);
        }
        if (closed) {
            throw CLOSED.with("the log is closed");
        }
    }

    /// After a failed write nobody knows what is on the disk: only reading it again tells.
    private RuntimeException failed(Throwable cause) {
        if (failure == null && !closed) {
            failure = cause;
            journal.fail(cause);
        }
        return cause instanceof RuntimeException refused
                ? refused
                : FAILED.with("the log could not be written: " + cause.getMessage(), cause);
    }
}
