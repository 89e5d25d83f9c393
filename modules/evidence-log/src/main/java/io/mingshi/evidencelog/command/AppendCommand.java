package io.mingshi.evidencelog.command;

import io.mingshi.evidencelog.Appended;
import io.mingshi.evidencelog.EvidenceLog;
import io.mingshi.evidencelog.LogSettings;
import io.mingshi.evidencelog.note.Checkpoint;
import io.mingshi.evidencelog.note.SignedNote;
import io.mingshi.evidencelog.note.SignerKey;
import io.mingshi.evidencelog.proof.Policy;
import io.mingshi.evidencelog.witness.WitnessClient;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Appends files as entries.
@Command(
        name = "append",
        description = "Appends files, each as one entry of at most 65,535 bytes, and tells their indices.",
        mixinStandardHelpOptions = true)
final class AppendCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "LOG", description = LogPlace.DESCRIPTION)
    private String place = "";

    @Parameters(index = "1..*", paramLabel = "FILE", description = "the entries")
    private List<Path> files = List.of();

    @Option(names = "--key", required = true, paramLabel = "FILE", description = "the private key of the log")
    private Path key;

    @Option(
            names = "--witnesses",
            paramLabel = "POLICY",
            description = "asks the witnesses of this policy that have an address to cosign the new checkpoint")
    @Nullable
    private Path policy;

    @Override
    public Integer call() throws IOException, InterruptedException {
        SignerKey signer = Keys.read(key);
        List<byte[]> entries = new ArrayList<>();
        for (Path file : files) {
            entries.add(Files.readAllBytes(file));
        }
        try (EvidenceLog log = EvidenceLog.open(LogPlace.writing(place), signer, LogSettings.DEFAULT)) {
            List<Appended> appended = log.appendAll(entries);
            for (int i = 0; i < files.size(); i++) {
                spec.commandLine()
                        .getOut()
                        .println(appended.get(i).index() + "\t" + files.get(i)
                                + (appended.get(i).duplicate() ? "\t(was there already)" : ""));
            }
            if (policy != null) {
                cosign(log, log.integrate(), Policy.parse(Files.readAllBytes(policy)));
            }
        }
        return 0;
    }

    private void cosign(EvidenceLog log, SignedNote checkpoint, Policy witnesses)
            throws IOException, InterruptedException {
        long size = Checkpoint.parse(checkpoint.text()).size();
        SignedNote cosigned = new WitnessClient(witnesses, earlier -> log.consistency(earlier, size))
                .cosigned(
                        checkpoint,
                        (witness, why) -> spec.commandLine().getErr().println(witness + " did not cosign: " + why));
        log.addCosignatures(checkpoint, cosigned.signatures());
        int count = witnesses.verify(cosigned).cosignatures().size();
        spec.commandLine().getOut().println(count + " witnesses cosigned the checkpoint of " + size + " entries");
    }
}
