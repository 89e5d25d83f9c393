package io.mingshi.labels;

import java.util.Optional;
import java.util.regex.Pattern;

/// Finds a notice in the first or last part of a text.
///
/// A notice is a short piece between line breaks, sentence ends or brackets that holds both word elements. Prose
/// that speaks about AI generation in one short sentence looks the same to this reader.
final class TextNotices {
    /// How many characters at each end are searched.
    private static final int WINDOW = 200;

    /// A longer piece is prose.
    private static final int LONGEST_NOTICE = 40;

    private static final Pattern BOUNDARY = Pattern.compile("[\\r\\n。！？!?；;【】（）()\\[\\]「」]+");

    private TextNotices() {}

    /// Which end has one.
    static Optional<String> find(String text) {
        String start = text.substring(0, Math.min(WINDOW, text.length()));
        String end = text.substring(Math.max(0, text.length() - WINDOW));
        if (hasNotice(start)) {
            return Optional.of("start");
        }
        return hasNotice(end) ? Optional.of("end") : Optional.empty();
    }

    private static boolean hasNotice(String window) {
        return BOUNDARY.splitAsStream(window)
                .anyMatch(piece -> piece.length() <= LONGEST_NOTICE && ExplicitWording.conforms(piece));
    }
}
