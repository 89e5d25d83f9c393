package io.mingshi.evidencelog.witness;

import io.mingshi.evidencelog.EvidenceLogException;
import io.mingshi.evidencelog.merkle.ConsistencyProof;
import io.mingshi.evidencelog.merkle.TreeHasher;
import io.mingshi.evidencelog.note.Checkpoint;
import io.mingshi.evidencelog.note.NoteSignature;
import io.mingshi.evidencelog.note.SignedNote;
import io.mingshi.evidencelog.note.SignerKey;
import io.mingshi.evidencelog.note.VerifierKey;
import io.mingshi.evidencelog.store.WitnessMemory;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/// Cosigns a log's checkpoint if it only appended to the last one it cosigned
/// ([tlog-witness](https://c2sp.org/tlog-witness)).
public final class Witness {
    /// What a witness answers.
    sealed interface Answer {
        /// The checkpoint is remembered, and this is the statement about it.
        record Cosigned(NoteSignature cosignature) implements Answer {}

        /// The request starts from another checkpoint than the one cosigned last, or the log forked at that
        /// size.
        record Conflict(long size) implements Answer {}

        /// Not a request, or one that shrinks the log.
        record Malformed(String why) implements Answer {}

        /// No log with this origin is known.
        record UnknownLog() implements Answer {}

        /// None of the keys known for the origin signed.
        record NotSigned() implements Answer {}

        /// The proof does not show that the log only appended.
        record NotProved() implements Answer {}
    }

    private final SignerKey key;
    private final List<VerifierKey> logs;
    private final WitnessMemory memory;
    private final Clock clock;

    /// A witness for the logs with these keys.
    public Witness(SignerKey key, List<VerifierKey> logs, WitnessMemory memory, Clock clock) {
        this.key = key;
        this.logs = List.copyOf(logs);
        this.memory = memory;
        this.clock = clock;
    }

    Answer add(byte[] body) throws IOException {
        AddCheckpoint request;
        Checkpoint claimed;
        try {
            request = AddCheckpoint.parse(body);
            claimed = Checkpoint.parse(request.checkpoint().text());
        } catch (EvidenceLogException e) {
            return new Answer.Malformed(String.valueOf(e.getMessage()));
        }
        if (logs.stream().noneMatch(log -> log.name().equals(claimed.origin()))) {
            return new Answer.UnknownLog();
        }
        Optional<Checkpoint> signed = signed(request.checkpoint(), claimed.origin());
        if (signed.isEmpty()) {
            return new Answer.NotSigned();
        }
        if (request.oldSize() > claimed.size()) {
            return new Answer.Malformed("the old size is larger than the size of the checkpoint");
        }
        return add(request, signed.get());
    }

    /// Comparing with the last checkpoint and remembering the new one is one step: otherwise a slower request
    /// could roll back.
    private synchronized Answer add(AddCheckpoint request, Checkpoint checkpoint) throws IOException {
        Optional<Checkpoint> known = memory.newest(checkpoint.origin()).map(note -> Checkpoint.parse(note.text()));
        Checkpoint last = known.orElse(new Checkpoint(checkpoint.origin(), 0, new TreeHasher().empty()));
        boolean forked = last.size() == checkpoint.size() && !last.root().equals(checkpoint.root());
        if (request.oldSize() != last.size() || forked) {
            return new Answer.Conflict(last.size());
        }
        if (!new ConsistencyProof(last.size(), checkpoint.size(), request.proof())
                .verifies(last.root(), checkpoint.root())) {
            return new Answer.NotProved();
        }
        memory.remember(checkpoint.origin(), request.checkpoint());
        return new Answer.Cosigned(key.cosign(checkpoint, clock.instant()));
    }

    private Optional<Checkpoint> signed(SignedNote note, String origin) {
        for (VerifierKey log : logs) {
            if (log.name().equals(origin) && note.isSignedInNameOf(log)) {
                try {
                    return Optional.of(note.checkpoint(log));
                } catch (EvidenceLogException e) {
                    return Optional.empty();
                }
            }
        }
        return Optional.empty();
    }
}
