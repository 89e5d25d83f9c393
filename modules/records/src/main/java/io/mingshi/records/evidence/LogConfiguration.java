package io.mingshi.records.evidence;

import io.mingshi.evidencelog.note.KeyType;
import io.mingshi.evidencelog.note.SignerKey;
import io.mingshi.evidencelog.proof.Policy;
import io.mingshi.evidencelog.proof.Policy.Log;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// Where the evidence log is, who signs it, and who watches it.
@Singleton
class LogConfiguration {
    private final Path folder;
    private final SignerKey signer;
    private final Policy policy;

    /// @param folder which all instances of the service share
    /// @param origin the name of the log, which verifiers see: a name under which the provider is known
    /// @param key Base64 of the 32 bytes of an Ed25519 private key; it never changes
    /// @param witnesses a file in the form of C2SP tlog-policy with witnesses and their addresses
    LogConfiguration(
            @ConfigProperty(name = "mingshi.records.log.folder") Path folder,
            @ConfigProperty(name = "mingshi.records.log.origin") String origin,
            @ConfigProperty(name = "mingshi.records.log.key") String key,
            @ConfigProperty(name = "mingshi.records.log.witnesses") Optional<Path> witnesses)
            throws IOException {
        this.folder = folder;
        this.signer = SignerKey.of(origin, KeyType.LOG, Base64.getDecoder().decode(key.strip()));
        Log log = new Log(signer.verifier(), Optional.empty());
        this.policy = witnesses.isEmpty()
                ? Policy.of(signer.verifier())
                : withLog(Policy.parse(Files.readAllBytes(witnesses.get())), log);
    }

    Path folder() {
        return folder;
    }

    SignerKey signer() {
        return signer;
    }

    /// The log, the witnesses, and how many of them must have agreed.
    Policy policy() {
        return policy;
    }

    private static Policy withLog(Policy witnesses, Log log) {
        return new Policy(List.of(log), witnesses.witnesses(), witnesses.quorum());
    }
}
