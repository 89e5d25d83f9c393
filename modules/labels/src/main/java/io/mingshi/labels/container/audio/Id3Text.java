package io.mingshi.labels.container.audio;

import io.mingshi.labels.container.Bytes;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// Strings as ID3v2 frames hold them, in one of four encodings.
final class Id3Text {
    static final int LATIN_1 = 0;
    private static final int UTF_16 = 1;
    private static final int UTF_16_BE = 2;
    private static final int UTF_8 = 3;

    private Id3Text() {}

    private static boolean isWide(int encoding) {
        return encoding == UTF_16 || encoding == UTF_16_BE;
    }

    /// Where the string that starts here ends, before its terminator if it has one.
    static int end(byte[] bytes, int from, int encoding) {
        int step = isWide(encoding) ? 2 : 1;
        for (int at = from; at + step <= bytes.length; at += step) {
            if (bytes[at] == 0 && (step == 1 || bytes[at + 1] == 0)) {
                return at;
            }
        }
        return bytes.length;
    }

    /// Where the string behind the one that starts here starts.
    static int next(byte[] bytes, int from, int encoding) {
        return end(bytes, from, encoding) + (isWide(encoding) ? 2 : 1);
    }

    /// The text of a range, or nothing if it is not text in this encoding.
    static Optional<String> decode(byte[] bytes, int from, int to, int encoding) {
        return switch (encoding) {
            case LATIN_1 -> Optional.of(Bytes.latin1(bytes, from, to - from));
            case UTF_8 -> Bytes.utf8(bytes, from, to - from);
            case UTF_16 -> wide(bytes, from, to, order(bytes, from, to));
            case UTF_16_BE -> wide(bytes, from, to, StandardCharsets.UTF_16BE);
            default -> Optional.empty();
        };
    }

    /// The byte order mark decides; without one, the zeros of ASCII characters do.
    private static Charset order(byte[] bytes, int from, int to) {
        if (to - from < 2) {
            return StandardCharsets.UTF_16LE;
        }
        int first = Bytes.u16(bytes, from);
        boolean little = first == 0xFFFE || (first != 0xFEFF && (first & 0xFF) == 0);
        return little ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_16BE;
    }

    private static Optional<String> wide(byte[] bytes, int from, int to, Charset charset) {
        try {
            int even = (to - from) & ~1;
            String text = charset.newDecoder()
                    .decode(ByteBuffer.wrap(bytes, from, even))
                    .toString();
            return Optional.of(text.replace("\uFEFF", ""));
        } catch (CharacterCodingException notText) {
            return Optional.empty();
        }
    }

    /// The body of a frame with a description and a value, in the encoding that most players of this version read.
    static byte[] described(int version, String description, String value) {
        boolean ascii = (description + value).chars().allMatch(c -> c < 0x80);
        int encoding = ascii ? LATIN_1 : version == 4 ? UTF_8 : UTF_16;
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.write(encoding);
        body.writeBytes(encode(description, encoding));
        body.writeBytes(new byte[isWide(encoding) ? 2 : 1]);
        body.writeBytes(encode(value, encoding));
        return body.toByteArray();
    }

    private static byte[] encode(String text, int encoding) {
        return encoding == UTF_16
                ? ("\uFEFF" + text).getBytes(StandardCharsets.UTF_16LE)
                : text.getBytes(StandardCharsets.UTF_8);
    }
}
