package io.mingshi.records;

import io.mingshi.evidencelog.note.SignedNote;
import io.mingshi.evidencelog.note.VerifierKey;
import io.mingshi.evidencelog.proof.LogProof;
import io.mingshi.evidencelog.proof.Policy;
import io.mingshi.evidencelog.store.LogReader;
import java.util.List;
import java.util.Optional;

/// Shows that records are in the evidence log.
public interface Evidence {
    /// The public key of the log: what anybody needs to verify a proof.
    VerifierKey key();

    /// Whom to trust: the log, and the witnesses where the installation has any.
    Policy policy();

    /// The newest checkpoint; cosigned by witnesses when there was time for that.
    SignedNote checkpoint();

    /// How many records are in the log.
    long size();

    /// The proof that the entry of a record is in the log; empty while it is not in the log yet.
    Optional<LogProof> prove(long position);

    /// The same by a certain checkpoint, so that many proofs can share it.
    List<LogProof> prove(List<Long> positions, SignedNote checkpoint);

    /// The objects of the log.
    LogReader reader();
}
