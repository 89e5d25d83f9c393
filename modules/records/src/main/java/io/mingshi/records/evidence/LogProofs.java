package io.mingshi.records.evidence;

import static io.mingshi.records.RecordsProblem.EVIDENCE_UNAVAILABLE;

import io.mingshi.evidencelog.EvidenceLogException;
import io.mingshi.evidencelog.merkle.TileTree;
import io.mingshi.evidencelog.note.Checkpoint;
import io.mingshi.evidencelog.note.SignedNote;
import io.mingshi.evidencelog.note.VerifierKey;
import io.mingshi.evidencelog.proof.LogProof;
import io.mingshi.evidencelog.proof.Policy;
import io.mingshi.evidencelog.store.FolderStore;
import io.mingshi.evidencelog.store.LogReader;
import io.mingshi.records.Evidence;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;

/// Proves from the published objects of the log, whichever instance writes them.
@Singleton
class LogProofs implements Evidence {
    private static final Logger LOG = Logger.getLogger(LogProofs.class);

    private final LogConfiguration configuration;
    private final LogReader reader;

    LogProofs(LogConfiguration configuration) {
        this.configuration = configuration;
        this.reader = FolderStore.reading(configuration.folder());
    }

    @Override
    public VerifierKey key() {
        return configuration.signer().verifier();
    }

    @Override
    public Policy policy() {
        return configuration.policy();
    }

    @Override
    public SignedNote checkpoint() {
        return reading(reader::checkpoint);
    }

    @Override
    public long size() {
        return checkpoint().checkpoint(key()).size();
    }

    @Override
    public Optional<LogProof> prove(long position) {
        SignedNote checkpoint = checkpoint();
        return position < Checkpoint.parse(checkpoint.text()).size()
                ? Optional.of(prove(List.of(position), checkpoint).getFirst())
                : Optional.empty();
    }

    @Override
    public List<LogProof> prove(List<Long> positions, SignedNote checkpoint) {
        return reading(() -> {
            var tree = new TileTree(reader, Checkpoint.parse(checkpoint.text()).size());
            List<LogProof> proofs = new ArrayList<>(positions.size());
            for (long position : positions) {
                proofs.add(LogProof.of(tree.inclusion(position), checkpoint));
            }
            return proofs;
        });
    }

    @Override
    public LogReader reader() {
        return reader;
    }

    private interface Reading<T> {
        T read() throws IOException;
    }

    private static <T> T reading(Reading<T> reading) {
        try {
            return reading.read();
        } catch (IOException | EvidenceLogException e) {
            LOG.error("the evidence log cannot be read", e);
            throw EVIDENCE_UNAVAILABLE.with("the evidence log cannot be read, so that nothing is proven: try again, and"
                    + " tell the operator if it stays so");
        }
    }
}
