package io.mingshi.gateway.admission;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.inject.Singleton;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.spec.NamedParameterSpec;
import java.util.Base64;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// Signs admissions with Ed25519; the seed comes from `mingshi.signing`, Base64 of 32 random bytes.
@Singleton
public class AdmissionSigner {
    private static final int SEED_BYTES = 32;

    private final KeyPair keys;

    AdmissionSigner(@ConfigProperty(name = "mingshi.signing") String seed) throws GeneralSecurityException {
        byte[] bytes = Base64.getDecoder().decode(seed.strip());
        if (bytes.length != SEED_BYTES) {
            throw new IllegalArgumentException(
                    "mingshi.signing must be Base64 of " + SEED_BYTES + " random bytes, but has " + bytes.length);
        }
        var generator = KeyPairGenerator.getInstance("Ed25519");
        generator.initialize(NamedParameterSpec.ED25519, new Fixed(bytes));
        keys = generator.generateKeyPair();
    }

    String sign(String text) {
        try {
            var signature = Signature.getInstance("Ed25519");
            signature.initSign(keys.getPrivate());
            signature.update(text.getBytes(UTF_8));
            return Base64.getEncoder().encodeToString(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform since 15 has Ed25519", e);
        }
    }

    /// The key that verifies the signatures: X.509 SubjectPublicKeyInfo, Base64.
    public String publicKey() {
        return Base64.getEncoder().encodeToString(keys.getPublic().getEncoded());
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
