package io.mingshi.evidencelog.command;

import io.mingshi.evidencelog.merkle.TreeHasher;
import io.mingshi.evidencelog.note.Cosignature;
import io.mingshi.evidencelog.proof.LogProof;
import io.mingshi.evidencelog.proof.Policy;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Verifies a proof without the log and without a network.
@Command(
        name = "verify",
        description =
                "Verifies offline that a file is in a log: needs the file, its proof, and the log's key or a policy.",
        mixinStandardHelpOptions = true)
final class VerifyCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "the entry")
    private Path file;

    @Option(names = "--proof", required = true, paramLabel = "PROOF", description = "its .tlog-proof")
    private Path proof;

    @Mixin
    private Keys.Trust trust = new Keys.Trust();

    @Override
    public Integer call() throws IOException {
        LogProof read = LogProof.parse(Files.readAllBytes(proof));
        Policy.Verified verified = trust.policy().verify(read, new TreeHasher().leaf(Files.readAllBytes(file)));
        PrintWriter out = spec.commandLine().getOut();
        out.println(file + " is entry " + read.index() + " of "
                + verified.checkpoint().origin() + ", which then had "
                + verified.checkpoint().size() + " entries");
        for (Cosignature cosignature : verified.cosignatures()) {
            out.println("cosigned by " + cosignature.witness().name() + " at " + cosignature.at());
        }
        return 0;
    }
}
