package io.mingshi.evidencelog.note;

import static io.mingshi.evidencelog.EvidenceLogException.Code.MALFORMED;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.interfaces.EdECPublicKey;
import java.security.spec.EdECPrivateKeySpec;
import java.security.spec.NamedParameterSpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.HexFormat;

/// Ed25519 keys and signatures as bytes (RFC 8032), made from what the JDK has.
final class Ed25519 {
    static final int KEY_SIZE = 32;
    static final int SIGNATURE_SIZE = 64;

    /// What the X.509 form of every Ed25519 key starts with; the 32 bytes of the key follow.
    private static final byte[] X509_HEAD = HexFormat.of().parseHex("302a300506032b6570032100");

    private Ed25519() {}

    static byte[] sign(byte[] seed, byte[] message) {
        try {
            Signature signature = Signature.getInstance("Ed25519");
            signature.initSign(privateKey(seed));
            signature.update(message);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Ed25519 does not sign", e);
        }
    }

    static boolean verify(byte[] publicKey, byte[] message, byte[] signature) {
        if (signature.length != SIGNATURE_SIZE) {
            return false;
        }
        try {
            Signature verifier = Signature.getInstance("Ed25519");
            verifier.initVerify(publicKey(publicKey));
            verifier.update(message);
            return verifier.verify(signature);
        } catch (GeneralSecurityException e) {
            // A key or signature that is not on the curve is said to be wrong by an exception, a wrong one by false.
            return false;
        }
    }

    static byte[] publicKeyOf(byte[] seed) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("Ed25519");
            generator.initialize(NamedParameterSpec.ED25519, new GivenSeed(seed));
            KeyPair pair = generator.generateKeyPair();
            byte[] key = encoded((EdECPublicKey) pair.getPublic());
            // The JDK does not promise to take the seed as it comes: only a signature that fits shows that it did.
            if (!verify(key, seed.clone(), sign(seed, seed.clone()))) {
                throw new IllegalStateException("this Java platform does not derive Ed25519 keys from a seed");
            }
            return key;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has Ed25519", e);
        }
    }

    static void check(byte[] publicKey) {
        try {
            publicKey(publicKey);
        } catch (GeneralSecurityException e) {
            throw MALFORMED.with("the key is not an Ed25519 public key", e);
        }
    }

    private static byte[] encoded(EdECPublicKey key) {
        byte[] x509 = key.getEncoded();
        return Arrays.copyOfRange(x509, x509.length - KEY_SIZE, x509.length);
    }

    private static PrivateKey privateKey(byte[] seed) throws GeneralSecurityException {
        return KeyFactory.getInstance("Ed25519")
                .generatePrivate(new EdECPrivateKeySpec(NamedParameterSpec.ED25519, seed.clone()));
    }

    private static PublicKey publicKey(byte[] key) throws GeneralSecurityException {
        byte[] x509 = Arrays.copyOf(X509_HEAD, X509_HEAD.length + KEY_SIZE);
        System.arraycopy(key, 0, x509, X509_HEAD.length, KEY_SIZE);
        return KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(x509));
    }
}
