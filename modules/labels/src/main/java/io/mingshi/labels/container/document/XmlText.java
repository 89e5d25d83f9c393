package io.mingshi.labels.container.document;

import static io.mingshi.labels.LabelException.Code.MALFORMED;

import io.mingshi.labels.container.Bytes;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/// An XML part and the places of its tags, so that an element can be cut out or put in without touching the rest.
///
/// Only sound XML in UTF-8 without a DTD gets this far, which is why the tags can be found by looking for brackets.
public final class XmlText {
    private static final int MAX_DEPTH = 256;
    private static final Pattern ATTRIBUTE = Pattern.compile("\\s([^\\s=<>]+)\\s*=\\s*(?:\"([^\"]*)\"|'([^']*)')");
    private static final Pattern REFERENCE =
            Pattern.compile("&(?:#x([0-9A-Fa-f]{1,6})|#(\\d{1,7})|(amp|lt|gt|quot|apos));");

    private final String text;
    private final List<Tag> tags;

    /// One tag.
    ///
    /// @param name as it is written, with its prefix
    /// @param close the number of the tag that closes it; its own for an empty element, -1 for a closing tag
    /// @param depth how many elements are around it
    public record Tag(String name, int start, int end, int close, int depth) {
        /// The name without prefix.
        public String localName() {
            return name.substring(name.indexOf(':') + 1);
        }

        /// The prefix with its colon, or nothing.
        public String prefix() {
            return name.substring(0, name.indexOf(':') + 1);
        }

        /// Whether it opens an element.
        public boolean opens() {
            return close >= 0;
        }
    }

    private XmlText(String text) {
        this.text = text;
        this.tags = findTags();
    }

    /// Reads a part.
    ///
    /// @param name of the part, for the sentence that refuses it
    /// @throws LabelException MALFORMED if it is not sound XML in UTF-8, or has a DTD
    public static XmlText of(byte[] part, String name) {
        String text = Bytes.utf8(part, 0, part.length)
                .orElseThrow(() -> MALFORMED.with("the part " + name + " is not XML in UTF-8"));
        try {
            requireSound(text);
            return new XmlText(text);
        } catch (XMLStreamException | RuntimeException notXml) {
            throw MALFORMED.with("the part " + name + " is not sound XML", notXml);
        }
    }

    private static void requireSound(String text) throws XMLStreamException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        XMLStreamReader xml = factory.createXMLStreamReader(new StringReader(text));
        int depth = 0;
        while (xml.hasNext()) {
            int event = xml.next();
            depth += event == XMLStreamConstants.START_ELEMENT ? 1 : event == XMLStreamConstants.END_ELEMENT ? -1 : 0;
            if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE || depth > MAX_DEPTH) {
                throw new XMLStreamException("a DTD or deeper than " + MAX_DEPTH);
            }
        }
    }

    private List<Tag> findTags() {
        List<Tag> found = new ArrayList<>();
        List<Integer> around = new ArrayList<>();
        for (int at = text.indexOf('<'); at >= 0; at = text.indexOf('<', at)) {
            int end = endOfMarkup(at);
            char kind = text.charAt(at + 1);
            if (kind == '/') {
                int opening = around.removeLast();
                Tag tag = found.get(opening);
                found.set(opening, new Tag(tag.name, tag.start, tag.end, found.size(), tag.depth));
                found.add(new Tag(tag.name, at, end, -1, tag.depth));
            } else if (kind != '?' && kind != '!') {
                boolean empty = text.charAt(end - 2) == '/';
                found.add(new Tag(name(at + 1), at, end, found.size(), around.size()));
                if (!empty) {
                    around.add(found.size() - 1);
                }
            }
            at = end;
        }
        return List.copyOf(found);
    }

    private int endOfMarkup(int at) {
        if (text.startsWith("<!--", at)) {
            return text.indexOf("-->", at) + 3;
        }
        if (text.startsWith("<![CDATA[", at)) {
            return text.indexOf("]]>", at) + 3;
        }
        if (text.startsWith("<?", at)) {
            return text.indexOf("?>", at) + 2;
        }
        char quote = 0;
        for (int i = at + 1; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quote == 0 && c == '>') {
                return i + 1;
            }
            if (quote == 0 ? c == '"' || c == '\'' : c == quote) {
                quote = quote == 0 ? c : 0;
            }
        }
        throw new IllegalStateException("a tag without end in sound XML");
    }

    private String name(int at) {
        int end = at;
        while (!Character.isWhitespace(text.charAt(end)) && text.charAt(end) != '/' && text.charAt(end) != '>') {
            end++;
        }
        return text.substring(at, end);
    }

    /// The whole part.
    public String text() {
        return text;
    }

    /// All tags in order.
    public List<Tag> tags() {
        return tags;
    }

    /// The tags that open an element of this name, whatever its prefix.
    public List<Tag> elements(String localName) {
        return tags.stream()
                .filter(tag -> tag.opens() && tag.localName().equals(localName))
                .toList();
    }

    /// The tag that opens the outermost element.
    public Tag root() {
        return tags.getFirst();
    }

    /// Behind the whole element that this tag opens.
    public int endOf(Tag opening) {
        return tags.get(opening.close).end;
    }

    /// The value of the attribute with exactly this name.
    public Optional<String> attribute(Tag tag, String name) {
        Matcher attribute = ATTRIBUTE.matcher(text).region(tag.start, tag.end);
        while (attribute.find()) {
            if (attribute.group(1).equals(name)) {
                return Optional.of(unescaped(attribute.group(attribute.group(2) == null ? 3 : 2)));
            }
        }
        return Optional.empty();
    }

    /// The namespace that the outermost element gives to this prefix.
    ///
    /// @param prefix with its colon, or nothing for names without prefix
    public Optional<String> namespace(String prefix) {
        String declaration = prefix.isEmpty() ? "xmlns" : "xmlns:" + prefix.substring(0, prefix.length() - 1);
        return attribute(root(), declaration);
    }

    /// The characters in the element that this tag opens, and in all elements inside it.
    public String characters(Tag opening) {
        StringBuilder out = new StringBuilder();
        int end = tags.get(opening.close).start;
        int at = opening.end;
        while (at < end) {
            int markup = text.indexOf('<', at);
            out.append(unescaped(text.substring(at, Math.min(markup, end))));
            if (markup >= end) {
                break;
            }
            at = endOfMarkup(markup);
            if (text.startsWith("<![CDATA[", markup)) {
                out.append(text, markup + 9, at - 3);
            }
        }
        return out.toString();
    }

    private static String unescaped(String raw) {
        return raw.indexOf('&') < 0
                ? raw
                : REFERENCE.matcher(raw).replaceAll(found -> Matcher.quoteReplacement(character(found.group())));
    }

    private static String character(String reference) {
        return switch (reference) {
            case "&amp;" -> "&";
            case "&lt;" -> "<";
            case "&gt;" -> ">";
            case "&quot;" -> "\"";
            case "&apos;" -> "'";
            default -> {
                boolean hexadecimal = reference.charAt(2) == 'x';
                String digits = reference.substring(hexadecimal ? 3 : 2, reference.length() - 1);
                yield Character.toString(Integer.parseInt(digits, hexadecimal ? 16 : 10));
            }
        };
    }

    /// The characters as they are written in elements and attributes.
    public static String escaped(String characters) {
        return characters
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    /// The part with one more element as the last in the outermost.
    public String withLast(String element) {
        Tag root = root();
        if (root.close == 0) {
            String opened = text.substring(0, root.end - 2) + ">" + element + "</" + root.name + ">";
            return opened + text.substring(root.end);
        }
        int place = tags.get(root.close).start;
        return text.substring(0, place) + element + text.substring(place);
    }
}
