package io.mingshi.evidencelog;

import io.mingshi.evidencelog.merkle.Hash;
import io.mingshi.evidencelog.note.Checkpoint;
import io.mingshi.evidencelog.note.KeyType;
import io.mingshi.evidencelog.note.SignerKey;
import io.mingshi.evidencelog.proof.LogProof;
import io.mingshi.evidencelog.store.FolderStore;
import io.mingshi.evidencelog.store.LogReader;
import java.io.FileOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
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
import java.util.concurrent.atomic.AtomicLong;

/// Measures how fast entries become durable and get into the tree, how fast a log is audited, and what a proof
/// costs, beside the least that each could cost.
///
/// Run with a folder on the disk to be measured; figures are in `docs/evidence-log.md`.
final class Benchmark {
    private static final int ENTRY = 1024;
    private static final int ONE_BY_ONE = 2_000;
    private static final int MANY = 200_000;
    private static final int BATCH = 1_000;
    private static final int AUDITED = 500_000;
    private static final int ROUNDS = 3;
    private static final int PROOFS = 2_000;

    private final SignerKey key = SignerKey.generate("example.com/benchmark", KeyType.LOG);
    private final Path folder;
    private final AtomicLong longest = new AtomicLong();
    private long number;

    private Benchmark(Path folder) {
        this.folder = folder;
    }

    public static void main(String... arguments) throws Exception {
        Benchmark benchmark = new Benchmark(Files.createTempDirectory(Path.of(arguments[0]), "evidence-log"));
        for (int round = 1; round <= ROUNDS; round++) {
            System.out.println("round " + round + " of " + ROUNDS + ", entries of " + ENTRY + " bytes");
            benchmark.append();
        }
        benchmark.audit();
        benchmark.prove();
    }

    private void append() throws Exception {
        List<byte[]> few = entries(ONE_BY_ONE);
        say("one thread, an fsync for each entry, bare file", ONE_BY_ONE, () -> bare(few, 1));
        say("one thread, each entry durable before the next, log", ONE_BY_ONE, () -> log(few, 1));
        List<byte[]> many = entries(MANY);
        for (int threads : new int[] {16, 256, 2048}) {
            say(
                    threads + " threads, each entry durable before its thread's next, log",
                    MANY,
                    () -> threads(many, threads));
        }
        say("an fsync for each " + BATCH + " entries, bare file", MANY, () -> bare(many, BATCH));
        say("durable in batches of " + BATCH + ", log", MANY, () -> log(many, BATCH));
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
        for (int round = 0; round < ROUNDS; round++) {
            sayOfCore("audit", AUDITED, () -> LogAudit.audit(reader, checkpoint));
            sayOfCore("SHA-256 of each entry alone", AUDITED, this::bareHashes);
        }
    }

    private void prove() throws Exception {
        BillionLeaves tree = new BillionLeaves(key);
        List<LogProof> proofs = new ArrayList<>();
        Random random = new Random(9);
        for (int i = 0; i < PROOFS; i++) {
            proofs.add(LogProof.parse(
                    tree.proof(random.nextLong(BillionLeaves.SIZE)).bytes()));
        }
        int hashes =
                proofs.stream().mapToInt(proof -> proof.hashes().size()).max().orElseThrow();
        int bytes =
                proofs.stream().mapToInt(proof -> proof.bytes().length).max().orElseThrow();
        System.out.println(String.format(
                Locale.ROOT,
                "proof at 10^9 entries: %d hashes, %,d bytes of hashes, %,d bytes as .tlog-proof with its checkpoint",
                hashes,
                hashes * Hash.SIZE,
                bytes));
        for (int round = 0; round < ROUNDS; round++) {
            long[] took = proofs.stream()
                    .mapToLong(proof -> {
                        long start = System.nanoTime();
                        tree.verify(proof);
                        return System.nanoTime() - start;
                    })
                    .sorted()
                    .toArray();
            System.out.println(String.format(
                    Locale.ROOT,
                    "verified with its signature: median %.3f ms, 99 %% within %.3f ms",
                    took[PROOFS / 2] / 1e6,
                    took[PROOFS * 99 / 100] / 1e6));
        }
    }

    private void log(List<byte[]> entries, int batch) throws Exception {
        try (EvidenceLog log = EvidenceLog.open(FolderStore.open(create()), key, LogSettings.DEFAULT)) {
            for (int i = 0; i < entries.size(); i += batch) {
                long start = System.nanoTime();
                watch(log.appendAll(entries.subList(i, i + batch)).getLast(), start);
            }
        }
    }

    private void threads(List<byte[]> entries, int threads) throws Exception {
        try (EvidenceLog log = EvidenceLog.open(FolderStore.open(create()), key, LogSettings.DEFAULT);
                ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> done = new ArrayList<>();
            int each = entries.size() / threads;
            for (int thread = 0; thread < threads; thread++) {
                List<byte[]> own = entries.subList(thread * each, (thread + 1) * each);
                done.add(executor.submit(() -> own.forEach(entry -> {
                    long start = System.nanoTime();
                    watch(log.append(entry), start);
                })));
            }
            for (Future<?> future : done) {
                future.get();
            }
        }
    }

    /// Notes how long it took from the call until a checkpoint covers the entry.
    private void watch(Appended appended, long start) {
        var unused =
                appended.integrated().thenRun(() -> longest.accumulateAndGet(System.nanoTime() - start, Math::max));
    }

    private void bare(List<byte[]> entries, int batch) throws IOException {
        Path place = Files.createTempFile(folder, "bare", "");
        try (FileOutputStream file = new FileOutputStream(place.toFile())) {
            for (int i = 0; i < entries.size(); i += batch) {
                byte[] all = new byte[batch * ENTRY];
                for (int j = 0; j < batch; j++) {
                    System.arraycopy(entries.get(i + j), 0, all, j * ENTRY, ENTRY);
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

    /// Counts the time of the processor only: what one core does that others do not take part of.
    private static void sayOfCore(String what, int count, Work work) throws Exception {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long start = threads.getCurrentThreadCpuTime();
        work.run();
        double seconds = (threads.getCurrentThreadCpuTime() - start) / 1e9;
        System.out.println(String.format(Locale.ROOT, "%,12.0f entries/s of one core  %s", count / seconds, what));
    }

    private void say(String what, int count, Work work) throws Exception {
        longest.set(0);
        long start = System.nanoTime();
        work.run();
        double seconds = (System.nanoTime() - start) / 1e9;
        String integrated = longest.get() == 0
                ? ""
                : String.format(Locale.ROOT, "; in the tree after %.2f s at the latest", longest.get() / 1e9);
        System.out.println(String.format(Locale.ROOT, "%,12.0f entries/s  %s%s", count / seconds, what, integrated));
    }
}
