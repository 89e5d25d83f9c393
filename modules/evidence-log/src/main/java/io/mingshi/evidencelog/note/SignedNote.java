package io.mingshi.evidencelog.note;

import static io.mingshi.evidencelog.EvidenceLogException.Code.MALFORMED;
import static io.mingshi.evidencelog.EvidenceLogException.Code.TOO_LARGE;
import static io.mingshi.evidencelog.EvidenceLogException.Code.UNTRUSTED;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/// A text with signatures, in the form of [signed notes](https://c2sp.org/signed-note); not verified yet.
///
/// @param text ends with a newline
/// @param signatures in their order, one at least
public record SignedNote(String text, List<NoteSignature> signatures) {
    /// Bytes of a note: room for the text and for many signatures of several kilobytes.
    public static final int MAX_BYTES = 1 << 20;

    /// Signatures of a note; everybody must accept 16.
    public static final int MAX_SIGNATURES = 100;

    private static final String SEPARATOR = "\n\n";

    /// A note of a text and signatures that fit the form.
    public SignedNote {
        signatures = List.copyOf(signatures);
        if (!text.endsWith("\n") || signatures.isEmpty()) {
            throw MALFORMED.with("a note is a text that ends with a newline, and at least one signature");
        }
        if (signatures.size() > MAX_SIGNATURES) {
            throw TOO_LARGE.with("a note has at most " + MAX_SIGNATURES + " signatures");
        }
    }

    SignedNote(String text, NoteSignature signature) {
        this(text, List.of(signature));
    }

    /// Reads a note.
    public static SignedNote parse(byte[] bytes) {
        String note = Texts.utf8(bytes, MAX_BYTES, "the note");
        int end = note.lastIndexOf(SEPARATOR);
        if (end < 0 || !note.endsWith("\n") || end + SEPARATOR.length() >= note.length()) {
            throw MALFORMED.with("a note is a text, an empty line and signature lines, each with its newline");
        }
        return new SignedNote(note.substring(0, end + 1), signatures(note.substring(end + SEPARATOR.length())));
    }

    /// Reads signature lines.
    public static List<NoteSignature> signatures(String lines) {
        List<NoteSignature> signatures = new ArrayList<>();
        for (String line : lines.split("\n", MAX_SIGNATURES + 2)) {
            if (!line.isEmpty()) {
                signatures.add(NoteSignature.parse(line));
            }
        }
        return signatures;
    }

    /// The note as bytes.
    public byte[] bytes() {
        return toString().getBytes(UTF_8);
    }

    /// The same note with more signatures; what it has already is not added again.
    public SignedNote with(Collection<NoteSignature> more) {
        List<NoteSignature> all = new ArrayList<>(signatures);
        more.stream().filter(signature -> !all.contains(signature)).forEach(all::add);
        return new SignedNote(text, all);
    }

    /// The checkpoint in the note, if the log signed it.
    public Checkpoint checkpoint(VerifierKey log) {
        boolean signed = isSignedBy(log, "the checkpoint");
        Checkpoint checkpoint = Checkpoint.parse(text);
        if (!signed || !checkpoint.origin().equals(log.name())) {
            throw UNTRUSTED.with(
                    "the checkpoint of " + checkpoint.origin() + " is not signed by the key of " + log.name());
        }
        return checkpoint;
    }

    /// The minimum index in the note, if the log signed it.
    public MinimumIndex minimumIndex(VerifierKey log) {
        boolean signed = isSignedBy(log, "the minimum index");
        MinimumIndex minimum = MinimumIndex.parse(text);
        if (!signed || !minimum.origin().equals(log.name())) {
            throw UNTRUSTED.with(
                    "the minimum index of " + minimum.origin() + " is not signed by the key of " + log.name());
        }
        return minimum;
    }

    private boolean isSignedBy(VerifierKey log, String what) {
        boolean signed = false;
        for (NoteSignature signature : signatures) {
            if (log.type() == KeyType.LOG && log.made(signature)) {
                if (!log.verifies(text.getBytes(UTF_8), signature.signature())) {
                    throw UNTRUSTED.with(
                            "the signature of " + log.name() + " does not verify: " + what + " was altered");
                }
                signed = true;
            }
        }
        return signed;
    }

    /// Whether a signature has the name and the id of the key; if so, it must verify.
    public boolean isSignedInNameOf(VerifierKey key) {
        return signatures.stream().anyMatch(key::made);
    }

    /// What the witness said, if it cosigned the checkpoint in the note.
    ///
    /// A wrong signature in the witness's name is no reason to refuse the note: anybody can add one; it just
    /// does not count.
    public Optional<Cosignature> cosignature(VerifierKey witness) {
        if (!witness.type().isWitness()) {
            return Optional.empty();
        }
        return signatures.stream()
                .filter(witness::made)
                .flatMap(signature -> Cosignature.verified(witness, text, signature.signature()).stream())
                .findFirst();
    }

    @Override
    public String toString() {
        StringBuilder note = new StringBuilder(text).append('\n');
        signatures.forEach(signature -> note.append(signature.line()));
        return note.toString();
    }
}
