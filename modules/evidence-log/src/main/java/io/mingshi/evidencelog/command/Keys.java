package io.mingshi.evidencelog.command;

import static io.mingshi.evidencelog.EvidenceLogException.Code.MALFORMED;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.mingshi.evidencelog.EvidenceLogException;
import io.mingshi.evidencelog.note.KeyType;
import io.mingshi.evidencelog.note.SignerKey;
import io.mingshi.evidencelog.note.VerifierKey;
import io.mingshi.evidencelog.proof.Policy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/// Keys in files, and the option that says whom to trust.
final class Keys {
    private static final String PUBLIC = ".pub";

    private Keys() {}

    /// Makes a key in a file that only its owner reads, and the public key in a file beside it.
    static SignerKey generate(Path file, String name, KeyType type) throws IOException {
        SignerKey key = SignerKey.generate(name, type);
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(file, key.secret() + "\n", UTF_8);
        Files.writeString(file.resolveSibling(file.getFileName() + PUBLIC), key.verifier() + "\n", UTF_8);
        return key;
    }

    static SignerKey read(Path file) throws IOException {
        return SignerKey.parse(Files.readString(file, UTF_8).strip());
    }

    /// A public key as it is, or in a file.
    static VerifierKey verifier(String keyOrFile) throws IOException {
        if (keyOrFile.contains("+")) {
            try {
                return VerifierKey.parse(keyOrFile);
            } catch (EvidenceLogException e) {
                if (!Files.exists(Path.of(keyOrFile))) {
                    throw e;
                }
            }
        }
        return VerifierKey.parse(Files.readString(Path.of(keyOrFile), UTF_8).strip());
    }

    /// Whom to trust: one key, or a policy.
    static final class Trust {
        @ArgGroup(multiplicity = "1")
        private Choice choice = new Choice();

        static final class Choice {
            @Option(
                    names = "--key",
                    required = true,
                    paramLabel = "KEY",
                    description = "the public key of the log (name+hash+base64), or a file with it")
            @Nullable
            private String key;

            @Option(
                    names = "--policy",
                    required = true,
                    paramLabel = "FILE",
                    description = "a policy (tlog-policy): logs, witnesses and the quorum")
            @Nullable
            private Path policy;
        }

        Policy policy() throws IOException {
            if (choice.policy != null) {
                return Policy.parse(Files.readAllBytes(choice.policy));
            }
            if (choice.key == null) {
                throw MALFORMED.with("name a key or a policy");
            }
            return Policy.of(verifier(choice.key));
        }
    }
}
