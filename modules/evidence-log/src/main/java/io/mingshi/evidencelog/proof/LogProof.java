package io.mingshi.evidencelog.proof;

import static io.mingshi.evidencelog.EvidenceLogException.Code.MALFORMED;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.mingshi.evidencelog.merkle.Hash;
import io.mingshi.evidencelog.merkle.InclusionProof;
import io.mingshi.evidencelog.note.Checkpoint;
import io.mingshi.evidencelog.note.SignedNote;
import io.mingshi.evidencelog.note.Texts;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/// A proof as a file ([tlog-proof](https://c2sp.org/tlog-proof)): all that shows, without a network, that an
/// entry is in a log.
///
/// @param extra Base64 of whatever the application put there, empty if nothing; nobody vouches for it
/// @param index of the entry
/// @param hashes from the sibling of the entry's leaf up to the child of the root
/// @param checkpoint with the signatures of the log and of witnesses, not verified yet
public record LogProof(String extra, long index, List<Hash> hashes, SignedNote checkpoint) {
    /// Bytes of a proof: a note, its hashes and some extra data.
    public static final int MAX_BYTES = 2 * SignedNote.MAX_BYTES;

    /// Hashes of an inclusion proof in the largest tree there can be.
    public static final int MAX_HASHES = 63;

    private static final String HEAD = "c2sp.org/tlog-proof@v1";
    private static final String EXTRA = "extra ";
    private static final String INDEX = "index ";
    private static final int MAX_HEAD_LINES = MAX_HASHES + 3;

    /// A proof of the right form; whether it is true, a [Policy] tells.
    public LogProof {
        hashes = List.copyOf(hashes);
        if (index < 0 || hashes.size() > MAX_HASHES) {
            throw MALFORMED.with("a proof has an index from 0 and at most " + MAX_HASHES + " hashes");
        }
    }

    /// The proof of an entry in the tree of a checkpoint.
    public static LogProof of(InclusionProof inclusion, SignedNote checkpoint) {
        return new LogProof("", inclusion.index(), inclusion.hashes(), checkpoint);
    }

    /// Reads a proof.
    public static LogProof parse(byte[] bytes) {
        String text = Texts.utf8(bytes, MAX_BYTES, "the proof");
        int end = text.indexOf("\n\n");
        if (end < 0) {
            throw MALFORMED.with("the proof has no empty line before its checkpoint");
        }
        List<String> lines = new ArrayList<>(List.of(text.substring(0, end).split("\n", MAX_HEAD_LINES + 1)));
        if (!lines.removeFirst().equals(HEAD) || lines.isEmpty()) {
            throw MALFORMED.with("a proof starts with the line " + HEAD);
        }
        String extra = "";
        if (lines.getFirst().startsWith(EXTRA)) {
            extra = lines.removeFirst().substring(EXTRA.length());
            Texts.base64(extra, "the extra data of the proof");
        }
        if (lines.isEmpty() || !lines.getFirst().startsWith(INDEX)) {
            throw MALFORMED.with("the proof has no line with the index of the entry");
        }
        long index = Texts.number(lines.removeFirst().substring(INDEX.length()), "the index in the proof");
        List<Hash> hashes = lines.stream().map(Hash::parse).toList();
        return new LogProof(
                extra, index, hashes, SignedNote.parse(text.substring(end + 2).getBytes(UTF_8)));
    }

    /// The same proof with extra data of the application.
    public LogProof withExtra(byte[] data) {
        return new LogProof(Base64.getEncoder().encodeToString(data), index, hashes, checkpoint);
    }

    /// Whether the leaf is where the proof says, in the tree of the checkpoint.
    boolean includes(Hash leaf, Checkpoint verified) {
        return new InclusionProof(index, verified.size(), hashes).verifies(leaf, verified.root());
    }

    /// The file.
    public byte[] bytes() {
        return toString().getBytes(UTF_8);
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(HEAD).append('\n');
        if (!extra.isEmpty()) {
            text.append(EXTRA).append(extra).append('\n');
        }
        text.append(INDEX).append(index).append('\n');
        hashes.forEach(hash -> text.append(hash).append('\n'));
        return text.append('\n').append(checkpoint).toString();
    }
}
