package io.mingshi.evidencelog.witness;

import static io.mingshi.evidencelog.EvidenceLogException.Code.MALFORMED;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.mingshi.evidencelog.merkle.Hash;
import io.mingshi.evidencelog.note.SignedNote;
import io.mingshi.evidencelog.note.Texts;
import java.util.List;

/// What a log sends to a witness: its new checkpoint, and the proof that it grew from the one the witness
/// knows.
///
/// @param oldSize of the checkpoint that the witness is believed to know
record AddCheckpoint(long oldSize, List<Hash> proof, SignedNote checkpoint) {
    static final int MAX_BYTES = SignedNote.MAX_BYTES + 8192;
    private static final int MAX_HASHES = 63;
    private static final String OLD = "old ";

    AddCheckpoint {
        proof = List.copyOf(proof);
    }

    static AddCheckpoint parse(byte[] body) {
        String text = Texts.utf8(body, MAX_BYTES, "the request");
        int end = text.indexOf("\n\n");
        if (!text.startsWith(OLD) || end < 0) {
            throw MALFORMED.with("a request has an old size, a proof, an empty line and a checkpoint");
        }
        List<String> lines = List.of(text.substring(0, end).split("\n", MAX_HASHES + 2));
        if (lines.size() > MAX_HASHES + 1) {
            throw MALFORMED.with("a consistency proof has at most " + MAX_HASHES + " hashes");
        }
        return new AddCheckpoint(
                Texts.number(lines.getFirst().substring(OLD.length()), "the old size"),
                lines.subList(1, lines.size()).stream().map(Hash::parse).toList(),
                SignedNote.parse(text.substring(end + 2).getBytes(UTF_8)));
    }

    @Override
    public String toString() {
        StringBuilder body = new StringBuilder(OLD).append(oldSize).append('\n');
        proof.forEach(hash -> body.append(hash).append('\n'));
        return body.append('\n').append(checkpoint).toString();
    }
}
