package io.mingshi.labels.container.document;

import static io.mingshi.labels.LabelException.Code.MALFORMED;
import static io.mingshi.labels.LabelException.Code.TOO_LARGE;
import static io.mingshi.labels.LabelException.Code.UNSUPPORTED;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.Range;
import org.jsoup.parser.Parser;

/// A web page as browsers read it, with the place of every element in its text.
///
/// @param text the characters of the page
/// @param document its elements, which know their places
public record HtmlPage(String text, Document document) {
    /// The longest articles of encyclopedias have some ten thousand tags; each costs about 2 KiB of memory.
    public static final int MAX_TAGS = 50_000;

    /// Where browsers stop nesting too.
    private static final int MAX_DEPTH = 512;

    private static final Pattern CHARSET =
            Pattern.compile("charset\\s{0,8}=\\s{0,8}[\"']?([^\\s\"';]+)", Pattern.CASE_INSENSITIVE);
    private static final Pattern XML_ENCODING =
            Pattern.compile("^\\s*<\\?xml[^>]{0,200}encoding\\s*=\\s*[\"']([^\"']+)", Pattern.CASE_INSENSITIVE);

    /// Reads a page with the places of its elements; browsers and this reader find a meaning in any text.
    ///
    /// @throws io.mingshi.labels.LabelException TOO_LARGE
    public static HtmlPage parse(String text) {
        return new HtmlPage(text, elements(text, true));
    }

    /// Reads the elements alone, which costs half the memory.
    ///
    /// @throws io.mingshi.labels.LabelException TOO_LARGE
    public static Document elements(String text) {
        return elements(text, false);
    }

    private static Document elements(String text, boolean withPlaces) {
        if (text.chars().filter(c -> c == '<').limit(MAX_TAGS + 1L).count() > MAX_TAGS) {
            throw TOO_LARGE.with("the page has more than " + MAX_TAGS + " tags; split it before labelling");
        }
        Document document = Parser.htmlParser().setTrackPosition(withPlaces).parseInput(text, "");
        document.traverse((node, depth) -> {
            if (depth > MAX_DEPTH) {
                throw TOO_LARGE.with("the tags of the page are nested more than " + MAX_DEPTH + " deep");
            }
        });
        return document;
    }

    /// The encoding that the page names, in lower case.
    public Optional<String> charset() {
        Matcher xml = XML_ENCODING.matcher(text);
        if (xml.find()) {
            return Optional.of(xml.group(1).toLowerCase(Locale.ROOT));
        }
        for (Element meta : document.select("meta[charset], meta[http-equiv]")) {
            if (meta.hasAttr("charset")) {
                return Optional.of(meta.attr("charset").strip().toLowerCase(Locale.ROOT));
            }
            Matcher type = CHARSET.matcher(meta.attr("content"));
            if (meta.attr("http-equiv").equalsIgnoreCase("content-type") && type.find()) {
                return Optional.of(type.group(1).toLowerCase(Locale.ROOT));
            }
        }
        return Optional.empty();
    }

    /// Refuses a page that names another encoding than the one it was read in.
    ///
    /// @throws io.mingshi.labels.LabelException UNSUPPORTED
    public void requireUtf8() {
        charset()
                .filter(name -> !name.equals("utf-8") && !name.equals("utf8") && !name.equals("us-ascii"))
                .ifPresent(name -> {
                    throw UNSUPPORTED.with(
                            "the page says that it is encoded in " + name + "; convert it to UTF-8 before labelling");
                });
    }

    /// Where the start tag of an element ends, or nothing if the page has no such tag.
    public Optional<Integer> behindStartTag(Element element) {
        return written(element.sourceRange()).map(Range::endPos).filter(end -> isTag(element, "<"));
    }

    /// Where the start tag of an element begins, or nothing if the page has no such tag.
    public Optional<Integer> startTag(Element element) {
        return written(element.sourceRange()).map(Range::startPos).filter(start -> isTag(element, "<"));
    }

    /// Where the end tag of an element begins, or nothing if the page has no such tag.
    public Optional<Integer> endTag(Element element) {
        return written(element.endSourceRange())
                .map(Range::startPos)
                .filter(start -> text.regionMatches(
                        true,
                        start,
                        "</" + element.tagName(),
                        0,
                        element.tagName().length() + 2));
    }

    private boolean isTag(Element element, String opening) {
        String tag = opening + element.tagName();
        return text.regionMatches(true, element.sourceRange().startPos(), tag, 0, tag.length());
    }

    /// The range of the page that a node was read from, a start tag alone for an element.
    ///
    /// @throws io.mingshi.labels.LabelException MALFORMED if it was read from none
    public Range range(Node node) {
        return written(node.sourceRange())
                .orElseThrow(() -> MALFORMED.with(
                        "the label of the page stands in no place that could be cut out; remove it by hand"));
    }

    private Optional<Range> written(Range range) {
        return range.isTracked()
                        && !range.isImplicit()
                        && range.endPos() > range.startPos()
                        && range.endPos() <= text.length()
                ? Optional.of(range)
                : Optional.empty();
    }
}
