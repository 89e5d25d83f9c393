package io.mingshi.labels.container.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The `AIGC` entry of front matter as the JSON object that it stands for.
///
/// Understood are a map with one scalar a line, a map in braces that is JSON, and a quoted string; block scalars,
/// anchors, tags and deeper maps are not.
final class YamlLabel {
    /// A label has seven lines.
    private static final int MAX_LINES = 64;

    private static final int LONGEST_LINE = 65_536;

    private static final Pattern MEMBER =
            Pattern.compile("[ ]+(\"[^\"]{0,64}\"|'[^']{0,64}'|[A-Za-z][^:#\"']{0,64}?)[ \\t]{0,20}:(?:[ \\t]+(.*))?");
    private static final Pattern COMMENT = Pattern.compile("(?<![ \\t])[ \\t]+#.*$");
    private static final Pattern NUMBER =
            Pattern.compile("[-+]?(?:\\d+|0x[0-9A-Fa-f]+|0o[0-7]+)(?:\\.\\d*)?(?:[eE][-+]?\\d+)?");
    private static final Pattern DECIMAL = Pattern.compile("-?(?:0|[1-9]\\d*)(?:\\.\\d+)?(?:[eE][-+]?\\d+)?");
    /// What YAML takes for something else than a string or a number.
    private static final Pattern WORD =
            Pattern.compile("|~|(?i:null|true|false|yes|no|on|off)|\\d{4}-\\d\\d?-\\d\\d?.*");

    /// Characters that give a plain scalar another meaning.
    private static final String INDICATORS = "&*!|>%@`[]{},\"'#?";

    private YamlLabel() {}

    /// The entry as JSON, or nothing if it is written in a way that is not understood here.
    static Optional<String> json(FrontMatter.Entry entry) {
        String whole = entry.head() + String.join("\n", entry.lines());
        if (entry.lines().size() > MAX_LINES || whole.length() > LONGEST_LINE) {
            return Optional.empty();
        }
        String head = COMMENT.matcher(entry.head()).replaceFirst("");
        if (head.startsWith("{")) {
            String object = (entry.head() + "\n" + String.join("\n", entry.lines())).strip();
            return Optional.of(object.endsWith("}") || !entry.lines().isEmpty() ? object : head);
        }
        if (head.isEmpty() || head.startsWith("#")) {
            return map(entry.lines());
        }
        return entry.lines().isEmpty() ? scalar(entry.head()) : Optional.empty();
    }

    private static Optional<String> map(List<String> lines) {
        List<String> members = new ArrayList<>();
        int indent = -1;
        for (String line : lines) {
            if (line.isBlank() || line.stripLeading().startsWith("#")) {
                continue;
            }
            Matcher member = MEMBER.matcher(line);
            int here = line.length() - line.stripLeading().length();
            if (!member.matches() || (indent >= 0 && indent != here)) {
                return Optional.empty();
            }
            indent = here;
            String key = member.group(1);
            Optional<String> name =
                    key.startsWith("\"") || key.startsWith("'") ? scalar(key) : Optional.of(JsonText.quoted(key));
            Optional<String> value =
                    scalar(member.group(2) == null ? "" : member.group(2).strip());
            if (name.isEmpty() || value.isEmpty()) {
                return Optional.empty();
            }
            members.add(name.get() + ":" + value.get());
        }
        return Optional.of("{" + String.join(",", members) + "}");
    }

    /// The scalar as JSON, with the type that YAML gives it.
    private static Optional<String> scalar(String text) {
        if (text.startsWith("\"") || text.startsWith("'")) {
            return quoted(text);
        }
        String plain = text.startsWith("#")
                ? ""
                : COMMENT.matcher(text).replaceFirst("").strip();
        if (WORD.matcher(plain).matches()) {
            return Optional.of("null");
        }
        if (NUMBER.matcher(plain).matches()) {
            return Optional.of(DECIMAL.matcher(plain).matches() ? plain : "null");
        }
        boolean special = INDICATORS.indexOf(plain.charAt(0)) >= 0 || plain.contains(": ") || plain.endsWith(":");
        return special || plain.startsWith("- ") ? Optional.empty() : Optional.of(JsonText.quoted(plain));
    }

    private static Optional<String> quoted(String text) {
        char quote = text.charAt(0);
        StringBuilder raw = new StringBuilder();
        for (int i = 1; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean last = i + 1 == text.length();
            if (c == '\\' && quote == '"') {
                if (last || "\"\\/bfnrtu".indexOf(text.charAt(i + 1)) < 0) {
                    return Optional.empty();
                }
                raw.append(c).append(text.charAt(++i));
            } else if (c == '\'' && quote == c && !last && text.charAt(i + 1) == c) {
                raw.append(text.charAt(++i));
            } else if (c == quote) {
                String behind = text.substring(i + 1).strip();
                String value = quote == '"' ? JsonText.unescaped(raw.toString()) : raw.toString();
                return behind.isEmpty() || behind.startsWith("#")
                        ? Optional.of(JsonText.quoted(value))
                        : Optional.empty();
            } else {
                raw.append(c);
            }
        }
        return Optional.empty();
    }
}
