package io.mingshi.gateway.admission;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.Base64;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.crypto.signers.Ed25519Signer;
import org.bouncycastle.crypto.util.SubjectPublicKeyInfoFactory;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// Signs admissions with Ed25519; the seed comes from `mingshi.signing`, Base64 of 32 random bytes.
///
/// Not by the platform's own signature, which takes seventeen times as long: there is one for each request.
@Singleton
public class AdmissionSigner {
    private static final int SEED_BYTES = 32;

    private final Ed25519PrivateKeyParameters key;

    AdmissionSigner(@ConfigProperty(name = "mingshi.signing") String seed) {
        byte[] bytes = Base64.getDecoder().decode(seed.strip());
        if (bytes.length != SEED_BYTES) {
            throw new IllegalArgumentException(
                    "mingshi.signing must be Base64 of " + SEED_BYTES + " random bytes, but has " + bytes.length);
        }
        key = new Ed25519PrivateKeyParameters(bytes, 0);
    }

    String sign(String text) {
        byte[] bytes = text.getBytes(UTF_8);
        var signer = new Ed25519Signer();
        signer.init(true, key);
        signer.update(bytes, 0, bytes.length);
        return Base64.getEncoder().encodeToString(signer.generateSignature());
    }

    /// The key that verifies the signatures: X.509 SubjectPublicKeyInfo, Base64.
    public String publicKey() {
        try {
            return Base64.getEncoder()
                    .encodeToString(SubjectPublicKeyInfoFactory.createSubjectPublicKeyInfo(key.generatePublicKey())
                            .getEncoded());
        } catch (IOException e) {
            throw new IllegalStateException("a public key can always be written", e);
        }
    }
}
