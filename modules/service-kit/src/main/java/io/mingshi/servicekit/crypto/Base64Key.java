package io.mingshi.servicekit.crypto;

import java.util.Base64;

/// Reads a configured key of 256 bits.
final class Base64Key {
    private static final int BYTES = 32;

    private Base64Key() {}

    static byte[] decode(String property, String value) {
        byte[] key = Base64.getDecoder().decode(value.strip());
        if (key.length != BYTES) {
            throw new IllegalArgumentException(
                    property + " must be Base64 of " + BYTES + " random bytes, but has " + key.length + " bytes");
        }
        return key;
    }
}
