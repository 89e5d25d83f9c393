package io.mingshi.evidencelog;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.mingshi.evidencelog.note.SignerKey;
import io.mingshi.evidencelog.store.FolderStore;
import io.mingshi.evidencelog.store.LogReader;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Kills a real process in the midst of appending, some times in a row on the same log.
class KilledWriterTest {
    private static final SignerKey KEY =
            SignerKey.parse("PRIVATE+KEY+PeterNeumann+c74f20a3+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz");
    private static final LogSettings BUSY = new LogSettings(Duration.ofMillis(2), 0);
    private static final int KILLS = 4;

    @TempDir
    private Path folder;

    @Test
    void whateverAKilledProcessSaidIsInTheLog() throws Exception {
        try (FolderStore store = FolderStore.open(folder)) {
            EvidenceLog.create(store, KEY);
        }
        Map<Long, String> said = new TreeMap<>();
        for (int kill = 0; kill < KILLS; kill++) {
            listenAndKill(said, 40 + 61 * kill);
        }
        try (EvidenceLog log = EvidenceLog.open(FolderStore.open(folder), KEY, BUSY)) {
            for (Map.Entry<Long, String> entry : said.entrySet()) {
                assertThat(new String(log.read(entry.getKey()), UTF_8)).isEqualTo(entry.getValue());
            }
        }
        LogReader reader = FolderStore.reading(folder);
        LogAudit.audit(reader, reader.checkpoint().checkpoint(KEY.verifier()));
    }

    private void listenAndKill(Map<Long, String> said, int lines) throws IOException, InterruptedException {
        Process writer = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        KilledWriterTest.class.getName(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader out = writer.inputReader(UTF_8)) {
            int heard = 0;
            // What is still in the pipe when the process is gone counts too; a line may be cut, hence the full stop.
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
    }

    /// The process that is killed: appends for ever, and says what is durable.
    public static void main(String... arguments) throws IOException {
        EvidenceLog log = EvidenceLog.open(FolderStore.open(Path.of(arguments[0])), KEY, BUSY);
        for (int i = 0; ; i++) {
            String entry =
                    "entry " + i + " of process " + ProcessHandle.current().pid() + ".";
            System.out.print(log.append(entry.getBytes(UTF_8)).index() + "\t" + entry + "\n");
            System.out.flush();
        }
    }
}
