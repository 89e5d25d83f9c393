package io.mingshi.labels.container.bmff;

import io.mingshi.labels.container.Bytes;
import java.util.Optional;
import java.util.Set;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/// An item of metadata as it was before it was compressed.
final class Inflated {
    private static final Set<String> DEFLATE = Set.of("deflate", "compress_zlib", "compress_deflate");

    /// Metadata is text of some kilobytes.
    private static final int LONGEST = 4 << 20;

    private Inflated() {}

    /// The bytes, or nothing if the encoding is unknown, the data is damaged or too long.
    static Optional<byte[]> of(byte[] bytes, String encoding) {
        if (encoding.isEmpty()) {
            return Optional.of(bytes);
        }
        if (!DEFLATE.contains(encoding)) {
            return Optional.empty();
        }
        return inflate(bytes, false).or(() -> inflate(bytes, true));
    }

    private static Optional<byte[]> inflate(byte[] bytes, boolean raw) {
        byte[] out = new byte[(int) Math.min(LONGEST, 65_536L + 64L * bytes.length)];
        try (Inflater inflater = new Inflater(raw)) {
            inflater.setInput(bytes);
            int length = 0;
            while (!inflater.finished()) {
                int more = inflater.inflate(out, length, out.length - length);
                length += more;
                if (more == 0 && !inflater.finished()) {
                    return Optional.empty();
                }
            }
            return Optional.of(Bytes.slice(out, 0, length));
        } catch (DataFormatException damaged) {
            return Optional.empty();
        }
    }
}
