package io.mingshi.evidencelog;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.mingshi.evidencelog.note.Checkpoint;
import io.mingshi.evidencelog.note.KeyType;
import io.mingshi.evidencelog.note.SignedNote;
import io.mingshi.evidencelog.note.SignerKey;
import io.mingshi.evidencelog.store.LogReader;
import io.mingshi.evidencelog.store.MemoryDisk;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;

/// Takes the power away before every single write of a log's life, and opens what is left.
class PowerLossTest {
    private static final SignerKey KEY = SignerKey.generate("example.com/log", KeyType.LOG);
    private static final LogSettings BY_HAND = new LogSettings(Duration.ZERO, 1000);
    private static final int MIXTURES = 4;

    /// What somebody was told before the power went.
    private static final class Told {
        private final Map<Long, byte[]> entries = new TreeMap<>();
        private final List<Checkpoint> checkpoints = new ArrayList<>();
        private boolean created;
    }

    @Test
    void nothingThatSomebodyWasToldIsLostWhereverThePowerGoes() throws IOException {
        boolean finished = false;
        int writes = 0;
        for (; !finished; writes++) {
            MemoryDisk disk = new MemoryDisk(writes);
            Told told = new Told();
            finished = lives(disk, told);
            if (disk.reading().read(LogReader.CHECKPOINT).isPresent()) {
                told.checkpoints.add(checkpoint(disk.reading().checkpoint()));
            }
            holds(disk, () -> false, told);
            holds(disk, () -> true, told);
            for (int seed = 0; seed < MIXTURES; seed++) {
                holds(disk, new Random(31L * writes + seed)::nextBoolean, told);
            }
        }
        assertThat(writes).isGreaterThan(150);
    }

    @Test
    void thePowerMayGoAgainWhileTheLogIsOpened() throws IOException {
        MemoryDisk before = new MemoryDisk(Integer.MAX_VALUE);
        Told told = new Told();
        EvidenceLog.create(before.store(), KEY);
        EvidenceLog log = EvidenceLog.open(before.store(), KEY, BY_HAND);
        told.created = true;
        append(log, told, 0, 300);
        append(log, told, 300, 1);
        boolean finished = false;
        for (int writes = 0; !finished; writes++) {
            MemoryDisk disk = before.afterPowerLoss(() -> true).losingPowerAfter(writes);
            try {
                EvidenceLog opened = EvidenceLog.open(disk.store(), KEY, BY_HAND);
                append(opened, told, 301, 1);
                finished = true;
            } catch (IOException | EvidenceLogException e) {
                assertThat(e).hasMessageContaining("power");
            }
            holds(disk, () -> false, told);
            for (int seed = 0; seed < MIXTURES; seed++) {
                holds(disk, new Random(37L * writes + seed)::nextBoolean, told);
            }
        }
    }

    private static boolean lives(MemoryDisk disk, Told told) {
        try {
            EvidenceLog.create(disk.store(), KEY);
            told.created = true;
            EvidenceLog log = EvidenceLog.open(disk.store(), KEY, BY_HAND);
            append(log, told, 0, 1);
            append(log, told, 1, 2);
            told.checkpoints.add(checkpoint(log.integrate()));
            append(log, told, 3, 300);
            append(log, told, 303, 1);
            told.checkpoints.add(checkpoint(log.integrate()));
            append(log, told, 304, 2);
            // The writer vanishes without closing; the next one takes over.
            log = EvidenceLog.open(disk.store(), KEY, BY_HAND);
            told.checkpoints.add(checkpoint(log.checkpoint()));
            append(log, told, 306, 3);
            log.close();
            return true;
        } catch (IOException | EvidenceLogException e) {
            assertThat(e).hasMessageContaining("power");
            return false;
        }
    }

    private static void append(EvidenceLog log, Told told, int first, int count) {
        List<byte[]> entries = new ArrayList<>();
        for (int i = first; i < first + count; i++) {
            entries.add(("entry " + i).getBytes(UTF_8));
        }
        List<Appended> appended = log.appendAll(entries);
        for (int i = 0; i < count; i++) {
            told.entries.put(appended.get(i).index(), entries.get(i));
        }
    }

    private static void holds(MemoryDisk crashed, BooleanSupplier survives, Told told) throws IOException {
        MemoryDisk disk = crashed.afterPowerLoss(survives);
        Optional<byte[]> left = disk.reading().read(LogReader.CHECKPOINT);
        if (left.isEmpty()) {
            assertThat(told.created).isFalse();
            return;
        }
        LogAudit.audit(disk.reading(), checkpoint(SignedNote.parse(left.get())));
        EvidenceLog log = EvidenceLog.open(disk.store(), KEY, BY_HAND);
        for (Map.Entry<Long, byte[]> entry : told.entries.entrySet()) {
            assertThat(log.read(entry.getKey())).isEqualTo(entry.getValue());
        }
        Checkpoint latest = checkpoint(log.checkpoint());
        LogAudit.audit(disk.reading(), latest);
        for (Checkpoint earlier : told.checkpoints) {
            assertThat(log.consistency(earlier.size(), latest.size()).verifies(earlier.root(), latest.root()))
                    .isTrue();
        }
    }

    private static Checkpoint checkpoint(SignedNote note) {
        return note.checkpoint(KEY.verifier());
    }
}
