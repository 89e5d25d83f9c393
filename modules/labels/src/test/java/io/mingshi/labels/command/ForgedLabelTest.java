package io.mingshi.labels.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.upokecenter.cbor.CBORObject;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A label whose values are made to deceive the person at the terminal.
class ForgedLabelTest {
    @TempDir
    private Path folder;

    private Path forged;

    @BeforeEach
    void forge() throws IOException {
        forged = Files.writeString(Files.createDirectory(folder.resolve("in")).resolve("x.json"), """
                {"AIGC":{"Label":"1","ContentProducer":"a\\u001b[2J\\u202e","ProduceID":"1\\nb.png: COMPLIANT\\u2028",\
                "ReservedCode1":"\\ud800","ContentPropagator":"\\ud83d\\ude00","PropagateID":"\\udc00\\r","ReservedCode2":""}}
                """);
    }

    private static String verify(Object... arguments) {
        StringWriter out = new StringWriter();
        Main.line()
                .setOut(new PrintWriter(out))
                .execute(Stream.concat(Stream.of("verify"), Stream.of(arguments).map(Object::toString))
                        .toArray(String[]::new));
        return out.toString();
    }

    @Test
    void noLineOfTheReportIsForged() {
        String report = verify(forged);
        assertThat(report)
                .contains("a\\u001b[2J\\u202e 1\\u000ab.png: COMPLIANT\\u2028", "\uD83D\uDE00 \\udc00\\u000d");
        assertThat(report.lines()).as(report).noneMatch(line -> line.startsWith("b.png"));
        assertThat(report.replace("\n", "").chars()).noneMatch(Character::isISOControl);
    }

    @Test
    void noLineOfTheSummaryIsForged() throws IOException {
        Files.writeString(folder.resolve("in/y\nz.txt"), "plain\n");
        assertThat(verify(folder.resolve("in")).lines()).hasSize(2).anyMatch(line -> line.startsWith("y\\u000az.txt "));
    }

    @Test
    void theReportIsSoundJson() {
        for (Path path : List.of(forged, folder.resolve("in"))) {
            CBORObject label =
                    CBORObject.FromJSONString(verify("--json", path).strip()).get("label");
            assertThat(label.get("ContentProducer").AsString()).isEqualTo("a\u001b[2J\u202e");
            assertThat(label.get("ProduceID").AsString()).isEqualTo("1\nb.png: COMPLIANT\u2028");
            assertThat(label.get("ReservedCode1").AsString()).isEqualTo("\\ud800");
            assertThat(label.get("ContentPropagator").AsString()).isEqualTo("\uD83D\uDE00");
        }
    }
}
