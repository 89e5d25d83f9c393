package io.mingshi.servicekit.crypto;

import java.security.GeneralSecurityException;

/// Makes what wraps keys, without an application around it.
public final class TestKeys {
    private TestKeys() {}

    public static KeyWrapping wrapping(String kek) {
        try {
            return new KeyWrapping(new KeyEncryptionKey(kek));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
