package io.mingshi.evidencelog.command;

import static io.mingshi.evidencelog.EvidenceLogException.Code.UNTRUSTED;

import io.mingshi.evidencelog.LogAudit;
import io.mingshi.evidencelog.note.Checkpoint;
import io.mingshi.evidencelog.note.SignedNote;
import io.mingshi.evidencelog.note.VerifierKey;
import io.mingshi.evidencelog.proof.Policy;
import io.mingshi.evidencelog.store.LogReader;
import java.io.IOException;
import java.util.Optional;
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
        long minimum = minimum(log, checkpoint.origin());
        long first = LogAudit.audit(log, checkpoint, minimum);
        String what = minimum == 0
                ? "all " + checkpoint.size() + " entries of " + checkpoint.origin()
                : checkpoint.size() - first + " entries of " + checkpoint.origin() + ", from " + first + " on,";
        spec.commandLine().getOut().println(what + " fit the root " + checkpoint.root());
        if (minimum > 0) {
            spec.commandLine()
                    .getOut()
                    .println("not checked: the log says that it pruned what is below " + minimum
                            + "; entries and tiles before " + first + " were not looked at");
        }
        return 0;
    }

    private long minimum(LogReader log, String origin) throws IOException {
        Optional<SignedNote> note = log.minimumIndex();
        if (note.isEmpty()) {
            return 0;
        }
        for (Policy.Log trusted : trust.policy().logs()) {
            VerifierKey key = trusted.key();
            if (key.name().equals(origin) && note.get().isSignedInNameOf(key)) {
                return note.get().minimumIndex(key).index();
            }
        }
        throw UNTRUSTED.with("the minimum index is not signed by a key of " + origin + " that is trusted here");
    }
}
