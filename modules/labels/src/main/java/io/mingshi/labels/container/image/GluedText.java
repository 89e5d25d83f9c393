package io.mingshi.labels.container.image;

import io.mingshi.labels.container.AigcText;
import io.mingshi.labels.source.Source;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// AIGC text glued into a part of a file that is not meant for it, however long the part is.
final class GluedText {
    private static final int WINDOW = 1 << 16;

    /// The longest text that is looked at once its beginning was seen.
    private static final int LONGEST = 65_600;

    /// So far around the letters reach the forms that [AigcText] knows.
    private static final int BEFORE = 10;

    private static final int AFTER = 24;

    private GluedText() {}

    /// The first AIGC object in the range.
    static Optional<String> find(Source file, long from, long length) throws IOException {
        byte[] window = new byte[(int) Math.min(WINDOW, length)];
        long end = from + length;
        for (long at = from; at < end; at += window.length - 3) {
            int count = (int) Math.min(window.length, end - at);
            file.read(at, ByteBuffer.wrap(window, 0, count));
            for (int i = 0; i + 4 <= count; i++) {
                if (window[i] == 'A' && window[i + 1] == 'I' && window[i + 2] == 'G' && window[i + 3] == 'C') {
                    Optional<String> found = around(file, from, end, at + i);
                    if (found.isPresent()) {
                        return found;
                    }
                }
            }
            if (count < window.length || window.length <= 3) {
                break;
            }
        }
        return Optional.empty();
    }

    private static Optional<String> around(Source file, long from, long end, long letters) throws IOException {
        long start = Math.max(from, letters - BEFORE);
        return AigcText.in(text(file, start, Math.min(end, letters + AFTER))).isEmpty()
                ? Optional.empty()
                : AigcText.in(text(file, start, Math.min(end, start + LONGEST)));
    }

    private static String text(Source file, long from, long to) throws IOException {
        return new String(file.bytes(from, (int) (to - from)), StandardCharsets.UTF_8);
    }
}
