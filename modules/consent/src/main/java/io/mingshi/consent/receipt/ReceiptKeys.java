package io.mingshi.consent.receipt;

import java.time.Instant;
import java.util.List;

/// Where the public keys that ever signed are kept; every method takes part in the current transaction.
public interface ReceiptKeys {
    /// Does nothing when it is known.
    void remember(String id, String jwk, Instant since);

    /// As JSON Web Keys, the oldest first.
    List<String> all();
}
