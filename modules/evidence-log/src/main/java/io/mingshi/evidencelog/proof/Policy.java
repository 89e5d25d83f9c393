package io.mingshi.evidencelog.proof;

import static io.mingshi.evidencelog.EvidenceLogException.Code.UNTRUSTED;

import io.mingshi.evidencelog.merkle.Hash;
import io.mingshi.evidencelog.note.Checkpoint;
import io.mingshi.evidencelog.note.Cosignature;
import io.mingshi.evidencelog.note.SignedNote;
import io.mingshi.evidencelog.note.VerifierKey;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Whom to trust ([tlog-policy](https://c2sp.org/tlog-policy)): any of these logs, if enough of these witnesses
/// agree.
///
/// @param logs any of which may have signed
/// @param witnesses by their names in the policy
/// @param quorum which of them must have cosigned
public record Policy(List<Log> logs, List<Witness> witnesses, Quorum quorum) {
    /// A log that is trusted.
    ///
    /// @param key whose name is the log's origin
    public record Log(VerifierKey key, Optional<URI> address) {}

    /// A witness that the quorum can count.
    ///
    /// @param name within the policy
    /// @param address its submission prefix
    public record Witness(String name, VerifierKey key, Optional<URI> address) {}

    /// Which witnesses must have cosigned.
    public sealed interface Quorum {
        /// Whether these are enough.
        boolean reached(Set<String> witnesses);

        /// Nobody needs to.
        record None() implements Quorum {
            @Override
            public boolean reached(Set<String> witnesses) {
                return true;
            }
        }

        /// This witness must.
        record One(String witness) implements Quorum {
            @Override
            public boolean reached(Set<String> witnesses) {
                return witnesses.contains(witness);
            }
        }

        /// At least `threshold` of the members must.
        record Group(int threshold, List<Quorum> members) implements Quorum {
            @Override
            public boolean reached(Set<String> witnesses) {
                return members.stream()
                                .filter(member -> member.reached(witnesses))
                                .count()
                        >= threshold;
            }
        }
    }

    /// A checkpoint that the policy accepts; only [#verify] makes one.
    public static final class Verified {
        private final Checkpoint checkpoint;
        private final List<Cosignature> cosignatures;

        private Verified(Checkpoint checkpoint, List<Cosignature> cosignatures) {
            this.checkpoint = checkpoint;
            this.cosignatures = List.copyOf(cosignatures);
        }

        /// What the log committed to.
        public Checkpoint checkpoint() {
            return checkpoint;
        }

        /// What the policy's witnesses said about it.
        public List<Cosignature> cosignatures() {
            return cosignatures;
        }
    }

    /// A policy with these parts.
    public Policy {
        logs = List.copyOf(logs);
        witnesses = List.copyOf(witnesses);
    }

    /// Reads a policy file.
    public static Policy parse(byte[] bytes) {
        return new PolicyReader().read(bytes);
    }

    /// Trusts one log on its word alone, without witnesses.
    public static Policy of(VerifierKey log) {
        return new Policy(List.of(new Log(log, Optional.empty())), List.of(), new Quorum.None());
    }

    /// Accepts a checkpoint that a log signed and enough witnesses cosigned; refuses any other.
    public Verified verify(SignedNote note) {
        Checkpoint checkpoint = signed(note);
        Set<String> agreed = new HashSet<>();
        List<Cosignature> cosignatures = new ArrayList<>();
        for (Witness witness : witnesses) {
            note.cosignature(witness.key()).ifPresent(cosignature -> {
                agreed.add(witness.name());
                cosignatures.add(cosignature);
            });
        }
        if (!quorum.reached(agreed)) {
            throw UNTRUSTED.with("too few witnesses cosigned the checkpoint for the policy: "
                    + (agreed.isEmpty()
                            ? "none did"
                            : "only "
                                    + String.join(", ", agreed.stream().sorted().toList()) + " did"));
        }
        return new Verified(checkpoint, cosignatures);
    }

    /// Accepts a proof that the entry with this leaf hash is in a log of the policy; refuses any other.
    public Verified verify(LogProof proof, Hash leaf) {
        Verified verified = verify(proof.checkpoint());
        if (!proof.includes(leaf, verified.checkpoint())) {
            throw UNTRUSTED.with("the proof does not belong to this entry: it does not lead from the entry at index "
                    + proof.index() + " to the root in the checkpoint");
        }
        return verified;
    }

    private Checkpoint signed(SignedNote note) {
        String origin = Checkpoint.parse(note.text()).origin();
        Optional<Checkpoint> checkpoint = Optional.empty();
        for (Log log : logs) {
            if (log.key().name().equals(origin) && checkpoint.isEmpty()) {
                checkpoint = signedBy(note, log.key());
            }
        }
        return checkpoint.orElseThrow(() -> UNTRUSTED.with("no log of the policy signed the checkpoint of " + origin));
    }

    /// A log with a new key beside its old one may have signed with either.
    private static Optional<Checkpoint> signedBy(SignedNote note, VerifierKey key) {
        return note.isSignedInNameOf(key) ? Optional.of(note.checkpoint(key)) : Optional.empty();
    }
}
