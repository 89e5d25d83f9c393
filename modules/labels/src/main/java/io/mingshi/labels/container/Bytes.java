package io.mingshi.labels.container;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/// Reads numbers and texts out of byte arrays.
public final class Bytes {
    private Bytes() {}

    /// The unsigned byte at this place.
    public static int u8(byte[] bytes, int at) {
        return bytes[at] & 0xFF;
    }

    /// Two bytes, most significant first.
    public static int u16(byte[] bytes, int at) {
        return (u8(bytes, at) << 8) | u8(bytes, at + 1);
    }

    /// Four bytes, most significant first.
    public static long u32(byte[] bytes, int at) {
        return ((long) u16(bytes, at) << 16) | u16(bytes, at + 2);
    }

    /// Two bytes, least significant first.
    public static int u16le(byte[] bytes, int at) {
        return (u8(bytes, at + 1) << 8) | u8(bytes, at);
    }

    /// Four bytes, least significant first.
    public static long u32le(byte[] bytes, int at) {
        return ((long) u16le(bytes, at + 2) << 16) | u16le(bytes, at);
    }

    /// The range with each byte as one character.
    public static String latin1(byte[] bytes, int at, int length) {
        return new String(bytes, at, length, StandardCharsets.ISO_8859_1);
    }

    /// The bytes of a text whose characters are all below 256.
    public static byte[] latin1(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    /// Whether a range of this length begins with these characters.
    public static boolean startsWith(byte[] bytes, int at, int length, String latin1) {
        return length >= latin1.length() && latin1(bytes, at, latin1.length()).equals(latin1);
    }

    /// The text without a byte order mark, or nothing if it is not UTF-8.
    public static Optional<String> utf8(byte[] bytes, int at, int length) {
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

    /// A copy of a range.
    public static byte[] slice(byte[] bytes, int at, int length) {
        return Arrays.copyOfRange(bytes, at, at + length);
    }
}
