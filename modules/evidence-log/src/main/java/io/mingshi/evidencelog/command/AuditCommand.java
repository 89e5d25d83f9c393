package io.mingshi.evidencelog.command;

import io.mingshi.evidencelog.LogAudit;
import io.mingshi.evidencelog.note.Checkpoint;
import io.mingshi.evidencelog.store.LogReader;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Recomputes a whole log.
@Command(
        name = "audit",
        description = "Recomputes a whole log from its entries and names the first entry or tile that does not fit.",
        mixinStandardHelpOptions = true)
final class AuditCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "LOG", description = LogPlace.DESCRIPTION)
    private String place = "";

    @Mixin
    private Keys.Trust trust = new Keys.Trust();

    @Override
    public Integer call() throws IOException {
        LogReader log = LogPlace.reading(place);
        Checkpoint checkpoint = trust.policy().verify(log.checkpoint()).checkpoint();
        LogAudit.audit(log, checkpoint);
        spec.commandLine()
                .getOut()
                .println("all " + checkpoint.size() + " entries of " + checkpoint.origin() + " fit the root "
                        + checkpoint.root());
        return 0;
    }
}
