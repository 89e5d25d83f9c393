package io.mingshi.moderation.bank;

import io.mingshi.servicekit.crypto.DocumentSigner;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// Signs what this module hands out with a key of its own, which is derived from `mingshi.signing`.
@Singleton
public class DocumentKey {
    private final DocumentSigner signer;

    DocumentKey(@ConfigProperty(name = "mingshi.signing") String signing) {
        this.signer = DocumentSigner.derived(signing, "mingshi moderation documents");
    }

    /// The public half as a JSON Web Key.
    public String publicJwk() {
        return signer.publicJwk();
    }

    /// @param type of the document, for the header `typ`
    /// @return a compact JWS
    public String sign(String type, String payload) {
        return signer.sign(type, payload);
    }
}
