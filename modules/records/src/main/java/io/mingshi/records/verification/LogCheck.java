package io.mingshi.records.verification;

import io.mingshi.evidencelog.EvidenceLogException;
import io.mingshi.evidencelog.LogAudit;
import io.mingshi.evidencelog.merkle.TileTree;
import io.mingshi.evidencelog.note.Checkpoint;
import io.mingshi.evidencelog.note.SignedNote;
import io.mingshi.evidencelog.note.VerifierKey;
import io.mingshi.evidencelog.store.LogReader;
import io.mingshi.records.LogLedger;
import io.mingshi.records.verification.Finding.LogRewritten;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// Checks the log by itself, and against every checkpoint that the database remembers.
final class LogCheck {
    /// Checkpoints that are compared with one tree in memory.
    private static final int TOGETHER = 500;

    private final LogReader reader;
    private final VerifierKey key;
    private final LogLedger ledger;

    LogCheck(LogReader reader, VerifierKey key, LogLedger ledger) {
        this.reader = reader;
        this.key = key;
        this.ledger = ledger;
    }

    List<Finding> of(SignedNote note) throws IOException {
        List<Finding> findings = new ArrayList<>();
        ledger.key()
                .filter(bound -> !bound.sameKeyAs(key))
                .ifPresent(bound -> findings.add(
                        new LogRewritten("the records belong to the log with the key " + bound + ", not " + key)));
        try {
            Checkpoint checkpoint = note.checkpoint(key);
            LogAudit.audit(reader, checkpoint);
            compareRemembered(checkpoint, findings);
        } catch (EvidenceLogException e) {
            findings.add(new LogRewritten(String.valueOf(e.getMessage())));
        }
        return findings;
    }

    private void compareRemembered(Checkpoint checkpoint, List<Finding> findings) throws IOException {
        long from = 0;
        List<SignedNote> remembered = ledger.checkpoints(from, TOGETHER);
        while (!remembered.isEmpty()) {
            var tree = new TileTree(reader, checkpoint.size());
            for (SignedNote note : remembered) {
                Checkpoint before = note.checkpoint(key);
                if (before.size() <= checkpoint.size()
                        && !tree.root(before.size()).equals(before.root())) {
                    findings.add(new LogRewritten("its first " + before.size()
                            + " entries are not those of the checkpoint that is remembered: their root is "
                            + tree.root(before.size()) + ", it was " + before.root()));
                    return; // every later one differs too
                }
                from = before.size() + 1;
            }
            remembered = ledger.checkpoints(from, TOGETHER);
        }
        compareNewest(findings);
    }

    /// The log goes on meanwhile: it is read after what is remembered of it.
    private void compareNewest(List<Finding> findings) throws IOException {
        long remembered = ledger.newestCheckpoint()
                .map(note -> Checkpoint.parse(note.text()).size())
                .orElse(0L);
        long now = reader.checkpoint().checkpoint(key).size();
        if (now < remembered) {
            findings.add(new LogRewritten(
                    "it has " + now + " entries, but a checkpoint of " + remembered + " entries is remembered"));
        }
    }
}
