package io.mingshi.labels.document;

import static io.mingshi.labels.LabelException.Code.ILLEGIBLE;

import io.mingshi.labels.ExplicitPolicy.Place;
import io.mingshi.labels.container.document.HtmlPage;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;
import org.jsoup.select.NodeFilter.FilterResult;

/// Puts notices into a web page, as paragraphs that the style of the page cannot make illegible, and reads what a page
/// shows.
final class PageEdit {
    /// Black on white has a contrast of 21 to 1; the guidelines for accessible pages (WCAG 2.2 1.4.3) ask for 4.5.
    private static final String STYLE = "display:block!important;visibility:visible!important;opacity:1!important;"
            + "position:relative!important;z-index:2147483647!important;margin:8px!important;padding:8px!important;"
            + "border:1px solid #000!important;background:#fff!important;color:#000!important;"
            + "font:16px/1.5 sans-serif!important;text-indent:0!important;transform:none!important";

    private static final Pattern HIDDEN =
            Pattern.compile("(?i)(?:display\\s{0,8}:\\s{0,8}none|visibility\\s{0,8}:\\s{0,8}hidden)");
    private static final Set<String> UNSEEN =
            Set.of("script", "style", "template", "noscript", "textarea", "select", "head", "title");
    private static final Set<String> BLOCKS =
            Set.of("p", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "pre", "blockquote", "table", "figure");
    private static final Set<String> AROUND_BLOCKS = Set.of("body", "main", "article", "section", "div");

    private PageEdit() {}

    /// The page with a notice in each of these places where it does not stand already.
    static String with(Set<Place> places, String text) {
        HtmlPage page = HtmlPage.parse(text);
        page.requireUtf8();
        String visible = visible(page.document().body());
        Map<Place, Integer> positions = new EnumMap<>(Place.class);
        for (Place place : places) {
            if (!visible.contains(Notice.at(place))) {
                positions.put(place, position(page, place));
            }
        }
        boolean encodingKnown = page.charset().isPresent();
        String edited = text;
        for (Place place : List.of(Place.END, Place.MIDDLE, Place.START)) {
            Integer at = positions.get(place);
            if (at != null) {
                edited = edited.substring(0, at) + block(Notice.at(place), encodingKnown) + edited.substring(at);
            }
        }
        return edited;
    }

    /// Where the encoding of a page is not named, characters beyond ASCII are written as references.
    private static String block(String notice, boolean encodingKnown) {
        StringBuilder words = new StringBuilder();
        notice.chars().forEach(c -> words.append(c < 0x80 || encodingKnown ? Character.toString(c) : "&#" + c + ";"));
        return "<p role=\"note\" lang=\"zh-CN\" style=\"" + STYLE + "\">" + words + "</p>";
    }

    private static int position(HtmlPage page, Place place) {
        Element body = page.document().body();
        return switch (place) {
            case START ->
                page.behindStartTag(body)
                        .or(() -> beforeContent(page))
                        .orElse(page.text().length());
            case MIDDLE -> middle(page);
            case END ->
                page.endTag(body)
                        .or(() -> page.document().select("> html").stream()
                                .findFirst()
                                .flatMap(page::endTag))
                        .orElse(page.text().length());
        };
    }

    private static Optional<Integer> beforeContent(HtmlPage page) {
        return page.endTag(page.document().head())
                .map(at -> page.text().indexOf('>', at) + 1)
                .or(() -> page.document().body().childNodes().stream()
                        .filter(node -> node.sourceRange().isTracked()
                                && !node.sourceRange().isImplicit())
                        .map(node -> node.sourceRange().startPos())
                        .findFirst());
    }

    /// Before the block nearest to the middle of the page.
    private static int middle(HtmlPage page) {
        int middle = (position(page, Place.START) + position(page, Place.END)) / 2;
        return page.document().body().getAllElements().stream()
                .filter(PageEdit::takesNotice)
                .flatMap(block -> page.startTag(block).stream())
                .min(Comparator.comparingInt(at -> Math.abs(at - middle)))
                .orElseThrow(
                        () -> ILLEGIBLE.with("the page has no paragraphs; ask for the notice at its start or end"));
    }

    private static boolean takesNotice(Element block) {
        return BLOCKS.contains(block.normalName())
                && block.parents().stream()
                        .takeWhile(around -> !around.normalName().equals("html"))
                        .allMatch(around -> AROUND_BLOCKS.contains(around.normalName()) && !isHidden(around));
    }

    /// What a browser shows of an element, as far as the page itself says so; style sheets are not read.
    static String visible(Element root) {
        StringBuilder out = new StringBuilder();
        root.filter(new NodeFilter() {
            @Override
            public FilterResult head(Node node, int depth) {
                if (node instanceof TextNode text) {
                    out.append(text.text());
                } else if (node instanceof Element element) {
                    if (isHidden(element)) {
                        return FilterResult.SKIP_ENTIRELY;
                    }
                    if (element.normalName().equals("sup")
                            && element.ownText().strip().equals("AI")) {
                        out.append("ᴬᴵ");
                        return FilterResult.SKIP_ENTIRELY;
                    }
                    out.append(element.isBlock() || element.normalName().equals("br") ? "\n" : "");
                }
                return FilterResult.CONTINUE;
            }

            @Override
            public FilterResult tail(Node node, int depth) {
                out.append(node instanceof Element element && element.isBlock() ? "\n" : "");
                return FilterResult.CONTINUE;
            }
        });
        return out.toString().strip();
    }

    private static boolean isHidden(Element element) {
        return UNSEEN.contains(element.normalName().toLowerCase(Locale.ROOT))
                || element.hasAttr("hidden")
                || HIDDEN.matcher(element.attr("style")).find();
    }
}
