package io.mingshi.evidencelog;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.mingshi.evidencelog.merkle.TreeHasher;
import io.mingshi.evidencelog.note.KeyType;
import io.mingshi.evidencelog.note.SignerKey;
import io.mingshi.evidencelog.proof.LogProof;
import io.mingshi.evidencelog.proof.Policy;
import io.mingshi.evidencelog.store.FolderStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReadmeTest {
    @TempDir
    private Path folder;

    @Test
    void theExampleRuns() throws IOException {
        byte[] entry = "an entry".getBytes(UTF_8);
        Path proofFile = folder.resolve("entry.tlog-proof");
        // example
        SignerKey key = SignerKey.generate("example.com/log", KeyType.LOG);
        try (FolderStore store = FolderStore.open(folder)) {
            EvidenceLog.create(store, key);
        }
        try (EvidenceLog log = EvidenceLog.open(FolderStore.open(folder), key, LogSettings.DEFAULT)) {
            Appended appended = log.append(entry); // on the disk
            appended.integrated().join(); // in the tree, and a checkpoint covers it
            Files.write(proofFile, log.prove(appended.index()).bytes());
        }
        LogProof proof = LogProof.parse(Files.readAllBytes(proofFile));
        Policy.of(key.verifier()).verify(proof, new TreeHasher().leaf(entry)); // throws if it is not so
        // end
        assertThat(proof.index()).isZero();
    }

    @Test
    void theReadmeShowsTheExampleThatRuns() throws IOException {
        Path module = Path.of("").toAbsolutePath();
        String source = Files.readString(module.resolve("src/test/java/io/mingshi/evidencelog/ReadmeTest.java"));
        int start = source.indexOf("// example\n") + "// example\n".length();
        String example =
                source.substring(start, source.indexOf("\n        // end\n")).stripIndent();
        assertThat(Files.readString(module.resolve("README.md"))).contains("```java\n" + example + "\n```");
    }
}
