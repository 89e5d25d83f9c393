package io.mingshi.records.verification;

import io.mingshi.evidencelog.EvidenceLogException;
import io.mingshi.evidencelog.merkle.TileTree;
import io.mingshi.evidencelog.note.Checkpoint;
import io.mingshi.evidencelog.note.NoteSignature;
import io.mingshi.evidencelog.note.SignedNote;
import io.mingshi.evidencelog.witness.WitnessClient;
import io.mingshi.evidencelog.witness.WitnessClient.Statement;
import io.mingshi.records.Evidence;
import io.mingshi.records.verification.Finding.LogRewritten;
import io.mingshi.records.verification.Finding.Unwitnessed;
import java.util.ArrayList;
import java.util.List;

/// Asks the witnesses, now, whether the log goes on from what they remember of it: they are out of reach of
/// whoever holds the database, the log and its key.
final class WitnessCheck {
    private static final int TRIES = 5;

    private final Evidence evidence;

    WitnessCheck(Evidence evidence) {
        this.evidence = evidence;
    }

    List<Finding> findings() throws InterruptedException {
        if (evidence.policy().witnesses().isEmpty()) {
            return List.of();
        }
        List<Finding> findings = ask();
        // A checkpoint that is older by the time they are asked is no finding: the log is written all the time.
        for (int tries = 1; tries < TRIES && !findings.isEmpty(); tries++) {
            findings = ask();
        }
        return findings;
    }

    private List<Finding> ask() throws InterruptedException {
        SignedNote checkpoint = evidence.checkpoint();
        long size = Checkpoint.parse(checkpoint.text()).size();
        var client = new WitnessClient(
                evidence.policy(), earlier -> new TileTree(evidence.reader(), size).consistency(earlier));
        List<Finding> findings = new ArrayList<>();
        List<NoteSignature> cosignatures = new ArrayList<>();
        for (Statement statement : client.ask(checkpoint)) {
            switch (statement) {
                case Statement.Agrees agrees -> cosignatures.addAll(agrees.cosignatures());
                case Statement.Disagrees(String witness, String why) ->
                    findings.add(new LogRewritten("witness " + witness + " knows another one: " + why));
                case Statement.Ahead(String witness, long seen) ->
                    findings.add(new LogRewritten(
                            "witness " + witness + " has seen it with " + seen + " entries, and it has " + size));
                case Statement.Silent _ -> {} // enough others may do; the quorum decides
            }
        }
        try {
            evidence.policy().verify(checkpoint.with(cosignatures));
        } catch (EvidenceLogException e) {
            findings.add(new Unwitnessed(String.valueOf(e.getMessage())));
        }
        return findings;
    }
}
