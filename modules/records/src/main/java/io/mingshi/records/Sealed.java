package io.mingshi.records;

import java.util.Arrays;
import java.util.HexFormat;

/// A salted text, encrypted, as it is stored.
public final class Sealed {
    private final byte[] bytes;

    private Sealed(byte[] bytes) {
        this.bytes = bytes;
    }

    public static Sealed of(byte[] bytes) {
        return new Sealed(bytes.clone());
    }

    public byte[] bytes() {
        return bytes.clone();
    }

    /// SHA-256 of the bytes in hex.
    public String sha256() {
        return HexFormat.of().formatHex(Digests.sha256(bytes));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Sealed sealed && Arrays.equals(bytes, sealed.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return bytes.length + " sealed bytes";
    }
}
