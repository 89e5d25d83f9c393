package io.mingshi.labels.container;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Finds an AIGC object glued into some other text, in the forms that producers were seen to write.
public final class AigcText {
    private static final int MAX_OBJECT = 65_536;
    private static final Pattern WRAPPED = Pattern.compile("\\{\\s{0,8}\"AIGC\"\\s{0,8}:");
    private static final Pattern BARE = Pattern.compile("AIGC[\"\\s\\x00]{0,8}[:=]?[\\s\\x00]{0,8}(\\{)");

    private AigcText() {}

    /// The text of the first object, up to its closing brace or, if that is missing, as far as it goes.
    public static Optional<String> in(String text) {
        Matcher wrapped = WRAPPED.matcher(text);
        if (wrapped.find()) {
            return Optional.of(object(text, wrapped.start()));
        }
        Matcher bare = BARE.matcher(text);
        return bare.find() ? Optional.of(object(text, bare.start(1))) : Optional.empty();
    }

    private static String object(String text, int from) {
        int limit = Math.min(text.length(), from + MAX_OBJECT);
        int depth = 0;
        boolean inString = false;
        for (int i = from; i < limit; i++) {
            char c = text.charAt(i);
            if (inString) {
                if (c == '\\') {
                    i++;
                } else if (c == '"') {
                    inString = false;
                }
            } else if (c == '"') {
                inString = true;
            } else if (c == '{') {
                depth++;
            } else if (c == '}' && --depth == 0) {
                return text.substring(from, i + 1);
            }
        }
        return text.substring(from, limit);
    }
}
