package io.mingshi.labels.container.document;

import static io.mingshi.labels.LabelException.Code.MALFORMED;

import io.mingshi.labels.LabelException;
import io.mingshi.labels.container.AigcText;
import io.mingshi.labels.container.Container;
import io.mingshi.labels.container.LabelSite;
import io.mingshi.labels.container.LabelSite.Place;
import io.mingshi.labels.container.Sightings;
import io.mingshi.labels.source.Source;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jsoup.nodes.Comment;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.DocumentType;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.Range;

/// Web pages: the label is the content of `<meta name="AIGC">` in the head.
///
/// No guide names a place in pages; this is what vendors were seen to write. The tag is put into the text of the page
/// where it belongs, and nothing else of the page changes.
public final class HtmlContainer implements Container {
    private static final String NAME = "AIGC";

    /// A container for web pages.
    public HtmlContainer() {}

    @Override
    public Sightings read(Source file) throws IOException {
        Sightings sightings = new Sightings();
        Optional<WholeText> whole = WholeText.read(file, sightings);
        try {
            whole.ifPresent(text -> read(HtmlPage.elements(text.text()), sightings));
        } catch (LabelException tooLarge) {
            sightings.unread(String.valueOf(tooLarge.getMessage()));
        }
        return sightings;
    }

    private static void read(Document page, Sightings sightings) {
        for (Node node : labels(page)) {
            if (node instanceof Element meta) {
                boolean inPlace =
                        meta.attr("name").strip().equals(NAME) && page.head().equals(meta.parent());
                sightings.site(inPlace ? Place.PRESCRIBED : Place.MISPLACED, "HTML meta", meta.attr("content"));
            } else if (node instanceof Comment comment) {
                sightings.search(Place.MISPLACED, "HTML comment", comment.getData());
            }
        }
    }

    /// The nodes that hold labels, in the order of the page.
    private static List<Node> labels(Document page) {
        List<Node> labels = new ArrayList<>();
        page.traverse((node, depth) -> {
            if ((node instanceof Element element && isLabel(element))
                    || (node instanceof Comment comment && isLabel(comment.getData()))) {
                labels.add(node);
            }
        });
        return labels;
    }

    private static boolean isLabel(Element element) {
        return element.normalName().equals("meta")
                && (isName(element.attr("name"))
                        || isName(element.attr("property"))
                        || isName(element.attr("itemprop")));
    }

    private static boolean isName(String name) {
        String upper = name.strip().toUpperCase(Locale.ROOT);
        return upper.equals(NAME) || upper.endsWith(":" + NAME);
    }

    /// A comment that is nothing but a label; one that speaks about labels is none.
    private static boolean isLabel(String comment) {
        String text = comment.strip();
        return AigcText.in(text)
                .filter(label -> text.length() - label.length() <= "AIGC : ".length())
                .isPresent();
    }

    @Override
    public Source label(Source file, String json) throws IOException {
        WholeText whole = WholeText.of(file);
        HtmlPage page = HtmlPage.parse(whole.text());
        page.requireUtf8();
        String without = cut(page);
        HtmlPage clean = HtmlPage.parse(without);
        int place = place(clean);
        Source labelled = whole.with(without.substring(0, place) + tag(json) + without.substring(place));
        requireOne(read(labelled), json);
        return labelled;
    }

    private static String cut(HtmlPage page) {
        StringBuilder out = new StringBuilder();
        int at = 0;
        for (Node label : labels(page.document())) {
            Range range = page.range(label);
            if (range.startPos() < at) {
                throw MALFORMED.with("the labels of the page overlap; remove them by hand");
            }
            out.append(page.text(), at, range.startPos());
            at = range.endPos();
        }
        return out.append(page.text(), at, page.text().length()).toString();
    }

    /// Behind the declaration of the encoding, which has to stand within the first 1024 bytes, else as soon as the head
    /// begins.
    private static int place(HtmlPage page) {
        Element head = page.document().head();
        for (Element meta : head.children()) {
            if (meta.normalName().equals("meta") && (meta.hasAttr("charset") || meta.hasAttr("http-equiv"))) {
                return page.behindStartTag(meta).orElseGet(() -> startOfHead(page, head));
            }
        }
        return startOfHead(page, head);
    }

    private static int startOfHead(HtmlPage page, Element head) {
        return page.behindStartTag(head)
                .or(() -> page.document().select("> html").stream().findFirst().flatMap(page::behindStartTag))
                .orElseGet(() -> page.document().childNodes().stream()
                        .filter(DocumentType.class::isInstance)
                        .findFirst()
                        .map(type -> page.range(type).endPos())
                        .orElseGet(() -> behindDeclaration(page.text())));
    }

    private static int behindDeclaration(String text) {
        boolean declared = text.startsWith("<?xml") && text.indexOf('>') > 0;
        return declared ? text.indexOf('>') + 1 : 0;
    }

    private static String tag(String json) {
        String escaped = json.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
        return "<meta name=\"AIGC\" content=\"" + escaped + "\"/>";
    }

    /// Pages can be so wrong that a tag means something else where it stands.
    private static void requireOne(Sightings labelled, String json) {
        List<LabelSite> sites = labelled.sites();
        boolean one = sites.size() == 1
                && sites.getFirst().place() == Place.PRESCRIBED
                && sites.getFirst().text().equals(json);
        if (!one) {
            throw MALFORMED.with("the page has no head that a label could be put into; repair its HTML first");
        }
    }
}
