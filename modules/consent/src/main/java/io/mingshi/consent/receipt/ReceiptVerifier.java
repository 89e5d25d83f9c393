package io.mingshi.consent.receipt;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.lang.JoseException;

/// Verifies receipts against a set of public keys, without a network and without this service.
///
/// A receipt is a compact JWS ([RFC 7515](https://www.rfc-editor.org/rfc/rfc7515)), signed with Ed25519
/// ([RFC 8037](https://www.rfc-editor.org/rfc/rfc8037)); its payload is a consent receipt of the
/// [DPV profile](https://w3id.org/dpv/schema/dpv-27560) of ISO/IEC TS 27560. Whether the consent was withdrawn since
/// only the service knows.
public final class ReceiptVerifier {
    /// What the header `typ` says, so that no other signature of the platform passes for a receipt.
    static final String TYPE = "consent-receipt+jws";

    /// Characters; far above the longest receipt that a request can lead to.
    static final int MAX_LENGTH = 64 * 1024;

    private static final AlgorithmConstraints ED25519 =
            new AlgorithmConstraints(ConstraintType.PERMIT, AlgorithmIdentifiers.EDDSA);

    private final JsonWebKeySet keys;
    private final ObjectMapper json = new ObjectMapper();

    /// @param jwks a JSON Web Key Set ([RFC 7517](https://www.rfc-editor.org/rfc/rfc7517))
    /// @throws IllegalArgumentException when it is none
    public ReceiptVerifier(String jwks) {
        try {
            this.keys = new JsonWebKeySet(jwks);
        } catch (JoseException e) {
            throw new IllegalArgumentException("this is no JSON Web Key Set", e);
        }
    }

    /// What a text that claims to be a receipt is.
    public sealed interface Verdict {
        /// Signed by one of the keys, and not changed since.
        ///
        /// @param consent the consent's id
        /// @param content the payload, JSON-LD
        record Genuine(String consent, JsonNode content) implements Verdict {}

        /// @param why one sentence
        record Forged(String why) implements Verdict {}
    }

    /// Takes any text; whatever is not a genuine receipt is forged.
    public Verdict verify(String receipt) {
        if (receipt.length() > MAX_LENGTH) {
            return new Verdict.Forged("it is longer than any receipt");
        }
        try {
            var signature = new JsonWebSignature();
            signature.setAlgorithmConstraints(ED25519);
            signature.setCompactSerialization(receipt.strip());
            JsonWebKey key = keys.findJsonWebKey(signature.getKeyIdHeaderValue(), "OKP", "sig", null);
            if (key == null || !TYPE.equals(signature.getHeader("typ"))) {
                return new Verdict.Forged("it names no key of this platform, or is no receipt");
            }
            signature.setKey(key.getKey());
            return signature.verifySignature() ? content(signature.getPayload()) : forged();
        } catch (JoseException | JsonProcessingException e) {
            return forged();
        }
    }

    private Verdict content(String payload) throws JsonProcessingException {
        JsonNode content = json.readTree(payload);
        JsonNode id = content.path("dpv:hasRecordOfActivity").path("dct:identifier");
        return id.isTextual() ? new Verdict.Genuine(id.asText(), content) : forged();
    }

    private static Verdict forged() {
        return new Verdict.Forged("its signature does not fit: it was changed, or never issued here");
    }
}
