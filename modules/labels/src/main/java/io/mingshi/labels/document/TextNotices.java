package io.mingshi.labels.document;

import io.mingshi.labels.ExplicitWording;
import java.util.Optional;
import java.util.regex.Pattern;

/// Finds a notice in the first or last part of a text.
///
/// A notice is a short piece between line breaks, sentence ends or brackets that holds both word elements. Prose
/// that speaks about AI generation in one short sentence looks the same to this reader.
public final class TextNotices {
    /// How many characters at each end are searched.
    private static final int WINDOW = 200;

    /// A longer piece is prose.
    private static final int LONGEST_NOTICE = 40;

    private static final Pattern BOUNDARY = Pattern.compile("[\\r\\n。！？!?；;【】（）()\\[\\]「」]+");

    private static final String MARK = "(?:ᴬᴵ|\\[AI\\]|【AI】|\\(AI\\)|（AI）|「AI」|〔AI〕)";
    private static final Pattern MARK_AT_START = Pattern.compile("\\s*+" + MARK);
    private static final Pattern MARK_AT_END = Pattern.compile(MARK + "\\s*+$");

    private TextNotices() {}

    /// Where one is. In the middle only the wording of this library is told from prose.
    public static Optional<String> find(String text) {
        if (hasNotice(start(text))) {
            return Optional.of("start");
        }
        if (hasNotice(end(text))) {
            return Optional.of("end");
        }
        return text.contains(Notice.MIDDLE) ? Optional.of("middle") : Optional.empty();
    }

    /// Where a corner mark is, the form that says `AI` and nothing else (clause 5.1): raised or in brackets, as the
    /// very first or very last characters.
    public static Optional<String> findCornerMark(String text) {
        if (MARK_AT_START.matcher(start(text)).lookingAt()) {
            return Optional.of("corner mark at the start");
        }
        return MARK_AT_END.matcher(end(text)).find() ? Optional.of("corner mark at the end") : Optional.empty();
    }

    private static String start(String text) {
        return text.substring(0, Math.min(WINDOW, text.length()));
    }

    private static String end(String text) {
        return text.substring(Math.max(0, text.length() - WINDOW));
    }

    private static boolean hasNotice(String window) {
        return BOUNDARY.splitAsStream(window)
                .anyMatch(piece -> piece.length() <= LONGEST_NOTICE && ExplicitWording.conforms(piece));
    }
}
