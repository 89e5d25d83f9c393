package io.mingshi.labels.container.document;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Strings of JSON between their form in a file and their meaning.
final class JsonText {
    private static final Pattern ESCAPE = Pattern.compile("\\\\(?:u([0-9A-Fa-f]{4})|(.))");

    /// Beside what JSON wants escaped, what YAML wants escaped.
    private static final Pattern SPECIAL = Pattern.compile("[\"\\\\\\x00-\\x1F\\x7F-\\x9F\\u2028\\u2029\\uFEFF]");

    private JsonText() {}

    /// The meaning of what stands between the quotes.
    static String unescaped(String raw) {
        return ESCAPE.matcher(raw)
                .replaceAll(found -> Matcher.quoteReplacement(character(found.group(1), found.group(2))));
    }

    private static String character(@Nullable String hexadecimal, String letter) {
        if (hexadecimal != null) {
            return Character.toString(Integer.parseInt(hexadecimal, 16));
        }
        return switch (letter) {
            case "b" -> "\b";
            case "f" -> "\f";
            case "n" -> "\n";
            case "r" -> "\r";
            case "t" -> "\t";
            default -> letter;
        };
    }

    /// The text with its quotes.
    static String quoted(String text) {
        return '"' + SPECIAL.matcher(text).replaceAll(found -> Matcher.quoteReplacement(escape(found.group()))) + '"';
    }

    private static String escape(String special) {
        char c = special.charAt(0);
        return c != '"' && c != '\\' ? String.format("\\u%04x", (int) c) : "\\" + c;
    }
}
