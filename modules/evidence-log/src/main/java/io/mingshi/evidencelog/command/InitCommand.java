package io.mingshi.evidencelog.command;

import io.mingshi.evidencelog.EvidenceLog;
import io.mingshi.evidencelog.note.KeyType;
import io.mingshi.evidencelog.note.SignerKey;
import io.mingshi.evidencelog.store.LogStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Makes a new log.
@Command(
        name = "init",
        description = "Makes a new, empty log, and its key if there is none yet.",
        mixinStandardHelpOptions = true)
final class InitCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "LOG", description = LogPlace.DESCRIPTION)
    private String place = "";

    @Option(
            names = "--origin",
            required = true,
            paramLabel = "NAME",
            description = "what the log is called for ever: a URL without scheme, for example example.com/log")
    private String origin;

    @Option(
            names = "--key",
            required = true,
            paramLabel = "FILE",
            description = "the private key; keep it outside of the log")
    private Path key;

    @Override
    public Integer call() throws IOException {
        SignerKey signer = Files.exists(key) ? Keys.read(key) : Keys.generate(key, origin, KeyType.LOG);
        try (LogStore store = LogPlace.writing(place)) {
            EvidenceLog.create(store, signer);
        }
        spec.commandLine().getOut().println(signer.verifier());
        return 0;
    }
}
