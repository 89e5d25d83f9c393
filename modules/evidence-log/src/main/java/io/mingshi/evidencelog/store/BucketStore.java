package io.mingshi.evidencelog.store;

import static io.mingshi.evidencelog.EvidenceLogException.Code.DAMAGED;
import static io.mingshi.evidencelog.EvidenceLogException.Code.FENCED;
import static io.mingshi.evidencelog.EvidenceLogException.Code.UNSUITABLE;
import static java.nio.charset.StandardCharsets.US_ASCII;

import io.mingshi.evidencelog.note.Checkpoint;
import io.mingshi.evidencelog.note.SignedNote;
import java.io.IOException;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/// A log in an S3 bucket, whose objects can be served to readers as they are; what only the writer needs is
/// below `.writer/`.
///
/// Two writers are kept apart by the bucket itself ([BucketJournal]). Tiles need no such care: whatever writer
/// writes one, its bytes follow from entries that both have. The checkpoint is only replaced by a later one, and
/// only if it is still the one that was looked at.
public final class BucketStore implements LogStore {
    private static final String PRIVATE = ".writer/";
    private static final String PROBE = PRIVATE + "probe-";
    private static final String WRONG_TAG = "0".repeat(32);
    private static final String NARROW = ".p/";
    private static final int MAX_TRIES = 10;

    private final Bucket bucket;
    private final BucketJournal journal;

    /// Narrow objects that this writer wrote and that no full one replaced.
    private final TreeSet<String> narrow = new TreeSet<>();

    /// Kinds of tiles whose narrow forms of an earlier writer were looked for: only at the edge where this writer
    /// started can there be any.
    private final Set<String> searched = new HashSet<>();

    BucketStore(Bucket bucket) throws IOException {
        this.bucket = bucket;
        try {
            suitable(bucket);
            this.journal = BucketJournal.claim(bucket);
        } catch (IOException | RuntimeException e) {
            bucket.close();
            throw e;
        }
    }

    /// Opens the part of a bucket below a prefix for its one writer; the bucket must exist.
    ///
    /// A store that does not do conditional writes is refused: on it, nothing keeps two writers apart.
    public static BucketStore open(S3Access access, String bucket, String prefix) throws IOException {
        return new BucketStore(new S3Bucket(access, bucket, prefix));
    }

    /// Reads the log below a prefix, whoever writes it meanwhile.
    public static LogReader reading(S3Access access, String bucket, String prefix) {
        Bucket place = new S3Bucket(access, bucket, prefix);
        return path -> place.find(path, MAX_OBJECT).map(Bucket.Stored::bytes);
    }

    @Override
    public Optional<byte[]> read(String path) throws IOException {
        return bucket.find(path, MAX_OBJECT).map(Bucket.Stored::bytes);
    }

    @Override
    public void write(Map<String, byte[]> objects) throws IOException {
        journal.stillTheWriter();
        objects.keySet().stream().filter(path -> path.contains(NARROW)).forEach(narrow::add);
        ParallelDeeds.all(
                objects.entrySet(), object -> bucket.put(object.getKey(), object.getValue(), kind(object.getKey())));
    }

    @Override
    public void publish(SignedNote checkpoint) throws IOException {
        boolean published = false;
        for (int tries = 0; !published; tries++) {
            if (tries == MAX_TRIES) {
                throw new IOException("the checkpoint changes whenever it is to be replaced");
            }
            journal.stillTheWriter();
            Optional<Bucket.Stored> earlier = bucket.find(CHECKPOINT, SignedNote.MAX_BYTES);
            if (earlier.isEmpty()) {
                published = bucket.create(CHECKPOINT, checkpoint.bytes(), Bucket.Kind.NOTE);
            } else {
                extending(SignedNote.parse(earlier.get().bytes()), checkpoint);
                published = bucket.replace(CHECKPOINT, earlier.get().tag(), checkpoint.bytes(), Bucket.Kind.NOTE);
            }
        }
    }

    @Override
    public void removeNarrow(Collection<String> fullPaths) throws IOException {
        TreeSet<String> gone = new TreeSet<>();
        for (String path : fullPaths) {
            String start = path + NARROW;
            gone.addAll(narrow.subSet(start, start + Character.MAX_VALUE));
            if (searched.add(path.split("/", -1)[1])) {
                gone.addAll(bucket.list(start));
            }
        }
        if (!gone.isEmpty()) {
            ParallelDeeds.all(gone, bucket::delete);
            narrow.removeAll(gone);
        }
    }

    @Override
    public void remove(Collection<String> fullPaths) throws IOException {
        journal.stillTheWriter();
        ParallelDeeds.all(fullPaths, path -> {
            for (String narrowed : bucket.list(path + NARROW)) {
                bucket.delete(narrowed);
            }
            bucket.delete(path);
        });
    }

    @Override
    public void journal(long first, List<byte[]> entries) throws IOException {
        journal.append(first, entries);
    }

    @Override
    public List<byte[]> recover(long from) throws IOException {
        return journal.recover(from);
    }

    @Override
    public void rotate() {
        journal.rotate();
    }

    @Override
    public void forget() throws IOException {
        journal.forget();
    }

    @Override
    public void close() throws IOException {
        bucket.close();
    }

    private static Bucket.Kind kind(String path) {
        if (path.startsWith(PRIVATE)) {
            return Bucket.Kind.PRIVATE;
        }
        return path.equals(MINIMUM_INDEX) ? Bucket.Kind.NOTE : Bucket.Kind.TILE;
    }

    private static void extending(SignedNote earlier, SignedNote later) {
        long before = Checkpoint.parse(earlier.text()).size();
        long after = Checkpoint.parse(later.text()).size();
        if (before > after) {
            throw FENCED.with("another process took this log over and published " + before
                    + " entries; nothing more is written from here");
        }
        if (before == after && !earlier.text().equals(later.text())) {
            throw DAMAGED.with("the checkpoint in the bucket has the same size and another root: keep both, they"
                    + " prove that this log was forked");
        }
    }

    /// Asks the store for what it must refuse: some take conditions and do not heed them.
    private static void suitable(Bucket bucket) throws IOException {
        String key = PROBE + UUID.randomUUID();
        byte[] probe = key.getBytes(US_ASCII);
        boolean created = bucket.create(key, probe, Bucket.Kind.PRIVATE);
        boolean again = bucket.create(key, probe, Bucket.Kind.PRIVATE);
        boolean wrong = bucket.replace(key, WRONG_TAG, probe, Bucket.Kind.PRIVATE);
        String tag = bucket.find(key, probe.length).map(Bucket.Stored::tag).orElse(WRONG_TAG);
        boolean replaced = bucket.replace(key, tag, probe, Bucket.Kind.PRIVATE);
        bucket.delete(key);
        if (!created || again || wrong || !replaced) {
            throw UNSUITABLE.with("the store does not heed If-None-Match and If-Match when it writes, so that nothing"
                    + " would keep two writers apart: use a store that does, or a folder");
        }
    }
}
