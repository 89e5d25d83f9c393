package io.mingshi.labels.container.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The YAML block at the head of a Markdown text, as lines: which of them belong to an `AIGC` entry.
///
/// Only the outermost level of a block map is understood, which is what front matter is; anything else is not plain.
final class FrontMatter {
    private static final Pattern LINE = Pattern.compile("([^\\r\\n]*)(\\r\\n|\\n|\\r|$)");
    private static final Pattern OPENING = Pattern.compile("---[ \\t]*");
    private static final Pattern CLOSING = Pattern.compile("(?:---|\\.\\.\\.)[ \\t]*");
    /// A key and its colon; keys have a few words.
    private static final Pattern KEY =
            Pattern.compile("(\"[^\"]{0,200}\"|'[^']{0,200}'|[^\\s#\\[\\]{}&*!|>%@`\"',?:-][^#]{0,200}?"
                    + "|[?:-][^\\s#][^#]{0,200}?)[ \\t]{0,20}:(?:[ \\t].*|$)");

    /// Front matter has tens of lines. More of them are not plain, wherever they end.
    private static final int MAX_LINES = 10_000;

    /// Lines that go on with the entry before them although they are not indented.
    private static final Pattern GOES_ON = Pattern.compile("[\\]}].*|-(?:[ \\t].*)?");

    private final String text;
    private final int open;
    private final int end;
    private final List<Line> entryLines;
    private final boolean plain;

    /// A line of the text.
    ///
    /// @param end behind its line break
    private record Line(int start, int end, String content) {}

    /// One entry with all its lines.
    ///
    /// @param head what stands behind the colon of its first line
    record Entry(int start, int end, String head, List<String> lines) {
        Entry {
            lines = List.copyOf(lines);
        }
    }

    private FrontMatter(String text, int open, int end, List<Line> lines) {
        this.text = text;
        this.open = open;
        this.end = end;
        this.entryLines = List.copyOf(lines);
        this.plain = isPlain();
    }

    /// The front matter of a text without its byte order mark. A rule of three dashes that is not closed by another is
    /// none.
    static Optional<FrontMatter> of(String text) {
        Matcher lines = LINE.matcher(text);
        if (!lines.lookingAt()
                || !OPENING.matcher(lines.group(1)).matches()
                || lines.group(2).isEmpty()) {
            return Optional.empty();
        }
        int open = lines.end();
        List<Line> inside = new ArrayList<>();
        while (lines.end() < text.length() && lines.find()) {
            String content = lines.group(1);
            if (CLOSING.matcher(content).matches()) {
                return Optional.of(new FrontMatter(text, open, lines.end(), inside));
            }
            if (inside.size() == MAX_LINES) {
                return Optional.of(new FrontMatter(text, open, text.length(), inside));
            }
            inside.add(new Line(lines.start(), lines.end(), content));
        }
        return Optional.empty();
    }

    /// Behind the line of dashes that opens it.
    int open() {
        return open;
    }

    /// Behind the line that closes it.
    int end() {
        return end;
    }

    /// Whether it is a block map whose entries can be told apart.
    boolean plain() {
        return plain;
    }

    /// Whether the letters AIGC are anywhere in it.
    boolean mentionsLabel() {
        return text.substring(open, end).contains("AIGC");
    }

    private boolean isPlain() {
        if (entryLines.size() == MAX_LINES) {
            return false;
        }
        boolean inEntry = false;
        for (Line line : entryLines) {
            boolean key = KEY.matcher(line.content).matches();
            boolean sound = isSpace(line)
                    || key
                    || (inEntry
                            && (isIndented(line)
                                    || GOES_ON.matcher(line.content).matches()));
            if (!sound) {
                return false;
            }
            inEntry |= key;
        }
        return true;
    }

    private static boolean isSpace(Line line) {
        return line.content.isBlank() || line.content.stripLeading().startsWith("#");
    }

    private static boolean isIndented(Line line) {
        return line.content.startsWith(" ") || line.content.startsWith("\t");
    }

    /// The entries named `AIGC`, quoted or not.
    List<Entry> labels() {
        List<Entry> labels = new ArrayList<>();
        for (int i = 0; i < entryLines.size(); i++) {
            Matcher key = KEY.matcher(entryLines.get(i).content);
            if (key.matches() && key.group(1).replaceAll("^[\"']|[\"']$", "").equals("AIGC")) {
                labels.add(entry(i, key.end(1)));
            }
        }
        return labels;
    }

    private Entry entry(int first, int keyEnd) {
        int last = first;
        for (int i = first + 1; i < entryLines.size() && !startsEntry(entryLines.get(i)); i++) {
            if (!isSpace(entryLines.get(i))) {
                last = i;
            }
        }
        Line head = entryLines.get(first);
        List<String> lines = entryLines.subList(first + 1, last + 1).stream()
                .map(Line::content)
                .toList();
        String behindKey = head.content.substring(keyEnd).stripLeading();
        return new Entry(
                head.start, entryLines.get(last).end, behindKey.substring(1).strip(), lines);
    }

    private static boolean startsEntry(Line line) {
        return !isIndented(line) && KEY.matcher(line.content).matches();
    }
}
