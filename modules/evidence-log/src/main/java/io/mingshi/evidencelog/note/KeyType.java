package io.mingshi.evidencelog.note;

import static io.mingshi.evidencelog.EvidenceLogException.Code.MALFORMED;

/// What a key signs: the number is the signature type of [signed
/// notes](https://c2sp.org/signed-note#signature-types).
public enum KeyType {
    /// A log signs the text of its checkpoint with Ed25519.
    LOG(1, Ed25519.KEY_SIZE, Ed25519.SIGNATURE_SIZE),
    /// A witness signs the time and the text of a checkpoint with Ed25519.
    WITNESS(4, Ed25519.KEY_SIZE, Ed25519.SIGNATURE_SIZE),
    /// A witness signs its name, the time and what a checkpoint says with ML-DSA-44.
    WITNESS_ML_DSA_44(6, MlDsa44.KEY_SIZE, MlDsa44.SIGNATURE_SIZE);

    private final byte number;
    private final int keySize;
    private final int signatureSize;

    KeyType(int number, int keySize, int signatureSize) {
        this.number = (byte) number;
        this.keySize = keySize;
        this.signatureSize = signatureSize;
    }

    /// Whether such a key cosigns checkpoints of others.
    public boolean isWitness() {
        return this != LOG;
    }

    byte number() {
        return number;
    }

    int keySize() {
        return keySize;
    }

    int signatureSize() {
        return signatureSize;
    }

    byte[] publicKeyOf(byte[] seed) {
        return switch (this) {
            case LOG, WITNESS -> Ed25519.publicKeyOf(seed);
            case WITNESS_ML_DSA_44 -> MlDsa44.publicKeyOf(seed);
        };
    }

    void check(byte[] publicKey) {
        switch (this) {
            case LOG, WITNESS -> Ed25519.check(publicKey);
            case WITNESS_ML_DSA_44 -> MlDsa44.check(publicKey);
        }
    }

    byte[] sign(byte[] seed, byte[] message) {
        return switch (this) {
            case LOG, WITNESS -> Ed25519.sign(seed, message);
            case WITNESS_ML_DSA_44 -> MlDsa44.sign(seed, message);
        };
    }

    boolean verify(byte[] publicKey, byte[] message, byte[] signature) {
        return switch (this) {
            case LOG, WITNESS -> Ed25519.verify(publicKey, message, signature);
            case WITNESS_ML_DSA_44 -> MlDsa44.verify(publicKey, message, signature);
        };
    }

    static KeyType of(byte number) {
        for (KeyType type : values()) {
            if (type.number == number) {
                return type;
            }
        }
        throw MALFORMED.with("the key has the signature type " + number
                + "; this library knows 1 (Ed25519), 4 (Ed25519 cosignatures) and 6 (ML-DSA-44 cosignatures)");
    }
}
