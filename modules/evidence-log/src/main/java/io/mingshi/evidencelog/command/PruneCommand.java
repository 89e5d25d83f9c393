package io.mingshi.evidencelog.command;

import io.mingshi.evidencelog.EvidenceLog;
import io.mingshi.evidencelog.LogSettings;
import io.mingshi.evidencelog.note.SignerKey;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Gives up the first entries of a log.
@Command(
        name = "prune",
        description = {
            "Publishes a minimum index, and removes the entries below it for good.",
            "Proofs made before stay valid; new ones need the entries that remain."
        },
        mixinStandardHelpOptions = true)
final class PruneCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "LOG", description = LogPlace.DESCRIPTION)
    private String place = "";

    @Option(
            names = "--below",
            required = true,
            paramLabel = "N",
            description = "the first entry to keep; entries are kept in 256s, so up to 255 before it stay")
    private long below;

    @Option(names = "--key", required = true, paramLabel = "FILE", description = "the private key of the log")
    private Path key;

    @Override
    public Integer call() throws IOException {
        SignerKey signer = Keys.read(key);
        try (EvidenceLog log = EvidenceLog.open(LogPlace.writing(place), signer, LogSettings.DEFAULT)) {
            log.prune(below);
            spec.commandLine()
                    .getOut()
                    .println("the log has its entries from " + log.minimum() + " to before " + log.size());
        }
        return 0;
    }
}
