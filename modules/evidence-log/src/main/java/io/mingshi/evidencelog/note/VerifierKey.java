package io.mingshi.evidencelog.note;

import static io.mingshi.evidencelog.EvidenceLogException.Code.MALFORMED;

import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/// A public key as people exchange it: `name+hash+base64`.
public final class VerifierKey {
    private static final int MAX_LENGTH = 4000;
    private static final int ID_LENGTH = 8;

    private final String name;
    private final KeyType type;
    private final KeyMaterial key;

    VerifierKey(String name, KeyType type, KeyMaterial key) {
        this.name = Texts.keyName(name);
        this.type = type;
        this.key = key;
        type.check(key.bytes());
    }

    /// Reads `name+hash+base64` and checks that the hash belongs to the rest.
    public static VerifierKey parse(String text) {
        int first = text.indexOf('+');
        int second = text.indexOf('+', first + 1);
        if (first < 0 || second != first + 1 + ID_LENGTH || text.length() > MAX_LENGTH) {
            throw MALFORMED.with(
                    "a verifier key has the form name+hash+base64, where the hash has 8 hexadecimal digits");
        }
        byte[] typed = Texts.base64(text.substring(second + 1), "the verifier key");
        if (typed.length == 0) {
            throw MALFORMED.with("the verifier key is empty");
        }
        KeyType type = KeyType.of(typed[0]);
        if (typed.length != 1 + type.keySize()) {
            throw MALFORMED.with("a verifier key of its type has " + type.keySize() + " bytes after the type");
        }
        VerifierKey key = new VerifierKey(
                text.substring(0, first), type, new KeyMaterial(Arrays.copyOfRange(typed, 1, typed.length)));
        if (!text.substring(first + 1, second).equals(HexFormat.of().toHexDigits(key.id()))) {
            throw MALFORMED.with("the hash in the verifier key belongs to another key; copy the key again, whole");
        }
        return key;
    }

    /// Who signs; of a log, its origin.
    public String name() {
        return name;
    }

    /// What the key signs.
    public KeyType type() {
        return type;
    }

    /// Tells the keys of one name apart; it identifies, it does not protect.
    public int id() {
        return key.id(name, type);
    }

    /// Whether both are the same key underneath, whatever they are called and used for.
    public boolean sameKeyAs(VerifierKey other) {
        return key.equals(other.key);
    }

    boolean made(NoteSignature signature) {
        return signature.name().equals(name) && signature.keyId() == id();
    }

    boolean verifies(byte[] message, byte[] signature) {
        return type.verify(key.bytes(), message, signature);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof VerifierKey that && name.equals(that.name) && type == that.type && key.equals(that.key);
    }

    @Override
    public int hashCode() {
        return 31 * name.hashCode() + key.hashCode();
    }

    @Override
    public String toString() {
        byte[] typed = new byte[1 + type.keySize()];
        typed[0] = type.number();
        System.arraycopy(key.bytes(), 0, typed, 1, type.keySize());
        return name + "+" + HexFormat.of().toHexDigits(id()) + "+"
                + Base64.getEncoder().encodeToString(typed);
    }
}
