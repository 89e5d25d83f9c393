package io.mingshi.records;

import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// A JSON object of strings in the one form that [RFC 8785](https://www.rfc-editor.org/rfc/rfc8785) gives it, so that
/// anybody computes the same hash of it.
///
/// Names are ASCII, for which the order of Java's strings is that of the RFC.
final class FlatJson {
    private final SortedMap<String, String> members = new TreeMap<>();

    /// Adds a member; one without a value is left out.
    FlatJson with(String name, @Nullable String value) {
        if (value != null) {
            members.put(name, value);
        }
        return this;
    }

    @Override
    public String toString() {
        StringBuilder json = new StringBuilder(512).append('{');
        for (Map.Entry<String, String> member : members.entrySet()) {
            if (json.length() > 1) {
                json.append(',');
            }
            quote(json, member.getKey());
            json.append(':');
            quote(json, member.getValue());
        }
        return json.append('}').toString();
    }

    private static void quote(StringBuilder json, String value) {
        json.append('"');
        int copied = 0;
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c < ' ' || c == '"' || c == '\\') {
                json.append(value, copied, i).append(escaped(c));
                copied = i + 1;
            }
        }
        json.append(value, copied, value.length()).append('"');
    }

    private static String escaped(char c) {
        return switch (c) {
            case '"' -> "\\\"";
            case '\\' -> "\\\\";
            case '\b' -> "\\b";
            case '\t' -> "\\t";
            case '\n' -> "\\n";
            case '\f' -> "\\f";
            case '\r' -> "\\r";
            default -> String.format(Locale.ROOT, "\\u%04x", (int) c);
        };
    }
}
