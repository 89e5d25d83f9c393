package io.mingshi.labels.document;

import static io.mingshi.labels.LabelException.Code.MALFORMED;
import static io.mingshi.labels.LabelException.Code.UNSUPPORTED;

import io.mingshi.labels.ExplicitPolicy.Place;
import io.mingshi.labels.container.document.OfficePackage;
import io.mingshi.labels.container.document.XmlText;
import io.mingshi.labels.container.document.XmlText.Tag;
import io.mingshi.labels.source.Source;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// Puts notices as paragraphs into a word processor document, and reads its text.
final class WordEdit {
    /// A book of a thousand pages has a third of it. It is held in memory several times.
    private static final int LONGEST_PART = 32 << 20;

    private static final int LONGEST_HEADER = 1 << 20;
    private static final int MAX_HEADERS = 30;
    private static final Pattern HEADER = Pattern.compile("word/(?:header|footer)\\d*\\.xml");

    private final OfficePackage parts;
    private final String name;
    private final XmlText xml;
    private final Tag body;

    private WordEdit(OfficePackage parts, String name, XmlText xml, Tag body) {
        this.parts = parts;
        this.name = name;
        this.xml = xml;
        this.body = body;
    }

    static WordEdit of(Source file) throws IOException {
        OfficePackage parts = OfficePackage.of(file);
        String name = OfficePackage.target(parts.relations(), "/officeDocument").orElse("word/document.xml");
        byte[] part =
                parts.part(name, LONGEST_PART).orElseThrow(() -> MALFORMED.with("the document has no part " + name));
        XmlText xml = XmlText.of(part, name);
        Tag body = xml.elements("body").stream()
                .filter(tag -> tag.depth() == 1)
                .findFirst()
                .orElseThrow(() -> MALFORMED.with("the document has no body"));
        return new WordEdit(parts, name, xml, body);
    }

    /// The document with a notice in each of these places where it does not stand already.
    Source with(Set<Place> places, Source file) {
        parts.requireUnsigned();
        List<Tag> blocks = blocks();
        String text = text(xml);
        StringBuilder out = new StringBuilder(xml.text());
        for (Place place : List.of(Place.END, Place.MIDDLE, Place.START)) {
            if (places.contains(place) && !text.contains(Notice.at(place))) {
                out.insert(position(place, blocks), paragraph(Notice.at(place)));
            }
        }
        return out.length() == xml.text().length()
                ? file
                : parts.with(Map.of(name, out.toString().getBytes(StandardCharsets.UTF_8)));
    }

    /// What stands in the body itself.
    private List<Tag> blocks() {
        if (xml.endOf(body) == body.end()) {
            throw MALFORMED.with("the body of the document is empty");
        }
        List<Tag> blocks = new ArrayList<>();
        for (Tag tag : xml.tags()) {
            if (tag.opens() && tag.depth() == 2 && tag.start() > body.start() && tag.start() < xml.endOf(body)) {
                blocks.add(tag);
            }
        }
        return blocks;
    }

    private int position(Place place, List<Tag> blocks) {
        int end = blocks.stream()
                .filter(block -> block.localName().equals("sectPr"))
                .findFirst()
                .map(Tag::start)
                .orElseGet(() -> xml.tags().get(body.close()).start());
        int middle = (body.end() + end) / 2;
        return switch (place) {
            case START -> body.end();
            case MIDDLE ->
                blocks.stream()
                        .filter(block -> block.localName().equals("p")
                                || block.localName().equals("tbl"))
                        .map(Tag::start)
                        .min(Comparator.comparingInt(at -> Math.abs(at - middle)))
                        .orElse(body.end());
            case END -> end;
        };
    }

    private String paragraph(String notice) {
        String namespace = xml.attribute(body, "xmlns:" + body.prefix().replace(":", ""))
                .or(() -> xml.namespace(body.prefix()))
                .orElseThrow(
                        () -> UNSUPPORTED.with("the document declares its names in an unusual way; save it again"));
        return "<w:p xmlns:w=\"" + XmlText.escaped(namespace)
                + "\"><w:r><w:rPr><w:color w:val=\"000000\"/><w:sz w:val=\"21\"/><w:szCs w:val=\"21\"/>"
                + "<w:shd w:val=\"clear\" w:color=\"auto\" w:fill=\"FFFFFF\"/></w:rPr><w:t>" + notice
                + "</w:t></w:r></w:p>";
    }

    /// Where people find a notice.
    Optional<String> find() throws IOException {
        String text = text(xml);
        Optional<String> found = TextNotices.find(text).or(() -> TextNotices.findCornerMark(text));
        if (found.isPresent()) {
            return found;
        }
        List<String> headers = parts.names().stream()
                .filter(part -> HEADER.matcher(part).matches())
                .limit(MAX_HEADERS)
                .toList();
        for (String header : headers) {
            Optional<byte[]> part = parts.part(header, LONGEST_HEADER);
            if (part.isPresent()
                    && TextNotices.find(text(XmlText.of(part.get(), header))).isPresent()) {
                return Optional.of(header);
            }
        }
        return Optional.empty();
    }

    /// The characters of all runs that are not hidden, a line for each paragraph.
    private static String text(XmlText xml) {
        StringBuilder out = new StringBuilder();
        List<Tag> tags = xml.tags();
        for (int i = 0; i < tags.size(); i++) {
            Tag tag = tags.get(i);
            if (tag.opens() && tag.localName().equals("r") && isHidden(tags, i, tag.close())) {
                i = tag.close();
            } else if (tag.opens() && tag.localName().equals("t")) {
                out.append(xml.characters(tag));
            } else if (tag.localName().equals("p") && (!tag.opens() || tag.close() == i)) {
                out.append('\n');
            }
        }
        return out.toString().strip();
    }

    private static boolean isHidden(List<Tag> tags, int from, int to) {
        return tags.subList(from, to).stream().anyMatch(tag -> tag.localName().equals("vanish"));
    }
}
