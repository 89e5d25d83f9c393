package io.mingshi.gateway.http;

import io.mingshi.gateway.admission.AdmissionSigner;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

/// The key that verifies the signatures of admissions, for everybody.
@Path("/api/gateway/admission-key")
class AdmissionKeyResource {
    private final AdmissionSigner signer;

    AdmissionKeyResource(AdmissionSigner signer) {
        this.signer = signer;
    }

    /// @param key X.509 SubjectPublicKeyInfo, Base64
    record PublicKey(String algorithm, String key) {}

    @GET
    public PublicKey key() {
        return new PublicKey("Ed25519", signer.publicKey());
    }
}
