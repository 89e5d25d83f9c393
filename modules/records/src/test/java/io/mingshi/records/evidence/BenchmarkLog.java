package io.mingshi.records.evidence;

import io.mingshi.evidencelog.merkle.Tile;
import io.mingshi.evidencelog.merkle.TreeHasher;
import io.mingshi.evidencelog.note.Checkpoint;
import io.mingshi.evidencelog.note.KeyType;
import io.mingshi.evidencelog.note.SignerKey;
import io.mingshi.records.Evidence;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// As much of an evidence log as look-ups read: a signed checkpoint and the bundles in which certain entries
/// lie, each as large as a log's. The tree itself, which only proofs need, is left out.
public final class BenchmarkLog {
    private static final String ORIGIN = "mingshi.example/benchmark";
    private static final byte[] SEED = new byte[32];
    private static final int ORDINARY_ENTRY = 190;

    private BenchmarkLog() {}

    /// @param entries some entries, by position
    public static Evidence write(Path folder, long size, SortedMap<Long, byte[]> entries) throws IOException {
        var bundles = new TreeMap<Long, byte[][]>();
        for (Map.Entry<Long, byte[]> entry : entries.entrySet()) {
            byte[][] bundle = bundles.computeIfAbsent(entry.getKey() / Tile.FULL, _ -> new byte[Tile.FULL][]);
            bundle[(int) (entry.getKey() % Tile.FULL)] = entry.getValue();
        }
        for (var bundle : bundles.entrySet()) {
            Tile tile = Tile.of(0, bundle.getKey(), size);
            Path file = folder.resolve(tile.entriesPath());
            Files.createDirectories(file.getParent());
            Files.write(file, bytes(bundle.getValue(), tile.width()));
        }
        SignerKey signer = SignerKey.of(ORIGIN, KeyType.LOG, SEED);
        Files.createDirectories(folder);
        Files.write(
                folder.resolve("checkpoint"),
                signer.sign(new Checkpoint(ORIGIN, size, new TreeHasher().leaf(SEED)))
                        .bytes());
        return new LogProofs(
                new LogConfiguration(folder, ORIGIN, Base64.getEncoder().encodeToString(SEED), Optional.empty()));
    }

    private static byte[] bytes(byte[][] entries, int width) {
        var bytes = new ByteArrayOutputStream();
        for (byte[] entry : Arrays.copyOf(entries, width)) {
            byte[] written = entry == null ? new byte[ORDINARY_ENTRY] : entry;
            bytes.write(written.length >> Byte.SIZE);
            bytes.write(written.length);
            bytes.writeBytes(written);
        }
        return bytes.toByteArray();
    }
}
