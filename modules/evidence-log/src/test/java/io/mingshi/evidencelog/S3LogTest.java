package io.mingshi.evidencelog;

import static io.mingshi.evidencelog.EvidenceLogException.Code.FENCED;
import static io.mingshi.evidencelog.EvidenceLogException.Code.NOT_FOUND;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mingshi.evidencelog.merkle.TreeHasher;
import io.mingshi.evidencelog.note.Checkpoint;
import io.mingshi.evidencelog.note.KeyType;
import io.mingshi.evidencelog.note.SignerKey;
import io.mingshi.evidencelog.proof.LogProof;
import io.mingshi.evidencelog.proof.Policy;
import io.mingshi.evidencelog.store.BucketStore;
import io.mingshi.evidencelog.store.LogReader;
import io.mingshi.evidencelog.store.LogStore;
import io.mingshi.evidencelog.store.S3Access;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A log in a bucket of a real S3 store.
class S3LogTest {
    private static final SignerKey KEY = SignerKey.generate("example.com/log", KeyType.LOG);
    private static final LogSettings BY_HAND = new LogSettings(Duration.ZERO, 0);

    @TempDir
    private static Path folder;

    private static S3Server server;

    private final String prefix = "logs/" + UUID.randomUUID();

    @BeforeAll
    static void aStore() throws Exception {
        server = S3Server.start(folder);
    }

    @AfterAll
    static void noStore() throws InterruptedException {
        server.stop();
    }

    @BeforeEach
    void aNewLog() throws IOException {
        try (LogStore store = store()) {
            EvidenceLog.create(store, KEY);
        }
    }

    @Test
    void anEntryIsProvedFromTheBucketAlone() throws Exception {
        try (EvidenceLog log = EvidenceLog.open(store(), KEY, LogSettings.DEFAULT)) {
            for (int i = 0; i < 600; i += 100) {
                List<byte[]> entries = new ArrayList<>();
                for (int j = i; j < i + 100; j++) {
                    entries.add(entry(j));
                }
                log.appendAll(entries);
                log.integrate();
            }
            log.append(entry(600)).integrated().get(10, TimeUnit.SECONDS);
            LogProof proof = LogProof.parse(log.prove(300).bytes());
            Policy.of(KEY.verifier()).verify(proof, new TreeHasher().leaf(entry(300)));
        }
        assertThat(audited()).isEqualTo(601);
        try (EvidenceLog log = EvidenceLog.open(store(), KEY, LogSettings.DEFAULT)) {
            assertThat(log.read(600)).isEqualTo(entry(600));
            assertThat(log.append(entry(600)).duplicate()).isTrue();
        }
    }

    @Test
    void ofTwoWritersTheEarlierIsFenced() throws IOException {
        EvidenceLog old = EvidenceLog.open(store(), KEY, BY_HAND);
        old.append(entry(1));
        try (EvidenceLog next = EvidenceLog.open(store(), KEY, BY_HAND)) {
            assertThat(next.read(0)).isEqualTo(entry(1));
            assertThatThrownBy(() -> old.append(entry(2)))
                    .isInstanceOfSatisfying(
                            EvidenceLogException.class,
                            e -> assertThat(e.code()).isEqualTo(FENCED));
            assertThat(next.append(entry(3)).index()).isEqualTo(1);
        }
        assertThat(audited()).isEqualTo(2);
    }

    @Test
    void anEarlierWriterDoesNotPutBackItsCheckpoint() throws IOException {
        LogStore old = store();
        var stale = old.checkpoint();
        try (EvidenceLog next = EvidenceLog.open(store(), KEY, BY_HAND)) {
            next.append(entry(1));
        }
        assertThatThrownBy(() -> old.publish(stale)).isInstanceOf(EvidenceLogException.class);
        assertThat(audited()).isEqualTo(1);
        old.close();
    }

    @Test
    void aLargeBatchIsOneObject() throws IOException {
        try (EvidenceLog log = EvidenceLog.open(store(), KEY, BY_HAND)) {
            List<byte[]> entries = new ArrayList<>();
            for (int i = 0; i < 200; i++) {
                byte[] large = new byte[65_000];
                large[0] = (byte) i;
                entries.add(large);
            }
            log.appendAll(entries);
        }
        assertThat(audited()).isEqualTo(200);
    }

    @Test
    void anInterruptedThreadDoesNotHarmTheLog() throws IOException {
        try (EvidenceLog log = EvidenceLog.open(store(), KEY, BY_HAND)) {
            Thread.currentThread().interrupt();
            log.append(entry(1));
            log.integrate();
            assertThat(Thread.interrupted()).isTrue();
            assertThat(log.append(entry(2)).index()).isEqualTo(1);
        }
    }

    @Test
    void aMissingBucketIsToldInASentence() {
        assertThatThrownBy(() -> BucketStore.open(server.access(), "no-such-bucket-here", ""))
                .isInstanceOfSatisfying(
                        EvidenceLogException.class, e -> assertThat(e.code()).isEqualTo(NOT_FOUND))
                .hasMessageContaining("create it first");
    }

    @Test
    void theProgramTakesABucketForALog() throws Exception {
        String place = "s3://" + server.bucket() + "/command-" + UUID.randomUUID();
        String key = folder.resolve("command.key").toString();
        Path entry = Files.writeString(folder.resolve("entry"), "an entry");
        assertThat(program("init", place, "--origin", "example.com/command", "--key", key))
                .startsWith("example.com/");
        assertThat(program("append", place, entry.toString(), "--key", key)).startsWith("0\t");
        assertThat(program("prove", place, entry.toString())).contains("entry.tlog-proof");
        assertThat(program("prune", place, "--below", "1", "--key", key)).contains("from 1 to before 1");
        assertThat(program("audit", place, "--key", key + ".pub"))
                .contains("1 entries of example.com/command, from 0 on, fit the root");
    }

    private static String program(String... arguments) throws Exception {
        String[] command = new String[arguments.length + 1];
        command[0] = "io.mingshi.evidencelog.command.Main";
        System.arraycopy(arguments, 0, command, 1, arguments.length);
        ProcessBuilder program = S3Server.java(command).redirectError(ProcessBuilder.Redirect.INHERIT);
        program.environment().put("AWS_ENDPOINT_URL", server.access().endpoint().toString());
        program.environment().put("AWS_REGION", server.access().region());
        program.environment().put("AWS_ACCESS_KEY_ID", server.access().accessKey());
        program.environment().put("AWS_SECRET_ACCESS_KEY", server.access().secretKey());
        Process process = program.start();
        String said = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        return said;
    }

    @Test
    void whateverAKilledProcessSaidIsInTheLog() throws Exception {
        Map<Long, String> said = new TreeMap<>();
        for (int kill = 0; kill < 3; kill++) {
            listenAndKill(said, 25 + 31 * kill);
        }
        try (EvidenceLog log = EvidenceLog.open(store(), KEY, BY_HAND)) {
            for (Map.Entry<Long, String> entry : said.entrySet()) {
                assertThat(new String(log.read(entry.getKey()), UTF_8)).isEqualTo(entry.getValue());
            }
        }
        assertThat(audited()).isGreaterThanOrEqualTo(said.size());
    }

    private void listenAndKill(Map<Long, String> said, int lines) throws IOException, InterruptedException {
        Path key = folder.resolve("key");
        Files.writeString(key, KEY.secret());
        Process writer = S3Server.java(
                        S3LogTest.class.getName(),
                        server.access().endpoint().toString(),
                        server.access().region(),
                        server.bucket(),
                        prefix,
                        key.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        int heard = 0;
        try (BufferedReader out = writer.inputReader(UTF_8)) {
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                if (line.endsWith(".")) {
                    String[] parts = line.split("\t", 2);
                    said.put(Long.parseLong(parts[0]), parts[1]);
                }
                if (++heard == lines) {
                    writer.toHandle().destroyForcibly();
                }
            }
        }
        assertThat(writer.waitFor()).isNotZero();
        assertThat(heard).isGreaterThanOrEqualTo(lines);
    }

    /// The process that is killed: appends for ever, and says what is in the bucket.
    public static void main(String... arguments) throws IOException {
        var access = new S3Access(URI.create(arguments[0]), arguments[1], "local-identity", "local-credential-12345");
        SignerKey key = SignerKey.parse(Files.readString(Path.of(arguments[4])));
        EvidenceLog log = EvidenceLog.open(
                BucketStore.open(access, arguments[2], arguments[3]), key, new LogSettings(Duration.ofMillis(5), 0));
        for (int i = 0; ; i++) {
            String entry =
                    "entry " + i + " of process " + ProcessHandle.current().pid() + ".";
            System.out.print(log.append(entry.getBytes(UTF_8)).index() + "\t" + entry + "\n");
            System.out.flush();
        }
    }

    private LogStore store() throws IOException {
        return BucketStore.open(server.access(), server.bucket(), prefix);
    }

    private long audited() throws IOException {
        LogReader reader = BucketStore.reading(server.access(), server.bucket(), prefix);
        Checkpoint checkpoint = reader.checkpoint().checkpoint(KEY.verifier());
        LogAudit.audit(reader, checkpoint);
        return checkpoint.size();
    }

    private static byte[] entry(int number) {
        return ("entry " + number).getBytes(UTF_8);
    }
}
