package io.mingshi.servicekit.crypto;

import java.security.GeneralSecurityException;
import java.util.Base64;

/// Wraps keys for a benchmark, which has no configuration.
public final class BenchmarkKeys {
    private BenchmarkKeys() {}

    public static KeyWrapping wrapping() throws GeneralSecurityException {
        return new KeyWrapping(new KeyEncryptionKey(Base64.getEncoder().encodeToString(new byte[32])));
    }
}
