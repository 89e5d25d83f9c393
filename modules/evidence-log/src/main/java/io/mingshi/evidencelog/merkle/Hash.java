package io.mingshi.evidencelog.merkle;

import static io.mingshi.evidencelog.EvidenceLogException.Code.MALFORMED;

import java.util.Arrays;
import java.util.Base64;

/// A SHA-256 hash: a leaf, a node or the root of a tree.
public final class Hash {
    /// Bytes of a hash.
    public static final int SIZE = 32;

    private static final int BASE64_LENGTH = 44;

    private final byte[] bytes;

    private Hash(byte[] bytes) {
        this.bytes = bytes;
    }

    /// The hash with these 32 bytes.
    public static Hash of(byte[] bytes) {
        return at(bytes, 0);
    }

    /// The hash that starts at an offset of a tile.
    public static Hash at(byte[] tile, int offset) {
        if (offset < 0 || tile.length - offset < SIZE) {
            throw MALFORMED.with("a hash has " + SIZE + " bytes, here are " + (tile.length - offset));
        }
        return new Hash(Arrays.copyOfRange(tile, offset, offset + SIZE));
    }

    /// The hash written in Base64 with padding, in its one canonical form.
    public static Hash parse(String base64) {
        if (base64.length() == BASE64_LENGTH) {
            try {
                Hash hash = of(Base64.getDecoder().decode(base64));
                if (hash.toString().equals(base64)) {
                    return hash;
                }
            } catch (IllegalArgumentException e) {
                throw MALFORMED.with("not Base64: " + e.getMessage(), e);
            }
        }
        throw MALFORMED.with("a hash is 44 characters of Base64 that stand for 32 bytes");
    }

    /// A copy of the bytes.
    public byte[] bytes() {
        return bytes.clone();
    }

    /// The first eight bytes, to look it up by; equal hashes have equal prefixes, not the other way round.
    public long prefix() {
        long prefix = 0;
        for (int i = 0; i < Long.BYTES; i++) {
            prefix = (prefix << Byte.SIZE) | (bytes[i] & 0xff);
        }
        return prefix;
    }

    void copyTo(byte[] target, int offset) {
        System.arraycopy(bytes, 0, target, offset, SIZE);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Hash hash && Arrays.equals(bytes, hash.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    /// Base64, as checkpoints and proofs write it.
    @Override
    public String toString() {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
