package io.mingshi.evidencelog;

import static io.mingshi.evidencelog.EvidenceLogException.Code.FAILED;
import static io.mingshi.evidencelog.EvidenceLogException.Code.FENCED;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mingshi.evidencelog.note.Checkpoint;
import io.mingshi.evidencelog.note.KeyType;
import io.mingshi.evidencelog.note.SignerKey;
import io.mingshi.evidencelog.store.LogReader;
import io.mingshi.evidencelog.store.LogStore;
import io.mingshi.evidencelog.store.MemoryBucket;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/// Ends a writer of a log in a bucket before and after every single request, and lets another one take the log
/// over between any two.
class BucketLossTest {
    private static final SignerKey KEY = SignerKey.generate("example.com/log", KeyType.LOG);
    private static final LogSettings BY_HAND = new LogSettings(Duration.ZERO, 0);

    /// Requests of a writer before it appends anything, and of one that opens what another wrote.
    private static final int FIRST_OF_A_LIFE = 9;

    private static final int REQUESTS_TO_OPEN = 18;

    /// What somebody was told.
    private final Map<Long, byte[]> told = new TreeMap<>();

    private final List<Checkpoint> published = new ArrayList<>();

    @Test
    void nothingThatSomebodyWasToldIsLostWhereverTheWriterEnds() throws IOException {
        boolean finished = false;
        int deeds = 0;
        for (; !finished; deeds++) {
            finished = holdsIfTheWayBreaks(deeds, true);
            holdsIfTheWayBreaks(deeds, false);
        }
        assertThat(deeds).isGreaterThan(45);
    }

    private boolean holdsIfTheWayBreaks(int last, boolean done) throws IOException {
        told.clear();
        published.clear();
        MemoryBucket bucket = created();
        MemoryBucket.Before breaking = number -> {
            if (number >= last) {
                throw new IOException("the way to the bucket broke");
            }
        };
        boolean finished = lives(
                done ? () -> bucket.store(number -> {}, breaking) : () -> bucket.store(breaking, number -> {}), "a");
        holds(bucket);
        return finished;
    }

    @Test
    void anotherWriterMayTakeOverBetweenAnyTwoRequests() throws IOException {
        boolean finished = false;
        int fenced = 0;
        for (int deed = 0; !finished; deed++) {
            told.clear();
            published.clear();
            MemoryBucket bucket = created();
            AtomicBoolean tookOver = new AtomicBoolean();
            int when = deed;
            boolean first = lives(
                    () -> bucket.store(
                            number -> {
                                if (number == when && tookOver.compareAndSet(false, true)) {
                                    assertThat(lives(bucket::store, "b")).isTrue();
                                }
                            },
                            number -> {}),
                    "a");
            finished = !tookOver.get();
            fenced += first ? 0 : 1;
            holds(bucket);
        }
        assertThat(fenced).isGreaterThan(35);
    }

    /// The earlier writer is held up before one request until the later one is at one of its first requests;
    /// then the earlier one goes on to its end, and the later one after it.
    @Test
    void theEarlierWriterMayGoOnWhileTheLaterOneOpens() throws Exception {
        boolean finished = false;
        for (int held = FIRST_OF_A_LIFE; !finished; held++) {
            for (int opening = 0; opening < REQUESTS_TO_OPEN; opening++) {
                finished = !interleaved(held, opening);
            }
        }
    }

    private boolean interleaved(int held, int opening) throws Exception {
        told.clear();
        published.clear();
        MemoryBucket bucket = created();
        CountDownLatch laterIsThere = new CountDownLatch(1);
        CountDownLatch earlierEnded = new CountDownLatch(1);
        AtomicBoolean wasHeld = new AtomicBoolean();
        try (ExecutorService later = Executors.newVirtualThreadPerTaskExecutor()) {
            AtomicReference<Future<Boolean>> lived = new AtomicReference<>();
            lives(
                    () -> bucket.store(
                            number -> {
                                if (number == held && wasHeld.compareAndSet(false, true)) {
                                    lived.set(later.submit(() -> lives(
                                            () -> bucket.store(
                                                    deed -> pause(deed == opening, laterIsThere, earlierEnded),
                                                    deed -> {}),
                                            "b")));
                                    await(laterIsThere);
                                }
                            },
                            number -> {}),
                    "a");
            earlierEnded.countDown();
            if (wasHeld.get()) {
                assertThat(lived.get().get()).as("the later writer").isTrue();
            }
        }
        holds(bucket);
        return wasHeld.get();
    }

    private static void pause(boolean here, CountDownLatch reached, CountDownLatch goOn) throws IOException {
        if (here) {
            reached.countDown();
            await(goOn);
        }
    }

    private static void await(CountDownLatch latch) throws IOException {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }

    @Test
    void aWriterThatWasReplacedAcknowledgesNothingMore() throws IOException {
        MemoryBucket bucket = created();
        EvidenceLog old = EvidenceLog.open(bucket.store(), KEY, BY_HAND);
        old.append(entry("a", 1));
        old.integrate();
        try (EvidenceLog next = EvidenceLog.open(bucket.store(), KEY, BY_HAND)) {
            next.append(entry("b", 1));
            next.integrate();
            next.append(entry("b", 2));
            next.integrate();
            assertThatThrownBy(() -> old.append(entry("a", 2)))
                    .satisfies(e -> assertThat(code(e)).isEqualTo(FENCED));
            assertThatThrownBy(() -> old.append(entry("a", 3)))
                    .satisfies(e -> assertThat(code(e)).isEqualTo(FAILED));
            assertThat(next.append(entry("b", 3)).index()).isEqualTo(3);
        }
    }

    @Test
    void aStoreThatDoesNotHeedConditionsIsRefused() {
        assertThatThrownBy(() -> new MemoryBucket().heedless())
                .isInstanceOf(EvidenceLogException.class)
                .hasMessageContaining("does not heed");
    }

    @Test
    void objectsAreServedAsTheSpecificationSays() throws IOException {
        MemoryBucket bucket = created();
        try (EvidenceLog log = EvidenceLog.open(bucket.store(), KEY, BY_HAND)) {
            for (int i = 0; i < 300; i++) {
                log.append(entry("a", i));
                if (i % 100 == 0) {
                    log.integrate();
                }
            }
        }
        assertThat(bucket.served(LogReader.CHECKPOINT)).isEqualTo("text/plain; charset=utf-8, no-cache");
        assertThat(bucket.served("tile/entries/000")).startsWith("application/octet-stream, public, max-age");
        assertThat(bucket.served("tile/0/001.p/44")).startsWith("application/octet-stream, public, max-age");
        assertThat(bucket.keys()).noneMatch(key -> key.contains("000.p/") && !key.startsWith("tile/1/"));
    }

    @Test
    void theJournalKeepsItsClaimsAndItsNewestObjectAlone() throws IOException {
        MemoryBucket bucket = created();
        for (int opened = 0; opened < 3; opened++) {
            try (EvidenceLog log = EvidenceLog.open(bucket.store(), KEY, BY_HAND)) {
                for (int i = 0; i < 20; i++) {
                    log.append(entry("a" + opened, i));
                    log.integrate();
                }
            }
        }
        // One claim of the creation, three of the openings, the newest object.
        assertThat(bucket.keys())
                .filteredOn(key -> key.startsWith(".writer/journal/"))
                .hasSize(5);
    }

    @Test
    void anObjectOfTheJournalThatWasLostIsDamageNotAShorterLog() throws IOException {
        MemoryBucket bucket = created();
        EvidenceLog log = EvidenceLog.open(bucket.store(), KEY, BY_HAND);
        log.append(entry("a", 1));
        log.append(entry("a", 2));
        bucket.lose(bucket.keys().stream()
                .filter(key -> key.startsWith(".writer/journal/"))
                .skip(2)
                .findFirst()
                .orElseThrow());
        assertThatThrownBy(() -> EvidenceLog.open(bucket.store(), KEY, BY_HAND))
                .isInstanceOf(EvidenceLogException.class)
                .hasMessageContaining("entry 0 is missing");
    }

    private static MemoryBucket created() throws IOException {
        MemoryBucket bucket = new MemoryBucket();
        try (LogStore store = bucket.store()) {
            EvidenceLog.create(store, KEY);
        }
        return bucket;
    }

    private interface Opening {
        LogStore store() throws IOException;
    }

    private boolean lives(Opening opening, String who) {
        try {
            EvidenceLog log = EvidenceLog.open(opening.store(), KEY, BY_HAND);
            append(log, who, 0, 1);
            append(log, who, 1, 2);
            see(log.integrate().checkpoint(KEY.verifier()));
            append(log, who, 3, 300);
            append(log, who, 303, 1);
            see(log.integrate().checkpoint(KEY.verifier()));
            append(log, who, 304, 2);
            append(log, who, 306, 3);
            log.close();
            return true;
        } catch (IOException | EvidenceLogException e) {
            assertThat(e.toString() + e.getCause()).containsAnyOf("broke", "took this log over");
            return false;
        }
    }

    private synchronized void see(Checkpoint checkpoint) {
        published.add(checkpoint);
    }

    private void append(EvidenceLog log, String who, int first, int count) {
        List<byte[]> entries = new ArrayList<>();
        for (int i = first; i < first + count; i++) {
            entries.add(entry(who, i));
        }
        List<Appended> appended = log.appendAll(entries);
        synchronized (this) {
            for (int i = 0; i < count; i++) {
                assertThat(told.put(appended.get(i).index(), entries.get(i)))
                        .as("two entries at one index")
                        .isNull();
            }
        }
    }

    private void holds(MemoryBucket bucket) throws IOException {
        Checkpoint left = bucket.reading().checkpoint().checkpoint(KEY.verifier());
        LogAudit.audit(bucket.reading(), left);
        try (EvidenceLog log = EvidenceLog.open(bucket.store(), KEY, BY_HAND)) {
            for (Map.Entry<Long, byte[]> entry : told.entrySet()) {
                assertThat(log.read(entry.getKey())).isEqualTo(entry.getValue());
            }
            Checkpoint latest = log.checkpoint().checkpoint(KEY.verifier());
            assertThat(latest.size()).isGreaterThanOrEqualTo(left.size());
            LogAudit.audit(bucket.reading(), latest);
            for (Checkpoint earlier : published) {
                assertThat(log.consistency(earlier.size(), latest.size()).verifies(earlier.root(), latest.root()))
                        .isTrue();
            }
        }
    }

    private static EvidenceLogException.Code code(Throwable failure) {
        return ((EvidenceLogException) failure).code();
    }

    private static byte[] entry(String who, int number) {
        return (who + " " + number).getBytes(UTF_8);
    }
}
