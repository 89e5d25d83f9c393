package io.mingshi.labels.container.document;

import static io.mingshi.labels.container.document.Labelled.JSON;
import static io.mingshi.labels.container.document.Labelled.golden;
import static io.mingshi.labels.container.document.Labelled.utf8;
import static org.assertj.core.api.Assertions.assertThat;

import io.mingshi.labels.LabelException;
import io.mingshi.labels.container.Container;
import io.mingshi.labels.container.LabelSite.Place;
import io.mingshi.labels.container.Sightings;
import io.mingshi.labels.source.Source;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.lifecycle.BeforeContainer;

/// Whatever the bytes are, reading answers and labelling labels or refuses by name.
///
/// Part of PG-X.2.
class DocumentHostileInputTest {
    /// Held, since the logging of the JDK forgets loggers that nobody holds.
    private static final Logger PDFBOX = Logger.getLogger("org.apache.pdfbox");

    private static final List<Container> CONTAINERS = List.of(
            new PdfContainer(),
            new OfficeContainer(),
            new MarkdownContainer(),
            new HtmlContainer(),
            new JsonContainer());

    private static final List<byte[]> FILES = List.of(
            Labelled.with(CONTAINERS.get(0), golden("chromium.pdf")),
            Labelled.with(CONTAINERS.get(0), golden("streams.pdf")),
            Labelled.with(CONTAINERS.get(1), golden("figures.xlsx")),
            Labelled.with(CONTAINERS.get(2), utf8("---\ntitle: x\n---\n# A\n\ntext\n")),
            Labelled.with(
                    CONTAINERS.get(3),
                    utf8(
                            "<!doctype html><html><head><meta charset=utf-8><title>x</title></head><body><p>a</p></body></html>")),
            Labelled.with(CONTAINERS.get(4), utf8("{\n \"a\": [1, {\"b\": \"\\u00e9\"}],\n \"c\": true\n}")));

    @BeforeContainer
    static void keepQuiet() {
        PDFBOX.setLevel(Level.OFF);
    }

    @Property(tries = 1500)
    void randomBytesBehindAKnownHeadAreAnswered(@ForAll("heads") String head, @ForAll byte[] tail) {
        byte[] start = utf8(head);
        byte[] file = Arrays.copyOf(start, start.length + tail.length);
        System.arraycopy(tail, 0, file, start.length, tail.length);
        CONTAINERS.forEach(container -> answer(container, file));
    }

    @Property(tries = 1500)
    void textsOfTheFormatsOwnWordsAreAnswered(@ForAll("words") String text) {
        CONTAINERS.forEach(container -> answer(container, utf8(text)));
    }

    @Property(tries = 600)
    void aTruncatedFileIsAnswered(@ForAll @IntRange(max = 5) int which, @ForAll("shares") double share) {
        byte[] whole = FILES.get(which);
        byte[] cut = Arrays.copyOf(whole, (int) (share * whole.length));
        CONTAINERS.forEach(container -> answer(container, cut));
        if (which != 3 && which != 4) {
            Container container = CONTAINERS.get(which < 2 ? 0 : which - 1);
            Sightings sightings = Labelled.read(container, cut);
            assertThat(sightings.flaws().size() + sightings.unread().size()).isPositive();
        }
    }

    @Property(tries = 1500)
    void aMutatedFileIsAnswered(
            @ForAll @IntRange(max = 5) int which,
            @ForAll @Size(min = 1, max = 6) List<@IntRange(max = 1 << 30) Integer> places,
            @ForAll @Size(6) List<Byte> values) {
        byte[] file = FILES.get(which).clone();
        for (int i = 0; i < places.size(); i++) {
            int reach = i % 2 == 0 ? file.length : Math.min(file.length, 1500);
            file[file.length - 1 - places.get(i) % reach] = values.get(i);
        }
        CONTAINERS.forEach(container -> answer(container, file));
    }

    /// Whatever is labelled reads as labelled once, in the right place; whatever is not is refused by name.
    private static void answer(Container container, byte[] file) {
        try {
            assertThat(container.read(Source.of(file))).isNotNull();
            byte[] labelled = container.label(Source.of(file), JSON).bytes();
            Sightings sightings = container.read(Source.of(labelled));
            assertThat(sightings.sites()).singleElement().satisfies(site -> {
                assertThat(site.place()).isEqualTo(Place.PRESCRIBED);
                assertThat(site.text()).isEqualTo(JSON);
            });
            assertThat(sightings.flaws()).isEmpty();
        } catch (LabelException refused) {
            assertThat(refused.code()).isNotEqualTo(LabelException.Code.READ_BACK_FAILED);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Provide
    Arbitrary<String> heads() {
        return Arbitraries.of(
                "",
                "%PDF-1.4\n",
                "PK\u0003\u0004",
                "---\nAIGC:\n",
                "<html><head><meta name=AIGC ",
                "{\"AIGC\":",
                "\uFEFF",
                "%PDF-1.7\n1 0 obj\n<</AIGC(");
    }

    @Provide
    Arbitrary<String> words() {
        return Arbitraries.of(
                        "---",
                        "\n",
                        "\r\n",
                        " ",
                        "AIGC",
                        ":",
                        "\"",
                        "'",
                        "{",
                        "}",
                        "[",
                        "]",
                        ",",
                        "\\",
                        "#",
                        "- ",
                        "a",
                        "1",
                        "<",
                        ">",
                        "<html>",
                        "<head>",
                        "</head>",
                        "<body>",
                        "</body>",
                        "<template>",
                        "<svg>",
                        "<title>",
                        "<script>",
                        "<textarea>",
                        "<noscript>",
                        "<!--",
                        "-->",
                        "<meta name=AIGC content=x>",
                        "<meta charset=utf-8>",
                        "<select>",
                        "<table>",
                        "<frameset>",
                        "<!doctype html>",
                        "\uFEFF",
                        "&",
                        "|",
                        "\0")
                .list()
                .ofMaxSize(14)
                .map(words -> String.join("", words));
    }

    @Provide
    Arbitrary<Double> shares() {
        return Arbitraries.doubles().between(0.0, true, 1.0, false).ofScale(4);
    }
}
