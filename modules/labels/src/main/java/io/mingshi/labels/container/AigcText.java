package io.mingshi.labels.container;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Finds an AIGC object glued into some other text, in the forms that producers were seen to write.
public final class AigcText {
    private static final int MAX_OBJECT = 65_536;

    /// What is left of nested or broken objects may make another; nobody but an attacker needs more passes.
    private static final int MAX_PASSES = 8;

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

    /// The same number of bytes with spaces in the place of every object, so that nothing else moves.
    public static byte[] blanked(byte[] content) {
        byte[] blank = content.clone();
        for (int pass = 0; pass < MAX_PASSES; pass++) {
            String text = Bytes.latin1(blank, 0, blank.length);
            if (in(text).isEmpty()) {
                return blank;
            }
            blank(text, WRAPPED.matcher(text), 0, blank);
            blank(text, BARE.matcher(text), 1, blank);
        }
        Arrays.fill(blank, (byte) ' ');
        return blank;
    }

    private static void blank(String text, Matcher matcher, int object, byte[] blank) {
        int from = 0;
        while (from < text.length() && matcher.find(from)) {
            int start = matcher.start(object);
            from = start + object(text, start).length();
            Arrays.fill(blank, matcher.start(), from, (byte) ' ');
        }
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
