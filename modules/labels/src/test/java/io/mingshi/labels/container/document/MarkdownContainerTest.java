package io.mingshi.labels.container.document;

import static io.mingshi.labels.container.document.Labelled.JSON;
import static io.mingshi.labels.container.document.Labelled.OTHER;
import static io.mingshi.labels.container.document.Labelled.read;
import static io.mingshi.labels.container.document.Labelled.sites;
import static io.mingshi.labels.container.document.Labelled.utf8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.mingshi.labels.LabelException;
import io.mingshi.labels.source.Source;
import io.mingshi.testkit.Requirement;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Requirement("PG-8.3")
class MarkdownContainerTest {
    private static final String ENTRY = """
            AIGC:
              Label: "1"
              ContentProducer: "001191000000000000000K10001"
              ProduceID: "a'b\\"c#:&<1>"
              ReservedCode1: ""
              ContentPropagator: ""
              PropagateID: ""
              ReservedCode2: ""
            """;

    private static final String OLD = """
            AIGC:
                Label: 2   # may be

                ContentProducer: 'somebody'
              # odd comment
                ProduceID: plain text
            """;

    private final MarkdownContainer container = new MarkdownContainer();

    @TempDir
    private Path folder;

    @Test
    void frontMatterIsCreatedWhereThereIsNone() {
        assertThat(Labelled.with(container, "# Title\n\ntext")).isEqualTo("---\n" + ENTRY + "---\n# Title\n\ntext");
        assertThat(Labelled.with(container, "")).isEqualTo("---\n" + ENTRY + "---\n");
        assertThat(Labelled.with(container, "---\nno end")).isEqualTo("---\n" + ENTRY + "---\n---\nno end");
    }

    @Test
    void otherLinesOfFrontMatterStay() {
        String others =
                "title: \"a: b\"\ntags:\n- x\n- y # AIGC\ntext: |\n  AIGC: no\n\n  more\nlist: [\n  1\n]\n'k k': 2\n";
        assertThat(Labelled.with(container, "---\n" + others + "...\nbody"))
                .isEqualTo("---\n" + ENTRY + others + "...\nbody");
        assertThat(Labelled.with(container, "--- \na: 1\n" + OLD + "b: 2\n\"AIGC\": {\"Label\":\"1\"}\n---"))
                .isEqualTo("--- \n" + ENTRY + "a: 1\nb: 2\n---");
    }

    @Test
    void byteOrderMarkAndLineBreaksStay() {
        assertThat(Labelled.with(container, "\uFEFF---\r\na: 1\r\n---\r\n"))
                .isEqualTo("\uFEFF---\r\n" + ENTRY.replace("\n", "\r\n") + "a: 1\r\n---\r\n");
        assertThat(Labelled.with(container, "\uFEFFa\r\nb\n"))
                .isEqualTo("\uFEFF---\r\n" + ENTRY.replace("\n", "\r\n") + "---\r\na\r\nb\n");
    }

    @Test
    void labellingTwiceChangesNothing() {
        String once = Labelled.with(container, "---\na: 1\n---\ntext");
        assertThat(Labelled.with(container, once)).isEqualTo(once);
    }

    @Test
    void aMapIsReadAsTheObjectThatItStandsFor() {
        assertThat(sites(container, utf8("---\n" + OLD + "---\n")).getFirst().text())
                .isEqualTo("{\"Label\":2,\"ContentProducer\":\"somebody\",\"ProduceID\":\"plain text\"}");
        assertThat(sites(container, utf8("---\nAIGC: " + OTHER + "\n---\n"))
                        .getFirst()
                        .text())
                .isEqualTo(OTHER);
        assertThat(sites(container, utf8("---\nAIGC:\n  Label: 1\nAIGC:\n  Label: 1\n---\n")))
                .hasSize(2);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '|',
            value = {
                "true, null",
                "~, null",
                "007, null",
                "1.5, 1.5",
                "2026-01-01, null",
                "'it''s' # c, \"it's\"",
                "\"\\u0041\", \"A\""
            })
    void scalarsHaveTheTypeThatYamlGivesThem(String yaml, String json) {
        assertThat(sites(container, utf8("---\nAIGC:\n  Label: " + yaml + "\n---\n"))
                        .getFirst()
                        .text())
                .isEqualTo("{\"Label\":" + json + "}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "AIGC: |\n  x",
                "AIGC: &a\n  Label: 1",
                "AIGC:\n  Label:\n    x: 1",
                "{AIGC: {Label: 1}}",
                "AIGC:\n  - x",
                "? AIGC\n: x",
                "AIGC: \"a"
            })
    void anEntryThatIsNotUnderstoodIsNotNoLabel(String matter) {
        assertThat(read(container, utf8("---\n" + matter + "\n---\n")).unread()).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"---\nA heading\n---\n", "---\n{a: 1}\n---\n", "---\n- a\n---\n", "+++\na = 1\n+++\n"})
    void frontMatterThatIsNoPlainMapIsRefused(String text) {
        assertThatExceptionOfType(LabelException.class).isThrownBy(() -> container.label(Source.of(utf8(text)), JSON));
    }

    @Test
    void longLinesCostNoTime() {
        String spaces = "---\na" + " ".repeat(2_000_000) + "\nAIGC:\n  L" + " ".repeat(60_000) + "#\n  \""
                + "\\\"".repeat(30_000) + "\n---\n";
        assertThat(read(container, utf8(spaces)).sites()).isEmpty();
        String dashes = "---\n" + "\n".repeat(2_000_000);
        assertThat(read(container, utf8(dashes)).sites()).isEmpty();
    }

    @Test
    void anotherYamlReaderGivesBackTheSameStrings() throws Exception {
        OtherTool.require("python3", "python3");
        OtherTool.requirePythonModule("yaml", "python3-yaml");
        Path file = Files.writeString(folder.resolve("a.md"), Labelled.with(container, "---\ntitle: x\n---\ntext"));
        String program =
                "import yaml,json,sys; print(json.dumps(next(yaml.safe_load_all(open(sys.argv[1])))['AIGC'],separators=(',',':')))";
        assertThat(OtherTool.run("python3", "-c", program, file.toString()).strip())
                .isEqualTo(JSON);
    }
}
