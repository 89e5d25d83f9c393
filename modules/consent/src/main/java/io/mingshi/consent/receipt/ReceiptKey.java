package io.mingshi.consent.receipt;

import io.mingshi.servicekit.crypto.DocumentSigner;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// Signs receipts with a key of their own, which is derived from `mingshi.signing`.
@Singleton
class ReceiptKey {
    private final DocumentSigner signer;

    ReceiptKey(@ConfigProperty(name = "mingshi.signing") String signing) {
        this.signer = DocumentSigner.derived(signing, "mingshi consent receipts");
    }

    String id() {
        return signer.id();
    }

    /// The public half as a JSON Web Key.
    String publicJwk() {
        return signer.publicJwk();
    }

    String sign(String payload) {
        return signer.sign(ReceiptVerifier.TYPE, payload);
    }
}
