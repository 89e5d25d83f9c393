package io.mingshi.labels.document;

import static io.mingshi.labels.LabelException.Code.ILLEGIBLE;

import io.mingshi.labels.ExplicitPolicy.Place;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Puts notices into a plain text or the body of a Markdown text.
///
/// @param prefix of a notice that stands on a line of its own
/// @param lineBreak as the text uses it
/// @param markdown whether the text is Markdown, where a notice may not tear a list or code apart
record TextEdit(String prefix, String lineBreak, boolean markdown) {
    private static final Pattern PARAGRAPH = Pattern.compile("(?:\\r\\n|\\n)(?:[ \\t]*+(?:\\r\\n|\\n))++");
    private static final Pattern SENTENCE = Pattern.compile("[。！？]|[.!?](?=[ \\t\\r\\n])");
    private static final Pattern FENCE = Pattern.compile("(?m)^ {0,3}(?:```|~~~)");

    /// Lines that go on with something, a list, a table, a quotation or code.
    private static final Pattern GOES_ON = Pattern.compile("[ \\t\\-*+>|0-9`~:<].*", Pattern.DOTALL);

    static TextEdit plain(String text) {
        return new TextEdit("", lineBreakOf(text), false);
    }

    static TextEdit markdown(String text) {
        return new TextEdit("> ", lineBreakOf(text), true);
    }

    private static String lineBreakOf(String text) {
        int at = text.indexOf('\n');
        return at > 0 && text.charAt(at - 1) == '\r' ? "\r\n" : "\n";
    }

    /// The text with a notice in each of these places where it does not stand already.
    String with(Set<Place> places, String text) {
        String edited = text;
        if (places.contains(Place.MIDDLE) && !text.contains(Notice.MIDDLE)) {
            edited = withMiddle(edited);
        }
        if (places.contains(Place.END) && !text.stripTrailing().endsWith(Notice.END)) {
            edited = edited
                    + (edited.endsWith("\n") || edited.isEmpty() ? "" : lineBreak)
                    + lineBreak
                    + prefix
                    + Notice.END
                    + lineBreak;
        }
        if (places.contains(Place.START) && !text.stripLeading().startsWith(prefix + Notice.START)) {
            edited = prefix + Notice.START + lineBreak + lineBreak + edited;
        }
        return edited;
    }

    private String withMiddle(String text) {
        Optional<Integer> paragraph = nearest(PARAGRAPH, text);
        if (paragraph.isPresent()) {
            return insert(text, paragraph.get(), prefix + Notice.MIDDLE + lineBreak + lineBreak);
        }
        int sentence = Optional.of(SENTENCE)
                .filter(pattern -> !markdown)
                .flatMap(pattern -> nearest(pattern, text))
                .orElseThrow(() -> ILLEGIBLE.with(
                        "the text has no break near its middle; ask for the notice at its start or end"));
        return insert(text, sentence, Notice.MIDDLE);
    }

    private static String insert(String text, int at, String part) {
        return text.substring(0, at) + part + text.substring(at);
    }

    /// Behind the break nearest to the middle that has text on both sides.
    private Optional<Integer> nearest(Pattern pattern, String text) {
        int middle = text.length() / 2;
        int last = text.stripTrailing().length();
        int first = text.length() - text.stripLeading().length();
        Optional<Integer> best = Optional.empty();
        Matcher breaks = pattern.matcher(text);
        Matcher fences = FENCE.matcher(text);
        boolean fenceAhead = markdown && fences.find();
        boolean inCode = false;
        while (breaks.find()) {
            int at = breaks.end();
            while (fenceAhead && fences.start() < at) {
                inCode = !inCode;
                fenceAhead = fences.find();
            }
            boolean free = !inCode
                    && at > first
                    && at < last
                    && !(markdown
                            && GOES_ON.matcher(text)
                                    .region(at, Math.min(at + 1, text.length()))
                                    .matches());
            if (free
                    && best.map(found -> Math.abs(found - middle) > Math.abs(at - middle))
                            .orElse(true)) {
                best = Optional.of(at);
            }
        }
        return best;
    }
}
