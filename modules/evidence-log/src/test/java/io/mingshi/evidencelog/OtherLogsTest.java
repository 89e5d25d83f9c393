package io.mingshi.evidencelog;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.mingshi.evidencelog.merkle.Hash;
import io.mingshi.evidencelog.merkle.TreeHasher;
import io.mingshi.evidencelog.note.SignerKey;
import io.mingshi.evidencelog.proof.LogProof;
import io.mingshi.evidencelog.proof.Policy;
import io.mingshi.evidencelog.store.FolderStore;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Compares with what Go's `golang.org/x/mod/sumdb` (packages `tlog` and `note`) made of the same 1,000 entries
/// and key.
class OtherLogsTest {
    private static final SignerKey KEY =
            SignerKey.parse("PRIVATE+KEY+PeterNeumann+c74f20a3+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz");

    @TempDir
    private Path folder;

    @Test
    void aLogOfOursAndOneOfGoAreTheSameBytes() throws IOException {
        try (FolderStore store = FolderStore.open(folder)) {
            EvidenceLog.create(store, KEY);
        }
        List<byte[]> entries = new ArrayList<>();
        for (int i = 0; i < 1000; i++) {
            entries.add(("entry " + i).getBytes(UTF_8));
        }
        try (EvidenceLog log = EvidenceLog.open(FolderStore.open(folder), KEY, new LogSettings(Duration.ZERO, 0))) {
            log.appendAll(entries);
            log.integrate();
            assertThat(log.prove(700)).hasToString(resource("go-700-of-1000.tlog-proof"));
            assertThat(log.consistency(300, 1000).hashes())
                    .extracting(Hash::toString)
                    .containsExactlyElementsOf(
                            resource("go-300-to-1000.hashes").lines().toList());
        }
    }

    @Test
    void aProofThatGoMadeVerifies() throws IOException {
        LogProof proof = LogProof.parse(resource("go-700-of-1000.tlog-proof").getBytes(UTF_8));
        assertThatCode(() ->
                        Policy.of(KEY.verifier()).verify(proof, new TreeHasher().leaf("entry 700".getBytes(UTF_8))))
                .doesNotThrowAnyException();
    }

    private static String resource(String name) throws IOException {
        try (InputStream in = OtherLogsTest.class.getResourceAsStream(name)) {
            return new String(Objects.requireNonNull(in).readAllBytes(), UTF_8);
        }
    }
}
