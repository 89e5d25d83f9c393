package io.mingshi.evidencelog;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mingshi.evidencelog.merkle.TreeHasher;
import io.mingshi.evidencelog.note.Checkpoint;
import io.mingshi.evidencelog.note.KeyType;
import io.mingshi.evidencelog.note.SignerKey;
import io.mingshi.evidencelog.proof.LogProof;
import io.mingshi.evidencelog.proof.Policy;
import io.mingshi.evidencelog.store.LogReader;
import io.mingshi.evidencelog.store.LogStore;
import io.mingshi.evidencelog.store.MemoryBucket;
import io.mingshi.evidencelog.store.MemoryDisk;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PruningTest {
    private static final SignerKey KEY = SignerKey.generate("example.com/log", KeyType.LOG);
    private static final LogSettings BY_HAND = new LogSettings(Duration.ZERO, 10_000);
    private static final int SIZE = 70_000;

    @Test
    void whatRemainsIsReadProvedGrownAndAudited() throws IOException {
        MemoryBucket bucket = new MemoryBucket();
        for (long minimum : new long[] {1, 255, 256, 1000, 65_535, 65_536, 66_000, SIZE - 1, SIZE}) {
            EvidenceLog log = log(bucket, minimum == 1 ? SIZE : 0);
            Checkpoint before = log.checkpoint().checkpoint(KEY.verifier());
            log.prune(minimum);
            for (long index = minimum; index < before.size(); index += 997) {
                assertThat(log.read(index)).isEqualTo(entry(index));
                LogProof proof = LogProof.parse(log.prove(index).bytes());
                Policy.of(KEY.verifier()).verify(proof, new TreeHasher().leaf(entry(index)));
            }
            log.append(entry(before.size()));
            Checkpoint after = log.integrate().checkpoint(KEY.verifier());
            assertThat(log.consistency(before.size(), after.size()).verifies(before.root(), after.root()))
                    .isTrue();
            assertThat(log.prove(before.size()).index()).isEqualTo(before.size());
            assertThat(LogAudit.audit(bucket.reading(), after, minimum)).isEqualTo(minimum / 256 * 256);
            log.close();
        }
    }

    @Test
    void whatIsGoneIsToldInASentence() throws IOException {
        MemoryBucket bucket = new MemoryBucket();
        try (EvidenceLog log = log(bucket, 1000)) {
            log.prune(600);
            assertThatThrownBy(() -> log.read(599))
                    .hasMessage("entry 599 was pruned: this log has its entries from 600 on");
            assertThatThrownBy(() -> log.prove(3))
                    .hasMessage("entry 3 was pruned: this log has its entries from 600 on");
            assertThatThrownBy(() -> log.consistency(100, 1000)).hasMessageContaining("was pruned");
            assertThatThrownBy(() -> log.prune(599)).hasMessageContaining("from 600 to 1000");
            assertThatThrownBy(() -> log.prune(1001)).hasMessageContaining("from 600 to 1000");
            assertThat(log.append(entry(999)).duplicate()).isTrue();
            Checkpoint checkpoint = log.checkpoint().checkpoint(KEY.verifier());
            assertThatThrownBy(() -> LogAudit.audit(bucket.reading(), checkpoint))
                    .hasMessageContaining("tile/entries/000 was pruned");
        }
        assertThat(bucket.keys()).doesNotContain("tile/entries/000", "tile/entries/001", "tile/0/001");
        assertThat(bucket.keys()).contains("tile/entries/002", "tile/0/002");
    }

    @Test
    void anObjectThatNobodyPrunedIsMissing() throws IOException {
        MemoryBucket bucket = new MemoryBucket();
        Checkpoint checkpoint;
        try (EvidenceLog log = log(bucket, 1000)) {
            log.prune(300);
            checkpoint = log.checkpoint().checkpoint(KEY.verifier());
        }
        bucket.lose("tile/entries/001");
        assertThatThrownBy(() -> LogAudit.audit(bucket.reading(), checkpoint, 300))
                .hasMessage("tile/entries/001 is missing");
    }

    @Test
    void aMinimumIndexThatTheLogDidNotSignIsRefused() throws IOException {
        MemoryBucket bucket = new MemoryBucket();
        log(bucket, 1000).close();
        SignerKey other = SignerKey.generate("example.com/log", KeyType.LOG);
        try (LogStore store = bucket.store()) {
            new Pruning(store).publish(500, other);
        }
        assertThatThrownBy(() -> EvidenceLog.open(bucket.store(), KEY, BY_HAND))
                .isInstanceOf(EvidenceLogException.class)
                .hasMessageContaining("minimum index");
    }

    @Test
    void aPruningThatWasCutOffHarmsNothingAndIsFinishedByTheNext() throws IOException {
        boolean finished = false;
        int writes = 0;
        for (; !finished; writes++) {
            MemoryDisk disk = new MemoryDisk(Integer.MAX_VALUE);
            EvidenceLog log = log(disk.store(), 300, 900);
            disk.losingPowerAfter(writes);
            try {
                log.prune(700);
                finished = true;
            } catch (EvidenceLogException e) {
                assertThat(e).hasMessageContaining("power");
            }
            holds(disk.afterPowerLoss(() -> false), finished);
            holds(disk.afterPowerLoss(() -> true), finished);
            holds(disk.afterPowerLoss(new Random(writes)::nextBoolean), finished);
        }
        assertThat(writes).isGreaterThan(10);
    }

    private static void holds(MemoryDisk disk, boolean finished) throws IOException {
        LogReader reader = disk.reading();
        Checkpoint checkpoint = reader.checkpoint().checkpoint(KEY.verifier());
        long minimum = reader.minimumIndex()
                .map(note -> note.minimumIndex(KEY.verifier()).index())
                .orElse(0L);
        assertThat(minimum).isIn(finished ? List.of(700L) : List.of(0L, 700L));
        LogAudit.audit(reader, checkpoint, minimum);
        EvidenceLog log = EvidenceLog.open(disk.store(), KEY, BY_HAND);
        assertThat(log.read(700)).isEqualTo(entry(700));
        log.prune(700);
        log.prune(800);
        assertThat(List.of(
                        "tile/entries/000",
                        "tile/0/001",
                        "tile/entries/001",
                        "tile/entries/002",
                        "tile/entries/001.p/44"))
                .allSatisfy(path -> assertThat(reader.read(path)).isEmpty());
        LogAudit.audit(reader, checkpoint, 800);
    }

    private static EvidenceLog log(MemoryBucket bucket, int size) throws IOException {
        if (size == 0) {
            return EvidenceLog.open(bucket.store(), KEY, BY_HAND);
        }
        return log(bucket.store(), size / 3, size);
    }

    private static EvidenceLog log(LogStore store, int... sizes) throws IOException {
        EvidenceLog.create(store, KEY);
        EvidenceLog log = EvidenceLog.open(store, KEY, BY_HAND);
        int have = 0;
        for (int size : sizes) {
            List<byte[]> entries = new ArrayList<>();
            for (; have < size; have++) {
                entries.add(entry(have));
            }
            log.appendAll(entries);
            log.integrate();
        }
        return log;
    }

    private static byte[] entry(long number) {
        return ("entry " + number).getBytes(UTF_8);
    }
}
