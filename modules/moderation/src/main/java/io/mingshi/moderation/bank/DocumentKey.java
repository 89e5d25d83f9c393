package io.mingshi.moderation.bank;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.inject.Singleton;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.spec.NamedParameterSpec;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.OctetKeyPairJsonWebKey;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.lang.JoseException;

/// Signs what this module hands out, with an Ed25519 key of its own that is derived from `mingshi.signing`.
@Singleton
public class DocumentKey {
    private static final String LABEL = "mingshi moderation documents";

    private final OctetKeyPairJsonWebKey key;

    DocumentKey(@ConfigProperty(name = "mingshi.signing") String seed) throws GeneralSecurityException, JoseException {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(Base64.getDecoder().decode(seed.strip()), "HmacSHA256"));
        KeyPair pair = pair(mac.doFinal(LABEL.getBytes(UTF_8)));
        key = (OctetKeyPairJsonWebKey) PublicJsonWebKey.Factory.newPublicJwk(pair.getPublic());
        key.setPrivateKey(pair.getPrivate());
        key.setUse("sig");
        key.setAlgorithm(AlgorithmIdentifiers.EDDSA);
        key.setKeyId(key.calculateBase64urlEncodedThumbprint("SHA-256"));
    }

    private String id() {
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
