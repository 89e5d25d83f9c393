package io.mingshi.records.export.verify;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.mingshi.evidencelog.EvidenceLogException;
import io.mingshi.evidencelog.note.VerifierKey;
import io.mingshi.evidencelog.proof.Policy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Whom the person at the terminal trusts.
sealed interface Trust {
    /// One key of a log.
    record Key(VerifierKey key) implements Trust {}

    /// Logs and witnesses.
    record Rules(Policy policy) implements Trust {}

    /// Nobody was named: only the key that is in the export itself is there.
    record Nobody() implements Trust {}

    /// The keys that may have signed the export.
    default List<VerifierKey> keys() {
        return switch (this) {
            case Key(VerifierKey key) -> List.of(key);
            case Rules(Policy policy) ->
                policy.logs().stream().map(Policy.Log::key).toList();
            case Nobody() -> List.of();
        };
    }

    /// A key as it is, or in a file.
    static Trust key(String keyOrFile) throws IOException {
        try {
            return new Key(VerifierKey.parse(keyOrFile));
        } catch (EvidenceLogException e) {
            Path file = Path.of(keyOrFile);
            if (!Files.exists(file)) {
                throw e;
            }
            return new Key(VerifierKey.parse(Files.readString(file, UTF_8).strip()));
        }
    }

    /// A file in the form of C2SP tlog-policy.
    static Trust policy(Path file) throws IOException {
        return new Rules(Policy.parse(Files.readAllBytes(file)));
    }
}
