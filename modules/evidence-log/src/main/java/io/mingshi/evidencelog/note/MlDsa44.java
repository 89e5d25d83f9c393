package io.mingshi.evidencelog.note;

import static io.mingshi.evidencelog.EvidenceLogException.Code.MALFORMED;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.NamedParameterSpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.HexFormat;

/// ML-DSA-44 keys and signatures as bytes ([FIPS 204](https://csrc.nist.gov/pubs/fips/204/final)), made from what
/// the JDK has.
final class MlDsa44 {
    static final int KEY_SIZE = 1312;
    static final int SIGNATURE_SIZE = 2420;

    private static final String NAME = "ML-DSA-44";

    /// What the X.509 form of every such key starts with; the bytes of the key follow.
    private static final byte[] X509_HEAD = HexFormat.of().parseHex("30820532300b06096086480165030403110382052100");

    private MlDsa44() {}

    static byte[] sign(byte[] seed, byte[] message) {
        try {
            Signature signature = Signature.getInstance(NAME);
            signature.initSign(pair(seed).getPrivate());
            signature.update(message);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("ML-DSA-44 does not sign", e);
        }
    }

    static boolean verify(byte[] publicKey, byte[] message, byte[] signature) {
        if (signature.length != SIGNATURE_SIZE) {
            return false;
        }
        try {
            Signature verifier = Signature.getInstance(NAME);
            verifier.initVerify(publicKey(publicKey));
            verifier.update(message);
            return verifier.verify(signature);
        } catch (GeneralSecurityException e) {
            // A signature that cannot be decoded is said to be wrong by an exception, another wrong one by false.
            return false;
        }
    }

    static byte[] publicKeyOf(byte[] seed) {
        try {
            byte[] x509 = pair(seed).getPublic().getEncoded();
            // The JDK does not promise to take the seed as it comes: a second pair from it shows whether it does.
            if (!Arrays.equals(x509, pair(seed).getPublic().getEncoded())) {
                throw new IllegalStateException("this Java platform does not derive ML-DSA-44 keys from a seed");
            }
            return Arrays.copyOfRange(x509, x509.length - KEY_SIZE, x509.length);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Java platforms from 24 on have ML-DSA-44", e);
        }
    }

    static void check(byte[] publicKey) {
        try {
            publicKey(publicKey);
        } catch (GeneralSecurityException e) {
            throw MALFORMED.with("the key is not an ML-DSA-44 public key", e);
        }
    }

    private static KeyPair pair(byte[] seed) throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance(NAME);
        generator.initialize(NamedParameterSpec.ML_DSA_44, new GivenSeed(seed));
        return generator.generateKeyPair();
    }

    private static PublicKey publicKey(byte[] key) throws GeneralSecurityException {
        byte[] x509 = Arrays.copyOf(X509_HEAD, X509_HEAD.length + KEY_SIZE);
        System.arraycopy(key, 0, x509, X509_HEAD.length, KEY_SIZE);
        return KeyFactory.getInstance(NAME).generatePublic(new X509EncodedKeySpec(x509));
    }
}
