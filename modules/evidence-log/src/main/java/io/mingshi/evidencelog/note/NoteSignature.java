package io.mingshi.evidencelog.note;

import static io.mingshi.evidencelog.EvidenceLogException.Code.MALFORMED;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;

/// One signature line of a note; it says nothing until a key verifies it.
public final class NoteSignature {
    private static final String HEAD = "\u2014 ";

    private final String name;
    private final int keyId;
    private final byte[] signature;

    NoteSignature(String name, int keyId, byte[] signature) {
        this.name = Texts.keyName(name);
        this.keyId = keyId;
        this.signature = signature.clone();
    }

    /// Reads a line without its newline.
    public static NoteSignature parse(String line) {
        int space = line.indexOf(' ', HEAD.length());
        if (!line.startsWith(HEAD) || space < 0) {
            throw MALFORMED.with("a signature line is an em dash, the name of the key and Base64, with single spaces");
        }
        byte[] bytes = Texts.base64(line.substring(space + 1), "the signature");
        if (bytes.length <= Integer.BYTES) {
            throw MALFORMED.with("a signature has more than the four bytes of its key's id");
        }
        return new NoteSignature(
                line.substring(HEAD.length(), space),
                ByteBuffer.wrap(bytes).getInt(),
                Arrays.copyOfRange(bytes, Integer.BYTES, bytes.length));
    }

    /// Whose signature it claims to be.
    public String name() {
        return name;
    }

    int keyId() {
        return keyId;
    }

    byte[] signature() {
        return signature;
    }

    /// The line with its newline.
    public String line() {
        byte[] bytes = ByteBuffer.allocate(Integer.BYTES + signature.length)
                .putInt(keyId)
                .put(signature)
                .array();
        return HEAD + name + " " + Base64.getEncoder().encodeToString(bytes) + "\n";
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof NoteSignature that && line().equals(that.line());
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(signature);
    }

    @Override
    public String toString() {
        return line();
    }
}
