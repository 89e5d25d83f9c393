package io.mingshi.system;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.mingshi.conformance.Provider;
import io.mingshi.conformance.Work;
import io.mingshi.testkit.LocalStack;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The `curl` commands of the README do what the README says: each is run, and the answer that follows it is compared.
class ReadmeTest {
    /// A block of shell with `curl`, and the block of JSON that follows it.
    private static final Pattern EXAMPLE = Pattern.compile(
            "```sh\\n((?:(?!```).)*curl (?:(?!```).)*)```\\s+```json\\n((?:(?!```).)*)```", Pattern.DOTALL);

    private static final String SHOWN_ADDRESS = "http://127.0.0.1:8080";
    private final ObjectMapper json = new ObjectMapper();

    @TempDir
    private Path folder;

    @Test
    void everyCurlAnswersAsShown() throws Exception {
        String readme = Files.readString(LocalStack.root().resolve("README.md"));
        leaveDemoOutput();
        List<MatchResult> examples = EXAMPLE.matcher(readme).results().toList();
        assertThat(examples).as("examples in the README").isNotEmpty();

        for (MatchResult example : examples) {
            JsonNode answer = json.readTree(run(example.group(1)));

            assertSameShape(json.readTree(example.group(2)), answer);
            assertThat(answer.path("verdict"))
                    .isEqualTo(json.readTree(example.group(2)).path("verdict"));
        }
    }

    private void leaveDemoOutput() throws IOException {
        Path output = Files.createDirectories(folder.resolve("demo-output"));
        Files.write(output.resolve("image.png"), Work.image().content());
        Files.write(output.resolve("speech.wav"), Work.sound().content());
    }

    private static void assertSameShape(JsonNode shown, JsonNode answered) {
        assertThat(answered.getNodeType()).isEqualTo(shown.getNodeType());
        shown.properties().forEach(member -> {
            assertThat(answered.has(member.getKey())).as(member.getKey()).isTrue();
            assertSameShape(member.getValue(), answered.path(member.getKey()));
        });
    }

    private String run(String commands) throws Exception {
        Process shell = new ProcessBuilder("sh", "-eu", "-c", commands.replace(SHOWN_ADDRESS, Provider.base()))
                .directory(folder.toFile())
                .start();
        String output = new String(shell.getInputStream().readAllBytes(), UTF_8);
        assertThat(shell.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(shell.exitValue()).as(commands).isZero();
        return output;
    }
}
