package io.mingshi.labels.container;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/// Reads numbers and texts out of byte arrays.
final class Bytes {
    private Bytes() {}

    static int u8(byte[] bytes, int at) {
        return bytes[at] & 0xFF;
    }

    static int u16(byte[] bytes, int at) {
        return (u8(bytes, at) << 8) | u8(bytes, at + 1);
    }

    static long u32(byte[] bytes, int at) {
        return ((long) u16(bytes, at) << 16) | u16(bytes, at + 2);
    }

    static int u16le(byte[] bytes, int at) {
        return (u8(bytes, at + 1) << 8) | u8(bytes, at);
    }

    static long u32le(byte[] bytes, int at) {
        return ((long) u16le(bytes, at + 2) << 16) | u16le(bytes, at);
    }

    static String latin1(byte[] bytes, int at, int length) {
        return new String(bytes, at, length, StandardCharsets.ISO_8859_1);
    }

    static byte[] latin1(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    static boolean startsWith(byte[] bytes, int at, int length, String latin1) {
        return length >= latin1.length() && latin1(bytes, at, latin1.length()).equals(latin1);
    }

    /// The text without a byte order mark, or nothing if it is not UTF-8.
    static Optional<String> utf8(byte[] bytes, int at, int length) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes, at, length))
                    .toString();
            return Optional.of(text.startsWith("\uFEFF") ? text.substring(1) : text);
        } catch (CharacterCodingException notUtf8) {
            return Optional.empty();
        }
    }

    static byte[] slice(byte[] bytes, int at, int length) {
        return Arrays.copyOfRange(bytes, at, at + length);
    }
}
