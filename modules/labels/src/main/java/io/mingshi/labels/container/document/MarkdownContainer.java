package io.mingshi.labels.container.document;

import static io.mingshi.labels.LabelException.Code.MALFORMED;
import static io.mingshi.labels.LabelException.Code.UNSUPPORTED;

import io.mingshi.labels.AigcLabel;
import io.mingshi.labels.container.Container;
import io.mingshi.labels.container.LabelSite.Place;
import io.mingshi.labels.container.Sightings;
import io.mingshi.labels.source.Source;
import java.io.IOException;
import java.util.Optional;

/// Markdown: the label is the entry `AIGC` of the YAML front matter, a map of seven keys (TC260-PG-20258A 6.5).
///
/// All other lines stay as they are, byte for byte. Values are written in double quotes, so that no YAML reader takes
/// them for numbers or anything else.
public final class MarkdownContainer implements Container {
    private static final String NOT_PLAIN = "the front matter of the Markdown text is not a plain YAML map";

    /// A container for Markdown.
    public MarkdownContainer() {}

    /// Where the text of the document begins: behind its front matter, if it has one.
    public static int body(String text) {
        return FrontMatter.of(text).map(FrontMatter::end).orElse(0);
    }

    @Override
    public Sightings read(Source file) throws IOException {
        Sightings sightings = new Sightings();
        WholeText.read(file, sightings)
                .flatMap(whole -> FrontMatter.of(whole.text()))
                .ifPresent(matter -> read(matter, sightings));
        return sightings;
    }

    private static void read(FrontMatter matter, Sightings sightings) {
        if (!matter.plain() && matter.mentionsLabel()) {
            sightings.unread(NOT_PLAIN);
        }
        for (FrontMatter.Entry entry : matter.labels()) {
            Optional<String> json = YamlLabel.json(entry);
            json.ifPresentOrElse(
                    found -> sightings.site(Place.PRESCRIBED, "front matter AIGC", found),
                    () -> sightings.unread("the entry AIGC of the front matter is no map of plain values"));
        }
    }

    @Override
    public Source label(Source file, String json) throws IOException {
        WholeText whole = WholeText.of(file);
        String text = whole.text();
        Optional<FrontMatter> found = FrontMatter.of(text);
        String lineBreak = lineBreak(text);
        String entry = entry(AigcLabel.parse(json), lineBreak);
        if (found.isEmpty()) {
            if (text.startsWith("+++")) {
                throw UNSUPPORTED.with(
                        "the Markdown text has TOML front matter; the label wants YAML between lines of ---");
            }
            return whole.with("---" + lineBreak + entry + "---" + lineBreak + text);
        }
        FrontMatter matter = found.get();
        if (!matter.plain()) {
            throw MALFORMED.with(NOT_PLAIN + "; write it as one key a line");
        }
        StringBuilder out = new StringBuilder(text.substring(0, matter.open())).append(entry);
        int at = matter.open();
        for (FrontMatter.Entry old : matter.labels()) {
            out.append(text, at, old.start());
            at = old.end();
        }
        return whole.with(out.append(text, at, text.length()).toString());
    }

    private static String entry(AigcLabel label, String lineBreak) {
        return "AIGC:" + lineBreak
                + line("Label", label.label(), lineBreak)
                + line("ContentProducer", label.contentProducer(), lineBreak)
                + line("ProduceID", label.produceId(), lineBreak)
                + line("ReservedCode1", label.reservedCode1(), lineBreak)
                + line("ContentPropagator", label.contentPropagator(), lineBreak)
                + line("PropagateID", label.propagateId(), lineBreak)
                + line("ReservedCode2", label.reservedCode2(), lineBreak);
    }

    /// A JSON string is also a YAML string.
    private static String line(String key, String value, String lineBreak) {
        return "  " + key + ": " + JsonText.quoted(value) + lineBreak;
    }

    /// The line break that the text uses first.
    private static String lineBreak(String text) {
        int at = text.indexOf('\n');
        return at > 0 && text.charAt(at - 1) == '\r' ? "\r\n" : "\n";
    }
}
