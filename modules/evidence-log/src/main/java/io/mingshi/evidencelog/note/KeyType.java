package io.mingshi.evidencelog.note;

import static io.mingshi.evidencelog.EvidenceLogException.Code.MALFORMED;

/// What a key signs: the number is the signature type of [signed
/// notes](https://c2sp.org/signed-note#signature-types).
public enum KeyType {
    /// A log signs the text of its checkpoint with Ed25519.
    LOG(1),
    /// A witness signs the time and the text of a checkpoint with Ed25519.
    WITNESS(4);

    private final byte number;

    KeyType(int number) {
        this.number = (byte) number;
    }

    byte number() {
        return number;
    }

    static KeyType of(byte number) {
        for (KeyType type : values()) {
            if (type.number == number) {
                return type;
            }
        }
        throw MALFORMED.with("the key has the signature type " + number
                + "; this library knows 1 (Ed25519) and 4 (Ed25519 cosignatures)");
    }
}
