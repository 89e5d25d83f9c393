package io.mingshi.evidencelog;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mingshi.evidencelog.merkle.TreeHasher;
import io.mingshi.evidencelog.note.Checkpoint;
import io.mingshi.evidencelog.note.KeyType;
import io.mingshi.evidencelog.note.SignedNote;
import io.mingshi.evidencelog.note.SignerKey;
import io.mingshi.evidencelog.proof.LogProof;
import io.mingshi.evidencelog.proof.Policy;
import io.mingshi.evidencelog.store.FolderStore;
import io.mingshi.evidencelog.store.LogReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvidenceLogTest {
    private static final SignerKey KEY = SignerKey.generate("example.com/log", KeyType.LOG);
    private static final LogSettings BY_HAND = new LogSettings(Duration.ZERO, 1000);

    @TempDir
    private Path folder;

    @BeforeEach
    void aNewLog() throws IOException {
        try (FolderStore store = FolderStore.open(folder)) {
            EvidenceLog.create(store, KEY);
        }
    }

    @Test
    void anEntryIsProvedToWhoeverHasTheKey() throws Exception {
        try (EvidenceLog log = open(LogSettings.DEFAULT)) {
            Appended appended = log.append(entry(1));
            appended.integrated().get(5, TimeUnit.SECONDS);
            LogProof proof = LogProof.parse(log.prove(appended.index()).bytes());
            assertThatCode(() -> Policy.of(KEY.verifier()).verify(proof, new TreeHasher().leaf(entry(1))))
                    .doesNotThrowAnyException();
            assertThat(log.read(appended.index())).isEqualTo(entry(1));
        }
    }

    @Test
    void manyThreadsAppendAndEveryEntryHasItsOwnPlace() throws Exception {
        int threads = 20;
        int each = 100;
        Set<Long> indices = Collections.synchronizedSet(new HashSet<>());
        try (EvidenceLog log = open(new LogSettings(Duration.ofMillis(5), 10_000));
                ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> done = new ArrayList<>();
            for (int thread = 0; thread < threads; thread++) {
                int from = thread * each;
                done.add(executor.submit(() -> {
                    for (int i = from; i < from + each; i++) {
                        indices.add(log.append(entry(i)).index());
                    }
                }));
            }
            for (Future<?> future : done) {
                future.get();
            }
        }
        assertThat(indices).hasSize(threads * each);
        Checkpoint checkpoint = audited();
        assertThat(checkpoint.size()).isEqualTo(threads * each);
    }

    @Test
    void anEntryThatComesAgainKeepsItsPlaceAlsoAfterARestart() throws IOException {
        try (EvidenceLog log = open(BY_HAND)) {
            List<Appended> appended = log.appendAll(List.of(entry(1), entry(2), entry(1)));
            assertThat(appended).extracting(Appended::index).containsExactly(0L, 1L, 0L);
            assertThat(appended).extracting(Appended::duplicate).containsExactly(false, false, true);
            log.integrate();
            assertThat(appended.get(2).integrated()).isCompleted();
        }
        try (EvidenceLog log = open(BY_HAND)) {
            Appended again = log.append(entry(2));
            assertThat(again.index()).isEqualTo(1);
            assertThat(again.duplicate()).isTrue();
            assertThat(again.integrated()).isCompleted();
        }
        assertThat(audited().size()).isEqualTo(2);
    }

    @Test
    void onlyTheLastEntriesAreRememberedButAtLeastSoMany() throws IOException {
        try (EvidenceLog log = open(new LogSettings(Duration.ZERO, 10))) {
            for (int i = 0; i < 100; i++) {
                log.append(entry(i));
            }
            for (int i = 90; i < 100; i++) {
                assertThat(log.append(entry(i)).duplicate()).isTrue();
            }
            assertThat(log.append(entry(0)).duplicate()).isFalse();
        }
    }

    @Test
    void entriesThatWereOnlyInTheJournalAreInTheTreeAfterTheNextStart() throws IOException {
        FolderStore abandoned = FolderStore.open(folder);
        EvidenceLog log = EvidenceLog.open(abandoned, KEY, BY_HAND);
        log.append(entry(7));
        abandoned.close();
        try (EvidenceLog next = open(BY_HAND)) {
            assertThat(next.read(0)).isEqualTo(entry(7));
        }
    }

    @Test
    void theFilesAreThoseOfTheSpecification() throws IOException {
        try (EvidenceLog log = open(new LogSettings(Duration.ZERO, 0))) {
            for (int i = 0; i < 70_000; i += 10_000) {
                log.appendAll(entries(i, 10_000));
                log.integrate();
            }
        }
        assertThat(folder.resolve("tile/0/272")).hasSize(8192);
        assertThat(folder.resolve("tile/0/273.p/112")).hasSize(112 * 32);
        assertThat(folder.resolve("tile/1/000")).hasSize(8192);
        assertThat(folder.resolve("tile/1/001.p/17")).hasSize(17 * 32);
        assertThat(folder.resolve("tile/2/000.p/1")).hasSize(32);
        assertThat(folder.resolve("tile/entries/273.p/112")).exists();
        assertThat(folder.resolve("tile/0/039.p")).doesNotExist();
        assertThat(Files.list(folder.resolve("tile/0"))).hasSize(274);
        assertThat(audited().size()).isEqualTo(70_000);
    }

    @Test
    void theTreeIsProvedToHaveGrown() throws IOException {
        try (EvidenceLog log = open(BY_HAND)) {
            log.appendAll(entries(0, 100));
            Checkpoint earlier = log.integrate().checkpoint(KEY.verifier());
            log.appendAll(entries(100, 500));
            Checkpoint later = log.integrate().checkpoint(KEY.verifier());
            assertThat(log.prove(7, log.checkpoint()).index()).isEqualTo(7);
            assertThatThrownBy(() -> log.consistency(100, 601)).hasMessageContaining("not yet 601");
            assertThat(log.consistency(100, 600).verifies(earlier.root(), later.root()))
                    .isTrue();
        }
    }

    @Test
    void theLargestEntryFitsAndALargerOneIsRefused() throws IOException {
        try (EvidenceLog log = open(BY_HAND)) {
            log.append(new byte[65_535]);
            log.append(new byte[0]);
            log.integrate();
            assertThat(log.read(0)).hasSize(65_535);
            assertThat(log.read(1)).isEmpty();
            assertThatThrownBy(() -> log.append(new byte[65_536]))
                    .isInstanceOf(EvidenceLogException.class)
                    .hasMessageContaining("65536 bytes");
            assertThatThrownBy(() -> log.appendAll(Collections.nCopies(1100, new byte[65_535])))
                    .hasMessageContaining("append them in parts");
            assertThat(log.append(entry(1)).index()).isEqualTo(2);
        }
    }

    @Test
    void aSecondWriterIsRefused() throws IOException {
        try (EvidenceLog log = open(BY_HAND)) {
            assertThatThrownBy(() -> FolderStore.open(folder))
                    .isInstanceOf(EvidenceLogException.class)
                    .hasMessageContaining("another process");
            assertThat(log.append(entry(1)).index()).isZero();
        }
    }

    @Test
    void aLogThatAnotherProcessWritesIsOpenedOnceThatEnds() throws Exception {
        try (EvidenceLog log = open(BY_HAND)) {
            log.append(entry(1));
            for (int tries = 0; tries < 200; tries++) {
                assertThatThrownBy(() -> open(BY_HAND)).hasMessageContaining("another process");
            }
            assertThat(fileIsLockedForOthers()).isTrue();
            assertThat(log.append(entry(2)).index()).isEqualTo(1);
        }
        assertThat(fileIsLockedForOthers()).isFalse();
        open(BY_HAND).close();
    }

    /// A log that could not be opened lets its store go, so that it can be tried again.
    @Test
    void aLogThatCouldNotBeOpenedLeavesNothingBehind() throws IOException {
        SignerKey other = SignerKey.generate("example.com/log", KeyType.LOG);
        for (int tries = 0; tries < 3; tries++) {
            FolderStore store = FolderStore.open(folder);
            assertThatThrownBy(() -> EvidenceLog.open(store, other, BY_HAND))
                    .hasMessageContaining("not signed by the key");
        }
        open(BY_HAND).close();
    }

    @Test
    void aReaderSeesAWholeLogAtAnyMomentWhileItIsWritten() throws Exception {
        AtomicBoolean written = new AtomicBoolean();
        try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Long> sizes = executor.submit(() -> {
                Set<Long> seen = new HashSet<>();
                for (boolean last = false; !last; ) {
                    last = written.get();
                    seen.add(audited().size());
                }
                return (long) seen.size();
            });
            try (EvidenceLog log = open(new LogSettings(Duration.ofMillis(1), 0))) {
                for (int i = 0; i < 3000; i++) {
                    log.append(entry(i));
                }
            } finally {
                written.set(true);
            }
            assertThat(sizes.get(60, TimeUnit.SECONDS)).isGreaterThan(3);
        }
    }

    @Test
    void withoutAMemoryEveryEntryGetsAnIndexOfItsOwnInTheOrderOfTheCall() throws IOException {
        LogSettings forgetful = new LogSettings(Duration.ZERO, 0);
        try (EvidenceLog log = open(forgetful)) {
            List<Appended> appended = log.appendAll(List.of(entry(1), entry(2), entry(1), entry(1)));
            assertThat(appended).extracting(Appended::index).containsExactly(0L, 1L, 2L, 3L);
            assertThat(appended).extracting(Appended::duplicate).containsOnly(false);
            assertThat(log.size()).isEqualTo(4);
            assertThat(log.checkpoint().checkpoint(KEY.verifier()).size()).isZero();
            log.integrate();
            assertThat(log.read(2)).isEqualTo(entry(1));
        }
        try (EvidenceLog log = open(forgetful)) {
            assertThat(log.size()).isEqualTo(4);
            assertThat(log.append(entry(1)).index()).isEqualTo(4);
        }
    }

    private boolean fileIsLockedForOthers() throws Exception {
        Process other = S3Server.java(EvidenceLogTest.class.getName(), folder.toString())
                .start();
        return other.waitFor() != 0;
    }

    /// Another process that tries to write the log.
    public static void main(String... arguments) throws IOException {
        FolderStore.open(Path.of(arguments[0])).close();
    }

    @Test
    void aWriterThatWasReplacedAcknowledgesNothingMore() throws IOException {
        FolderStore store = FolderStore.open(folder);
        EvidenceLog log = EvidenceLog.open(store, KEY, BY_HAND);
        log.append(entry(1));
        // A shared file system that lost the lock let somebody else in, who raised the number.
        Files.writeString(folder.resolve(".writer/fence"), "999");
        assertThatThrownBy(() -> log.append(entry(2)))
                .isInstanceOf(EvidenceLogException.class)
                .hasMessageContaining("took this log over");
        assertThatThrownBy(log::integrate).isInstanceOf(EvidenceLogException.class);
        assertThat(FolderStore.reading(folder)
                        .checkpoint()
                        .checkpoint(KEY.verifier())
                        .size())
                .isZero();
        store.close();
    }

    @Test
    void anInterruptedThreadDoesNotHarmTheLog() throws IOException {
        try (EvidenceLog log = open(BY_HAND)) {
            Thread.currentThread().interrupt();
            log.append(entry(1));
            log.integrate();
            assertThat(Thread.interrupted()).isTrue();
            assertThat(log.append(entry(2)).index()).isEqualTo(1);
        }
    }

    /// Part of CSL-23.1: the tamper-evident chain.
    @Test
    void anAlteredByteIsFoundWhereverItIs() throws IOException {
        try (EvidenceLog log = open(BY_HAND)) {
            log.appendAll(entries(0, 600));
        }
        assertDamage("tile/entries/001", 300, "entry 2");
        assertDamage("tile/0/000", 40, "entry 1 in tile/entries/000");
        assertDamage("tile/0/002.p/88", 0, "entry 512 in tile/entries/002.p/88");
        assertDamage("tile/1/000.p/2", 33, "hash 1 in tile/1/000.p/2");
    }

    @Test
    void aMissingTileIsNamed() throws IOException {
        try (EvidenceLog log = open(BY_HAND)) {
            log.appendAll(entries(0, 600));
        }
        Files.delete(folder.resolve("tile/0/001"));
        assertThatThrownBy(this::audited).hasMessageContaining("tile/0/001 is missing");
    }

    @Test
    void aLogIsNotMadeOverAnother() throws IOException {
        try (FolderStore store = FolderStore.open(folder)) {
            assertThatThrownBy(() -> EvidenceLog.create(store, KEY)).isInstanceOf(EvidenceLogException.class);
        }
    }

    @Test
    void anotherKeyDoesNotOpenTheLog() throws IOException {
        SignerKey other = SignerKey.generate("example.com/log", KeyType.LOG);
        try (FolderStore store = FolderStore.open(folder)) {
            assertThatThrownBy(() -> EvidenceLog.open(store, other, BY_HAND))
                    .isInstanceOf(EvidenceLogException.class)
                    .hasMessageContaining("not signed by the key");
        }
    }

    private void assertDamage(String file, int at, String message) throws IOException {
        byte[] good = Files.readAllBytes(folder.resolve(file));
        byte[] bad = good.clone();
        bad[at] ^= 1;
        Files.write(folder.resolve(file), bad);
        assertThatThrownBy(this::audited)
                .isInstanceOf(EvidenceLogException.class)
                .hasMessageContaining(message);
        Files.write(folder.resolve(file), good);
    }

    private Checkpoint audited() throws IOException {
        LogReader reader = FolderStore.reading(folder);
        SignedNote note = reader.checkpoint();
        Checkpoint checkpoint = note.checkpoint(KEY.verifier());
        LogAudit.audit(reader, checkpoint);
        return checkpoint;
    }

    private EvidenceLog open(LogSettings settings) throws IOException {
        return EvidenceLog.open(FolderStore.open(folder), KEY, settings);
    }

    private static List<byte[]> entries(int first, int count) {
        List<byte[]> entries = new ArrayList<>();
        for (int i = first; i < first + count; i++) {
            entries.add(entry(i));
        }
        return entries;
    }

    private static byte[] entry(int number) {
        return ("entry " + number).getBytes(UTF_8);
    }
}
