package io.mingshi.labels.c2pa;

import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.util.Arrays;
import java.util.Optional;

/// The signature algorithms that C2PA allows, with their numbers from RFC 9053 and RFC 8230.
enum CoseAlgorithm {
    ES256(-7, "SHA256withECDSAinP1363Format", 0),
    ES384(-35, "SHA384withECDSAinP1363Format", 0),
    ES512(-36, "SHA512withECDSAinP1363Format", 0),
    PS256(-37, "RSASSA-PSS", 256),
    PS384(-38, "RSASSA-PSS", 384),
    PS512(-39, "RSASSA-PSS", 512),
    ED25519(-8, "Ed25519", 0);

    private final int number;
    private final String standardName;
    private final int pssHashBits;

    CoseAlgorithm(int number, String standardName, int pssHashBits) {
        this.number = number;
        this.standardName = standardName;
        this.pssHashBits = pssHashBits;
    }

    int number() {
        return number;
    }

    static Optional<CoseAlgorithm> of(long number) {
        return Arrays.stream(values())
                .filter(algorithm -> algorithm.number == number)
                .findFirst();
    }

    byte[] sign(PrivateKey key, byte[] message) throws GeneralSecurityException {
        Signature signature = signature();
        signature.initSign(key);
        signature.update(message);
        return signature.sign();
    }

    boolean verifies(PublicKey key, byte[] message, byte[] signed) {
        try {
            Signature signature = signature();
            signature.initVerify(key);
            signature.update(message);
            return signature.verify(signed);
        } catch (GeneralSecurityException keyOrSignatureOfAnotherKind) {
            return false;
        }
    }

    private Signature signature() throws GeneralSecurityException {
        Signature signature = Signature.getInstance(standardName);
        if (pssHashBits > 0) {
            String hash = "SHA-" + pssHashBits;
            signature.setParameter(new PSSParameterSpec(hash, "MGF1", new MGF1ParameterSpec(hash), pssHashBits / 8, 1));
        }
        return signature;
    }
}
