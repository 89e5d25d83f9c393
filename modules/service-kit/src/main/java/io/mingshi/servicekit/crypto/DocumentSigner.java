package io.mingshi.servicekit.crypto;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.spec.NamedParameterSpec;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.OctetKeyPairJsonWebKey;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.lang.JoseException;

/// Signs documents that leave a module as compact JWS (RFC 7515), with an Ed25519 key for one kind of them.
public final class DocumentSigner {
    private final OctetKeyPairJsonWebKey key;

    private DocumentSigner(OctetKeyPairJsonWebKey key) {
        this.key = key;
    }

    /// The key for one purpose: no signature made for one can stand for another.
    ///
    /// @param signing Base64 of the secret that all such keys are derived from, `mingshi.signing`
    /// @param purpose never changed, for the key changes with it
    /// @throws IllegalArgumentException when the secret is not Base64
    public static DocumentSigner derived(String signing, String purpose) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(Base64.getDecoder().decode(signing.strip()), "HmacSHA256"));
            KeyPair pair = pair(mac.doFinal(purpose.getBytes(UTF_8)));
            var key = (OctetKeyPairJsonWebKey) PublicJsonWebKey.Factory.newPublicJwk(pair.getPublic());
            key.setPrivateKey(pair.getPrivate());
            key.setUse("sig");
            key.setAlgorithm(AlgorithmIdentifiers.EDDSA);
            key.setKeyId(key.calculateBase64urlEncodedThumbprint("SHA-256"));
            return new DocumentSigner(key);
        } catch (GeneralSecurityException | JoseException e) {
            throw new IllegalStateException("every Java platform since 15 has Ed25519", e);
        }
    }

    /// The key's thumbprint (RFC 7638), the header `kid` of each document.
    public String id() {
        return key.getKeyId();
    }

    /// The public half as a JSON Web Key.
    public String publicJwk() {
        return key.toJson(OutputControlLevel.PUBLIC_ONLY);
    }

    /// @param type of the document, for the header `typ`
    /// @return a compact JWS
    public String sign(String type, String payload) {
        var signature = new JsonWebSignature();
        signature.setAlgorithmHeaderValue(AlgorithmIdentifiers.EDDSA);
        signature.setKeyIdHeaderValue(id());
        signature.setHeader("typ", type);
        signature.setPayload(payload);
        signature.setKey(key.getPrivateKey());
        try {
            return signature.getCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalStateException("every Java platform since 15 has Ed25519", e);
        }
    }

    private static KeyPair pair(byte[] seed) throws GeneralSecurityException {
        var generator = KeyPairGenerator.getInstance("Ed25519");
        generator.initialize(NamedParameterSpec.ED25519, new Fixed(seed));
        return generator.generateKeyPair();
    }

    /// Gives the generator the seed: the platform has no other way from a seed to both keys.
    private static final class Fixed extends SecureRandom {
        private static final long serialVersionUID = 1;

        private final byte[] seed;

        Fixed(byte[] seed) {
            this.seed = seed.clone();
        }

        @Override
        public void nextBytes(byte[] bytes) {
            System.arraycopy(seed, 0, bytes, 0, bytes.length);
        }
    }
}
