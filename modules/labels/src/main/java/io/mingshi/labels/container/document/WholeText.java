package io.mingshi.labels.container.document;

import static io.mingshi.labels.LabelException.Code.TOO_LARGE;
import static io.mingshi.labels.LabelException.Code.UNSUPPORTED;

import io.mingshi.labels.container.Bytes;
import io.mingshi.labels.container.Sightings;
import io.mingshi.labels.source.Source;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// A text file in memory: its byte order mark, if it has one, and its characters.
///
/// Only UTF-8 is read, in which characters and bytes stand for each other one to one.
///
/// @param mark the byte order mark or nothing
/// @param text everything behind it
public record WholeText(String mark, String text) {
    /// The longest text: 16 MiB, ten times the longest novel. It is held in memory several times.
    public static final int LONGEST = 16 << 20;

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    /// The text, or nothing and a note of the reason.
    static Optional<WholeText> read(Source file, Sightings sightings) throws IOException {
        if (file.size() > LONGEST) {
            sightings.unread("the text has more than " + LONGEST + " bytes");
            return Optional.empty();
        }
        Optional<WholeText> text = decode(file);
        if (text.isEmpty()) {
            sightings.flaw("the text is not UTF-8");
        }
        return text;
    }

    /// The text.
    ///
    /// @throws io.mingshi.labels.LabelException TOO_LARGE, or UNSUPPORTED if it is not UTF-8
    public static WholeText of(Source file) throws IOException {
        if (file.size() > LONGEST) {
            throw TOO_LARGE.with("the text has more than " + LONGEST + " bytes; split it before labelling");
        }
        return decode(file).orElseThrow(() -> UNSUPPORTED.with("the text is not UTF-8; convert it before labelling"));
    }

    private static Optional<WholeText> decode(Source file) throws IOException {
        byte[] bytes = file.bytes();
        boolean marked = Bytes.startsWith(bytes, 0, bytes.length, "\u00EF\u00BB\u00BF");
        int start = marked ? 3 : 0;
        return Bytes.utf8(bytes, start, bytes.length - start)
                .filter(text -> bytes.length - start == 0
                        || !Bytes.startsWith(bytes, start, bytes.length - start, "\u00EF\u00BB\u00BF"))
                .map(text -> new WholeText(marked ? BYTE_ORDER_MARK : "", text));
    }

    /// The same file with other characters.
    public Source with(String other) {
        return Source.of((mark + other).getBytes(StandardCharsets.UTF_8));
    }
}
