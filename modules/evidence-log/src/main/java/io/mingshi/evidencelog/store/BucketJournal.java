package io.mingshi.evidencelog.store;

import static io.mingshi.evidencelog.EvidenceLogException.Code.DAMAGED;
import static io.mingshi.evidencelog.EvidenceLogException.Code.FENCED;
import static java.nio.charset.StandardCharsets.US_ASCII;

import io.mingshi.evidencelog.note.Texts;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;

/// The journal of a log in a bucket, and what keeps its writers apart: numbered objects that are only ever
/// created.
///
/// A writer writes one number after the other. A new writer takes the number that the one before it would write
/// next, with a claim; so the store itself decides, for every single write, whether it came before the claim
/// and counts, or is refused and was never acknowledged. Nobody looks first and writes then.
///
/// For that, a claim is never removed, and neither is the newest object: whoever comes next must find the same
/// number that this writer would write next.
final class BucketJournal {
    private static final String FOLDER = ".writer/journal/";
    private static final String CLAIM = "writer ";

    /// Bytes of what is written at once: 64 MiB of one caller after 8 MiB of others, and a frame around them.
    private static final int MAX_OBJECT = 80 << 20;

    private final Bucket bucket;
    private final long claimed;
    private final TreeSet<Long> open = new TreeSet<>();
    private final TreeSet<Long> closed = new TreeSet<>();
    private volatile long next;

    private BucketJournal(Bucket bucket, long claimed) {
        this.bucket = bucket;
        this.claimed = claimed;
        this.next = claimed + 1;
    }

    /// Takes the journal over from whoever wrote it.
    ///
    /// Between the look and the claim the other writer may have written further numbers and forgotten the first
    /// of them: a claim counts only if nothing is above it.
    static BucketJournal claim(Bucket bucket) throws IOException {
        byte[] claim = (CLAIM + UUID.randomUUID()).getBytes(US_ASCII);
        while (true) {
            List<Long> numbers = numbers(bucket);
            long number = numbers.isEmpty() ? 0 : numbers.getLast() + 1;
            if (written(bucket, number, claim) && numbers(bucket).getLast() == number) {
                return new BucketJournal(bucket, number);
            }
        }
    }

    /// Adds entries; they are in the bucket, and before every later claim, when this returns.
    void append(long first, List<byte[]> entries) throws IOException {
        long number = next;
        if (!written(bucket, number, JournalFrame.bytes(first, entries))) {
            throw fenced();
        }
        open.add(number);
        next = number + 1;
    }

    List<byte[]> recover(long from) throws IOException {
        List<byte[]> entries = new ArrayList<>();
        for (long number : numbers(bucket)) {
            Optional<Bucket.Stored> object = number < claimed ? bucket.find(key(number), MAX_OBJECT) : Optional.empty();
            // One that vanished since was forgotten by the writer before: its entries are in the tree.
            if (object.isPresent() && !isClaim(object.get().bytes())) {
                frame(number, object.get().bytes()).take(from, entries, key(number));
                closed.add(number);
            }
        }
        return entries;
    }

    void rotate() {
        if (!open.isEmpty()) {
            closed.addAll(open.headSet(open.last()));
            open.retainAll(List.of(open.last()));
        }
    }

    /// Removes what is in the tree, if this is still the writer.
    ///
    /// If a claim comes only after that look, its writer reads the checkpoint later still, and needs nothing of
    /// this.
    void forget() throws IOException {
        if (!closed.isEmpty()) {
            stillTheWriter();
            ParallelDeeds.all(closed, number -> bucket.delete(key(number)));
            closed.clear();
        }
    }

    void stillTheWriter() throws IOException {
        Optional<Bucket.Stored> following = bucket.find(key(next), MAX_OBJECT);
        if (following.isPresent() && isClaim(following.get().bytes())) {
            throw fenced();
        }
    }

    /// Whether the object with this number is the one to be written, also if the store's answer to the first try
    /// was lost.
    private static boolean written(Bucket bucket, long number, byte[] bytes) throws IOException {
        if (bucket.create(key(number), bytes, Bucket.Kind.PRIVATE)) {
            return true;
        }
        Optional<Bucket.Stored> there = bucket.find(key(number), MAX_OBJECT);
        return there.isPresent() && Arrays.equals(there.get().bytes(), bytes);
    }

    private static JournalFrame frame(long number, byte[] bytes) {
        return JournalFrame.read(key(number), bytes, 0)
                .filter(frame -> frame.end() == bytes.length)
                .orElseThrow(() -> DAMAGED.with(key(number) + " is damaged: entries that were acknowledged are lost"));
    }

    private static boolean isClaim(byte[] bytes) {
        return new String(bytes, 0, Math.min(bytes.length, CLAIM.length()), US_ASCII).equals(CLAIM);
    }

    private static List<Long> numbers(Bucket bucket) throws IOException {
        List<Long> numbers = new ArrayList<>();
        for (String key : bucket.list(FOLDER)) {
            String digits = key.substring(FOLDER.length()).replaceFirst("^0+(?=.)", "");
            numbers.add(Texts.number(digits, "the name of a journal object"));
        }
        return numbers;
    }

    private static String key(long number) {
        return FOLDER + String.format(Locale.ROOT, "%020d", number);
    }

    private static RuntimeException fenced() {
        return FENCED.with("another process took this log over; nothing more is written from here");
    }
}
