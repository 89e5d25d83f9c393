package io.mingshi.labels.container.document;

import static io.mingshi.labels.container.document.Labelled.JSON;
import static io.mingshi.labels.container.document.Labelled.OTHER;
import static io.mingshi.labels.container.document.Labelled.read;
import static io.mingshi.labels.container.document.Labelled.sites;
import static io.mingshi.labels.container.document.Labelled.utf8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.mingshi.labels.LabelException;
import io.mingshi.labels.container.LabelSite.Place;
import io.mingshi.labels.source.Source;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HtmlContainerTest {
    private static final String TAG = "<meta name=\"AIGC\" content=\"" + escaped(JSON) + "\"/>";
    private static final String OLD = "<META content='" + escaped(OTHER).replace("'", "&#39;") + "' NAME=aigc>";

    private final HtmlContainer container = new HtmlContainer();

    private static String escaped(String json) {
        return json.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<html><head>|<title>x</title></head><body>a</body></html>",
                "<html lang=en>|<body><p>a",
                "<html>\r\n<HEAD >\r\n<meta charset='utf-8'>|<title>x</title>",
                "<head>|<title>x</title></head>",
                "|just text, and 中文",
                "<?xml version='1.0' encoding='UTF-8'?>|<p>x</p>",
                "<html>|<!-- c --><frameset></frameset>"
            })
    void theTagStandsInTheHeadAndNothingElseChanges(String page) {
        assertThat(Labelled.with(container, page.replace("|", ""))).isEqualTo(page.replace("|", TAG));
        assertThat(Labelled.with(container, "\uFEFF" + page.replace("|", "")))
                .isEqualTo("\uFEFF" + page.replace("|", TAG));
    }

    @Test
    void theTagStandsBehindTheDoctype() {
        assertThat(Labelled.with(container, "<!-- c -->\n<!DOCTYPE html><p>x"))
                .isEqualTo("<!-- c -->\n<!DOCTYPE html>" + TAG + "<p>x");
    }

    @Test
    void everyOlderLabelGoesWhereverItStands() {
        String page = "<head>%s<title>x</title></head><body>%s<p>a</p><!-- %s --></body>";
        String old = page.formatted(OLD, OLD, "AIGC: " + OTHER);
        assertThat(sites(container, utf8(old)))
                .extracting(site -> site.place())
                .containsExactly(Place.MISPLACED, Place.MISPLACED, Place.MISPLACED);
        assertThat(sites(container, utf8(old))).extracting(site -> site.text()).containsOnly(OTHER);
        assertThat(Labelled.with(container, old))
                .isEqualTo("<head>" + TAG + "<title>x</title></head><body><p>a</p></body>");
    }

    @Test
    void labellingTwiceChangesNothing() {
        String once = Labelled.with(container, "<!doctype html>\n<title>x</title>\n<p>y");
        assertThat(Labelled.with(container, once)).isEqualTo(once);
    }

    @Test
    void scriptsAndTextsThatSpeakOfLabelsAreContent() {
        String page =
                "<head><script>var x = '<meta name=\"AIGC\">';</script></head><p>{\"AIGC\":{}}</p><!-- the AIGC {label} of this page is in its head -->";
        assertThat(sites(container, utf8(page))).isEmpty();
        assertThat(Labelled.with(container, page)).isEqualTo(page.replace("<head>", "<head>" + TAG));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<meta charset=gbk>",
                "<meta http-equiv=Content-Type content='text/html; charset=GB2312'>",
                "<?xml version='1.0' encoding='big5'?>"
            })
    void anotherEncodingIsRefusedByName(String declaration) {
        assertThatExceptionOfType(LabelException.class)
                .isThrownBy(() -> container.label(Source.of(utf8(declaration + "<p>x")), JSON))
                .satisfies(refused -> assertThat(refused.code()).isEqualTo(LabelException.Code.UNSUPPORTED));
    }

    @Test
    void whatIsNotUtf8IsAFlawAndIsRefused() {
        byte[] page = "<p>\u00E9".getBytes(StandardCharsets.ISO_8859_1);
        assertThat(read(container, page).flaws()).isNotEmpty();
        assertThatExceptionOfType(LabelException.class).isThrownBy(() -> container.label(Source.of(page), JSON));
    }

    @Test
    void aPageOfTooManyTagsIsRefusedByName() {
        for (String text : new String[] {"<p>".repeat(HtmlPage.MAX_TAGS + 1), "<div>".repeat(1000)}) {
            byte[] page = utf8(text);
            assertThat(read(container, page).unread()).isNotEmpty();
            assertThatExceptionOfType(LabelException.class)
                    .isThrownBy(() -> container.label(Source.of(page), JSON))
                    .satisfies(refused -> assertThat(refused.code()).isEqualTo(LabelException.Code.TOO_LARGE));
        }
    }
}
