package io.mingshi.evidencelog;

import io.mingshi.evidencelog.note.Checkpoint;
import io.mingshi.evidencelog.note.KeyType;
import io.mingshi.evidencelog.note.SignerKey;
import io.mingshi.evidencelog.store.FolderStore;
import io.mingshi.evidencelog.store.LogReader;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// Measures how fast entries become durable and how fast a log is audited, beside the least that either could
/// cost.
///
/// Run with a folder on the disk to be measured; figures are in `docs/evidence-log.md`.
final class Benchmark {
    private static final int ENTRY = 500;
    private static final int ONE_BY_ONE = 2_000;
    private static final int MANY = 100_000;
    private static final int BATCH = 1_000;
    private static final int AUDITED = 500_000;

    private final SignerKey key = SignerKey.generate("example.com/benchmark", KeyType.LOG);
    private final Path folder;
    private long number;

    private Benchmark(Path folder) {
        this.folder = folder;
    }

    public static void main(String... arguments) throws Exception {
        Benchmark benchmark = new Benchmark(Files.createTempDirectory(Path.of(arguments[0]), "evidence-log"));
        for (int round = 0; round < 1; round++) {
            System.out.println("round " + (round + 1));
            benchmark.append();
        }
        benchmark.audit();
    }

    private void append() throws Exception {
        say("one thread, an fsync for each entry, bare file", ONE_BY_ONE, () -> bare(ONE_BY_ONE, 1));
        say("one thread, each entry durable before the next, log", ONE_BY_ONE, () -> log(ONE_BY_ONE, 1));
        for (int threads : new int[] {16, 256, 2048}) {
            say(threads + " threads, each entry durable before its thread's next, log", MANY, () -> threads(threads));
        }
        say("an fsync for each " + BATCH + " entries, bare file", MANY, () -> bare(MANY, BATCH));
        say("durable in batches of " + BATCH + ", log", MANY, () -> log(MANY, BATCH));
    }

    private void audit() throws Exception {
        Path place = create();
        try (EvidenceLog log = EvidenceLog.open(FolderStore.open(place), key, LogSettings.DEFAULT)) {
            for (int i = 0; i < AUDITED; i += BATCH) {
                log.appendAll(entries(BATCH));
            }
        }
        LogReader reader = FolderStore.reading(place);
        Checkpoint checkpoint = reader.checkpoint().checkpoint(key.verifier());
        for (int round = 0; round < 3; round++) {
            say("audit", AUDITED, () -> LogAudit.audit(reader, checkpoint));
            say("bare SHA-256, each entry on its own", AUDITED, this::bareHashes);
        }
    }

    private void log(int count, int batch) throws Exception {
        try (EvidenceLog log = EvidenceLog.open(FolderStore.open(create()), key, LogSettings.DEFAULT)) {
            for (int i = 0; i < count; i += batch) {
                log.appendAll(entries(batch));
            }
        }
    }

    private void threads(int threads) throws Exception {
        try (EvidenceLog log = EvidenceLog.open(FolderStore.open(create()), key, LogSettings.DEFAULT);
                ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> done = new ArrayList<>();
            for (int thread = 0; thread < threads; thread++) {
                List<byte[]> own = entries(MANY / threads);
                done.add(executor.submit(() -> own.forEach(log::append)));
            }
            for (Future<?> future : done) {
                future.get();
            }
        }
    }

    private void bare(int count, int batch) throws IOException {
        try (FileOutputStream file = new FileOutputStream(folder.resolve("bare").toFile())) {
            for (int i = 0; i < count; i += batch) {
                byte[] all = new byte[batch * ENTRY];
                List<byte[]> entries = entries(batch);
                for (int j = 0; j < batch; j++) {
                    System.arraycopy(entries.get(j), 0, all, j * ENTRY, ENTRY);
                }
                file.write(all);
                file.getFD().sync();
            }
        }
    }

    private void bareHashes() throws Exception {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        byte[] entry = entries(1).getFirst();
        int sum = 0;
        for (int i = 0; i < AUDITED; i++) {
            sum += digest.digest(entry)[0];
        }
        if (sum == Integer.MIN_VALUE) {
            throw new IllegalStateException("never, and the compiler does not know");
        }
    }

    private List<byte[]> entries(int count) {
        List<byte[]> entries = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            byte[] entry = new byte[ENTRY];
            new Random(number).nextBytes(entry);
            ByteBuffer.wrap(entry).putLong(number++);
            entries.add(entry);
        }
        return entries;
    }

    private Path create() throws IOException {
        Path place = Files.createTempDirectory(folder, "log");
        try (FolderStore store = FolderStore.open(place)) {
            EvidenceLog.create(store, key);
        }
        return place;
    }

    private interface Work {
        void run() throws Exception;
    }

    private static void say(String what, int count, Work work) throws Exception {
        long start = System.nanoTime();
        work.run();
        double seconds = (System.nanoTime() - start) / 1e9;
        System.out.println(String.format(Locale.ROOT, "%,12.0f entries/s  %s", count / seconds, what));
    }
}
