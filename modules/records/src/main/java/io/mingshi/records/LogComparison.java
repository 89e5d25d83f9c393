package io.mingshi.records;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.mingshi.evidencelog.EvidenceLogException;
import io.mingshi.evidencelog.merkle.TreeHasher;
import io.mingshi.evidencelog.note.Checkpoint;
import io.mingshi.evidencelog.note.SignedNote;
import io.mingshi.evidencelog.proof.LogProof;
import io.mingshi.evidencelog.proof.Policy;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// Compares records with what the evidence log says at their positions.
///
/// @see RecordProof
@Singleton
public class LogComparison {
    private static final Logger LOG = Logger.getLogger(LogComparison.class);

    private final Evidence evidence;

    LogComparison(Evidence evidence) {
        this.evidence = evidence;
    }

    /// Compares the stored rows with the entries of the log.
    ///
    /// @throws io.mingshi.contracts.ProblemException `EVIDENCE_UNAVAILABLE` when the log cannot be read
    public List<Checked> compared(List<KeptRecord> records) {
        Map<Long, byte[]> entries = evidence.entries(positions(records));
        return records.stream()
                .map(kept -> new Checked(kept, compare(kept, entries.get(kept.position())), null))
                .toList();
    }

    /// The same with a proof for each, by one checkpoint. A proof that does not hold is told as a difference.
    ///
    /// @throws io.mingshi.contracts.ProblemException `EVIDENCE_UNAVAILABLE` when the log cannot be read
    public List<Checked> proven(List<KeptRecord> records) {
        Map<Long, byte[]> entries = evidence.entries(positions(records));
        SignedNote checkpoint = evidence.checkpoint();
        long size = Checkpoint.parse(checkpoint.text()).size();
        List<Long> logged = positions(records).stream()
                .filter(position -> position < size && entries.containsKey(position))
                .toList();
        Map<Long, LogProof> proofs = new HashMap<>();
        evidence.prove(logged, checkpoint).forEach(proof -> proofs.put(proof.index(), proof));
        return records.stream()
                .map(kept -> proven(kept, entries.get(kept.position()), proofs.get(kept.position())))
                .toList();
    }

    private Checked proven(KeptRecord kept, byte @Nullable [] entry, @Nullable LogProof proof) {
        byte[] shown = entry == null ? kept.entry().bytes() : entry;
        Logged logged = proof == null || holds(proof, shown) ? compare(kept, entry) : Logged.DIFFERS;
        return new Checked(
                kept,
                logged,
                new RecordProof(
                        kept.position(),
                        new String(shown, UTF_8),
                        SealedEntry.sealedForm(kept.header(), kept.sealed(), kept.commitment()),
                        proof == null ? null : proof.toString()));
    }

    private boolean holds(LogProof proof, byte[] entry) {
        try {
            Policy.of(evidence.key()).verify(proof, new TreeHasher().leaf(entry));
            return true;
        } catch (EvidenceLogException e) {
            LOG.errorf(e, "the evidence log contradicts itself at position %d", proof.index());
            return false;
        }
    }

    private static Logged compare(KeptRecord kept, byte @Nullable [] entry) {
        if (entry == null) {
            return Logged.PENDING;
        }
        return Arrays.equals(entry, kept.entry().bytes()) ? Logged.IN_LOG : Logged.DIFFERS;
    }

    private static List<Long> positions(List<KeptRecord> records) {
        return records.stream().map(KeptRecord::position).toList();
    }
}
