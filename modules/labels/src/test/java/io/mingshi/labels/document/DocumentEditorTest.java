package io.mingshi.labels.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.mingshi.labels.ExplicitPolicy;
import io.mingshi.labels.ExplicitPolicy.Corner;
import io.mingshi.labels.ExplicitPolicy.Place;
import io.mingshi.labels.ExplicitWording;
import io.mingshi.labels.LabelException;
import io.mingshi.labels.LabelException.Code;
import io.mingshi.labels.MediaType;
import io.mingshi.labels.container.Perceived;
import io.mingshi.labels.source.Source;
import io.mingshi.testkit.Requirement;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class DocumentEditorTest {
    private static final Set<Place> ALL = EnumSet.allOf(Place.class);

    private final DocumentEditor editor = new DocumentEditor();

    private static ExplicitPolicy at(Set<Place> places) {
        return new ExplicitPolicy(places, Corner.BOTTOM_RIGHT, false, Optional.empty(), false);
    }

    private String edit(MediaType type, String text, Set<Place> places) {
        try {
            Source file = Source.of(text.getBytes(StandardCharsets.UTF_8));
            Source edited = editor.edit(type, file, at(places));
            assertThat(editor.edit(type, edited, at(places)).bytes()).isEqualTo(edited.bytes());
            assertThat(editor.perceive(type, edited)).isInstanceOf(Perceived.Found.class);
            return new String(edited.bytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void assertRefused(Code code, MediaType type, String text, Set<Place> places) {
        assertThatExceptionOfType(LabelException.class)
                .isThrownBy(() -> editor.edit(type, Source.of(text.getBytes(StandardCharsets.UTF_8)), at(places)))
                .satisfies(refused -> assertThat(refused.code()).isEqualTo(code));
    }

    @Requirement({"GB-5.0", "LAB-04.1"})
    @ParameterizedTest
    @EnumSource
    void everyPlaceOfATextCanCarryTheNoticeWithBothElements(Place place) {
        assertThat(ExplicitWording.conforms(Notice.at(place))).isTrue();
        String text = edit(MediaType.TEXT, "First.\n\nSecond.\n\nThird.", Set.of(place));
        assertThat(text)
                .isEqualTo(
                        switch (place) {
                            case START -> Notice.START + "\n\nFirst.\n\nSecond.\n\nThird.";
                            case MIDDLE -> "First.\n\n" + Notice.MIDDLE + "\n\nSecond.\n\nThird.";
                            case END -> "First.\n\nSecond.\n\nThird.\n\n" + Notice.END + "\n";
                        });
    }

    @Test
    void allPlacesAtOnceAndTheLineBreaksOfTheText() {
        assertThat(edit(MediaType.TEXT, "\uFEFFa\r\n\r\nb\r\n", ALL))
                .isEqualTo("\uFEFF" + Notice.START + "\r\n\r\na\r\n\r\n" + Notice.MIDDLE + "\r\n\r\nb\r\n\r\n"
                        + Notice.END + "\r\n");
    }

    @Test
    void withoutParagraphsTheMiddleIsTheEndOfASentence() {
        assertThat(edit(MediaType.TEXT, "一句。两句。三句很长很长。", Set.of(Place.MIDDLE)))
                .isEqualTo("一句。两句。" + Notice.MIDDLE + "三句很长很长。");
        assertRefused(Code.ILLEGIBLE, MediaType.TEXT, "no break at all", Set.of(Place.MIDDLE));
    }

    @Test
    void proseThatSpeaksOfTheSubjectIsLabelledAllTheSame() {
        assertThat(edit(MediaType.TEXT, "AI生成技术", Set.of(Place.START))).startsWith(Notice.START);
    }

    @Test
    void anEmptyTextIsANotice() {
        assertThat(edit(MediaType.TEXT, "", Set.of(Place.START))).isEqualTo(Notice.START + "\n\n");
    }

    @Test
    void markdownHasTheNoticeBelowItsFrontMatterAndOutsideOfCode() {
        String matter = "---\ntitle: x\n---\n";
        String text =
                "# Title\n\n```\ncode\n\ncode\n\nmore code\n```\n\n- item\n\n- item\n\nLast words, some more than before them all.\n";
        assertThat(edit(MediaType.MARKDOWN, matter + text, ALL))
                .isEqualTo(matter + "> " + Notice.START + "\n\n"
                        + text.replace("Last", "> " + Notice.MIDDLE + "\n\nLast") + "\n> " + Notice.END + "\n");
    }

    @Test
    void aPageHasTheNoticeAsAVisibleParagraph() {
        String page =
                "<html><head><meta charset=utf-8></head><body class=x><div><p>one</p><p>two</p></div><table><tr><td><p>x</table></body></html>";
        String edited = edit(MediaType.HTML, page, ALL);
        assertThat(edited.replaceAll("<p role=\"note\".*?</p>", "|"))
                .isEqualTo(page.replace("<div>", "|<div>")
                        .replace("<table>", "|<table>")
                        .replace("</body>", "|</body>"));
        assertThat(Jsoup.parse(edited).select("body > p[role=note]").eachText())
                .containsExactly(Notice.START, Notice.MIDDLE, Notice.END);
        assertThat(edited).contains("color:#000!important").contains("background:#fff!important");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "just text",
                "<p>a<p>b",
                "<!doctype html><title>x</title><h1>y</h1>",
                "<head></head>\n<p>x",
                "<body>"
            })
    void aPageWithFewTagsIsLabelledToo(String page) {
        String edited = edit(MediaType.HTML, page, Set.of(Place.START, Place.END));
        assertThat(edited.replaceAll("<p role=\"note\".*?</p>", "")).isEqualTo(page);
        assertThat(edited).doesNotContain(Notice.START);
        assertThat(Jsoup.parse(edited).text()).contains(Notice.START).contains(Notice.END);
    }

    @Test
    void whatAPageHidesIsNoNotice() throws Exception {
        for (String hidden : new String[] {
            "<p hidden>%s</p>",
            "<div style='display: none'><p>%s</p></div>",
            "<script>'%s'</script>",
            "<!-- %s -->",
            "<template>%s</template>"
        }) {
            String page = "<body>" + hidden.formatted("【AI生成】") + "<p>text</p>";
            assertThat(editor.perceive(MediaType.HTML, Source.of(page.getBytes(StandardCharsets.UTF_8))))
                    .isInstanceOf(Perceived.NotFound.class);
        }
        String mark = "<body><p>text<sup>AI</sup></p>";
        assertThat(editor.perceive(MediaType.HTML, Source.of(mark.getBytes(StandardCharsets.UTF_8))))
                .isEqualTo(new Perceived.Found("corner mark at the end", Optional.empty()));
        assertRefused(Code.ILLEGIBLE, MediaType.HTML, "<body hidden>", Set.of(Place.START));
    }

    @ParameterizedTest
    @EnumSource(names = {"JSON", "XLSX", "PPTX", "PNG"})
    void formatsWithoutAPlaceForANoticeAreRefusedByName(MediaType type) throws Exception {
        assertRefused(Code.UNSUPPORTED, type, "{}", Set.of(Place.START));
        assertThat(editor.perceive(type, Source.of(new byte[0]))).isInstanceOf(Perceived.NotChecked.class);
    }

    @Test
    void aPolicyOfNoLabelChangesNothing() throws Exception {
        Source file = Source.of(new byte[] {1, 2, 3});
        assertThat(editor.edit(MediaType.TEXT, file, ExplicitPolicy.NONE)).isSameAs(file);
    }

    @Test
    void whatIsNotUtf8IsRefusedAndAnswered() throws Exception {
        byte[] latin1 = "\u00E9".getBytes(StandardCharsets.ISO_8859_1);
        for (MediaType type :
                Arrays.asList(MediaType.TEXT, MediaType.MARKDOWN, MediaType.HTML, MediaType.PDF, MediaType.DOCX)) {
            assertThat(editor.perceive(type, Source.of(latin1))).isInstanceOf(Perceived.NotChecked.class);
            assertThatExceptionOfType(LabelException.class)
                    .isThrownBy(() -> editor.edit(type, Source.of(latin1), ExplicitPolicy.STANDARD));
        }
    }
}
