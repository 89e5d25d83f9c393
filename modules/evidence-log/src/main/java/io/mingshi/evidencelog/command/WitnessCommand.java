package io.mingshi.evidencelog.command;

import io.mingshi.evidencelog.note.KeyType;
import io.mingshi.evidencelog.note.SignerKey;
import io.mingshi.evidencelog.note.VerifierKey;
import io.mingshi.evidencelog.store.WitnessMemory;
import io.mingshi.evidencelog.witness.Witness;
import io.mingshi.evidencelog.witness.WitnessServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Serves as a witness.
@Command(
        name = "witness",
        description =
                "Serves as a witness: cosigns checkpoints of logs as long as they only append, and refuses forks.",
        mixinStandardHelpOptions = true)
final class WitnessCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "FOLDER", description = "where the witness remembers what it cosigned")
    private Path folder;

    @Option(
            names = "--key",
            required = true,
            paramLabel = "FILE",
            description = "the private key of the witness; it is made if it is missing and --name is given")
    private Path key;

    @Option(names = "--name", defaultValue = "", paramLabel = "NAME", description = "the name of a new key")
    private String name;

    @Option(names = "--ml-dsa-44", description = "makes a new key one of ML-DSA-44 instead of Ed25519")
    private boolean postQuantum;

    @Option(
            names = "--log-key",
            required = true,
            paramLabel = "KEY",
            description = "the public key of a log to witness, or a file with it; may be repeated")
    private List<String> logs;

    @Option(
            names = "--host",
            defaultValue = "127.0.0.1",
            paramLabel = "HOST",
            description = "default: ${DEFAULT-VALUE}")
    private String host;

    @Option(names = "--port", defaultValue = "8480", paramLabel = "PORT", description = "default: ${DEFAULT-VALUE}")
    private int port;

    @Override
    public Integer call() throws IOException, InterruptedException {
        KeyType type = postQuantum ? KeyType.WITNESS_ML_DSA_44 : KeyType.WITNESS;
        SignerKey signer = Files.exists(key) ? Keys.read(key) : Keys.generate(key, name, type);
        List<VerifierKey> known = new ArrayList<>();
        for (String log : logs) {
            known.add(Keys.verifier(log));
        }
        try (WitnessMemory memory = WitnessMemory.open(folder);
                WitnessServer server = new WitnessServer(
                        new Witness(signer, known, memory, Clock.systemUTC()), new InetSocketAddress(host, port))) {
            spec.commandLine().getOut().println(signer.verifier() + " at " + server.address());
            spec.commandLine().getOut().flush();
            new CountDownLatch(1).await();
        }
        return 0;
    }
}
