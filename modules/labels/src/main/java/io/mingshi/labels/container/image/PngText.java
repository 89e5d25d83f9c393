package io.mingshi.labels.container.image;

import io.mingshi.labels.container.AigcText;
import io.mingshi.labels.container.Bytes;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/// A textual chunk of a PNG file: `tEXt`, `zTXt` or `iTXt`, inflated.
final class PngText {
    /// More text than this, inflated or not, is not read: 1 MiB, far above any XMP packet of a picture.
    static final int MAX_TEXT = 1 << 20;

    private final String keyword;
    private final byte[] value;
    private final boolean utf8;

    /// @param utf8 whether the bytes are UTF-8, as in `iTXt`
    private PngText(String keyword, byte[] value, boolean utf8) {
        this.keyword = keyword;
        this.value = value;
        this.utf8 = utf8;
    }

    String keyword() {
        return keyword;
    }

    byte[] value() {
        return value;
    }

    String asUtf8() {
        return utf8
                ? new String(value, StandardCharsets.UTF_8)
                : Bytes.utf8(value, 0, value.length).orElseGet(() -> Bytes.latin1(value, 0, value.length));
    }

    static Optional<PngText> read(String type, byte[] data) {
        int zero = zeroAfter(data, 0);
        if (zero < 1 || zero > 79) {
            return Optional.empty();
        }
        String keyword = Bytes.latin1(data, 0, zero);
        int at = zero + 1;
        return switch (type) {
            case "tEXt" -> text(data, at, false).map(value -> new PngText(keyword, value, false));
            case "zTXt" ->
                at < data.length && data[at] == 0
                        ? text(data, at + 1, true).map(value -> new PngText(keyword, value, false))
                        : Optional.empty();
            default -> international(keyword, data, at);
        };
    }

    private static Optional<PngText> international(String keyword, byte[] data, int at) {
        if (at + 2 > data.length || data[at] < 0 || data[at] > 1 || data[at + 1] != 0) {
            return Optional.empty();
        }
        int language = zeroAfter(data, at + 2);
        int translated = language < 0 ? -1 : zeroAfter(data, language + 1);
        return translated < 0
                ? Optional.empty()
                : text(data, translated + 1, data[at] == 1).map(value -> new PngText(keyword, value, true));
    }

    private static int zeroAfter(byte[] data, int from) {
        for (int i = from; i < data.length; i++) {
            if (data[i] == 0) {
                return i;
            }
        }
        return -1;
    }

    private static Optional<byte[]> text(byte[] data, int at, boolean deflated) {
        int length = data.length - at;
        if (length > MAX_TEXT) {
            return Optional.empty();
        }
        return deflated ? inflate(data, at, length) : Optional.of(Bytes.slice(data, at, length));
    }

    private static Optional<byte[]> inflate(byte[] data, int at, int length) {
        try (Inflater inflater = new Inflater()) {
            inflater.setInput(data, at, length);
            byte[] out = new byte[Math.min(MAX_TEXT, length * 4 + 1024)];
            int size = 0;
            while (!inflater.finished()) {
                if (size == out.length) {
                    if (out.length == MAX_TEXT) {
                        return Optional.empty();
                    }
                    out = Arrays.copyOf(out, Math.min(MAX_TEXT, out.length * 2));
                }
                int count = inflater.inflate(out, size, out.length - size);
                if (count == 0 && (inflater.needsInput() || inflater.needsDictionary())) {
                    return Optional.empty();
                }
                size += count;
            }
            return Optional.of(Bytes.slice(out, 0, size));
        } catch (DataFormatException damaged) {
            return Optional.empty();
        }
    }

    /// An uncompressed `iTXt` chunk.
    static byte[] chunk(String keyword, String text) {
        return chunk("iTXt", (keyword + "\0\0\0\0\0" + text).getBytes(StandardCharsets.UTF_8));
    }

    /// A chunk of the same keyword without compression, with spaces in the place of labels.
    byte[] chunkWithoutLabels() {
        byte[] head = Bytes.latin1(keyword + (utf8 ? "\0\0\0\0\0" : "\0"));
        byte[] blanked = AigcText.blanked(value);
        return chunk(
                utf8 ? "iTXt" : "tEXt",
                ByteBuffer.allocate(head.length + blanked.length)
                        .put(head)
                        .put(blanked)
                        .array());
    }

    /// Any chunk.
    static byte[] chunk(String name, byte[] body) {
        byte[] type = Bytes.latin1(name);
        CRC32 crc = new CRC32();
        crc.update(type);
        crc.update(body);
        return ByteBuffer.allocate(body.length + 12)
                .putInt(body.length)
                .put(type)
                .put(body)
                .putInt((int) crc.getValue())
                .array();
    }
}
