package io.mingshi.labels.document;

import static org.assertj.core.api.Assertions.assertThat;

import io.mingshi.labels.ExplicitPolicy;
import io.mingshi.labels.ExplicitPolicy.Corner;
import io.mingshi.labels.ExplicitPolicy.Place;
import io.mingshi.labels.LabelException;
import io.mingshi.labels.MediaType;
import io.mingshi.labels.container.Perceived;
import io.mingshi.labels.source.Source;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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

/// Whatever the bytes are, a notice can be seen in what comes out, or the file is refused by name.
///
/// Part of PG-X.2.
class DocumentEditorHostileInputTest {
    /// Held, since the logging of the JDK forgets loggers that nobody holds.
    private static final Logger PDFBOX = Logger.getLogger("org.apache.pdfbox");

    private static final Logger FONTS = Logger.getLogger("org.apache.fontbox");

    private static final DocumentEditor EDITOR = new DocumentEditor();
    private static final List<MediaType> TYPES =
            List.of(MediaType.TEXT, MediaType.MARKDOWN, MediaType.HTML, MediaType.PDF, MediaType.DOCX);
    private static final List<byte[]> FILES =
            List.of(golden("chromium.pdf"), golden("streams.pdf"), golden("story.docx"));

    private static byte[] golden(String name) {
        try (InputStream file =
                DocumentEditorHostileInputTest.class.getResourceAsStream("/io/mingshi/labels/document/" + name)) {
            return file.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @BeforeContainer
    static void keepQuiet() {
        PDFBOX.setLevel(Level.OFF);
        FONTS.setLevel(Level.OFF);
    }

    @Property(tries = 1500)
    void textsAreLabelledOrRefused(@ForAll("words") String text, @ForAll @Size(min = 1) Set<Place> places) {
        for (MediaType type : TYPES) {
            answer(type, text.getBytes(StandardCharsets.UTF_8), EnumSet.copyOf(places));
        }
    }

    @Property(tries = 300)
    void aMutatedFileIsLabelledOrRefused(
            @ForAll @IntRange(max = 2) int which,
            @ForAll @Size(min = 1, max = 6) List<@IntRange(max = 1 << 30) Integer> positions,
            @ForAll @Size(6) List<Byte> values) {
        byte[] file = FILES.get(which).clone();
        for (int i = 0; i < positions.size(); i++) {
            file[positions.get(i) % file.length] = values.get(i);
        }
        answer(which == 2 ? MediaType.DOCX : MediaType.PDF, file, EnumSet.allOf(Place.class));
    }

    private static void answer(MediaType type, byte[] file, Set<Place> places) {
        try {
            assertThat(EDITOR.perceive(type, Source.of(file))).isNotNull();
            ExplicitPolicy policy = new ExplicitPolicy(places, Corner.TOP_LEFT, false, Optional.empty(), false);
            Source edited = EDITOR.edit(type, Source.of(file), policy);
            assertThat(EDITOR.perceive(type, edited)).isInstanceOf(Perceived.Found.class);
            assertThat(EDITOR.edit(type, edited, policy).bytes()).isEqualTo(edited.bytes());
        } catch (LabelException refused) {
            assertThat(refused.code()).isNotEqualTo(LabelException.Code.READ_BACK_FAILED);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Provide
    Arbitrary<String> words() {
        return Arbitraries.of(
                        "一句。",
                        "two. ",
                        "\n\n",
                        "\r\n\r\n",
                        "\n",
                        "```\n",
                        "- item\n",
                        "---\n",
                        "a: 1\n",
                        "> q\n",
                        "# h\n",
                        "【AI生成】",
                        "<p>",
                        "</p>",
                        "<html>",
                        "<head>",
                        "</head>",
                        "<body>",
                        "</body>",
                        "</html>",
                        "<div hidden>",
                        "<table><tr><td>",
                        "<textarea>",
                        "<!--",
                        "-->",
                        "<script>",
                        "<select>",
                        "<svg>",
                        "<frameset>",
                        "<template>",
                        "<plaintext>",
                        "\uFEFF",
                        "&amp;",
                        "[AI]",
                        " ")
                .list()
                .ofMaxSize(14)
                .map(words -> String.join("", words));
    }
}
