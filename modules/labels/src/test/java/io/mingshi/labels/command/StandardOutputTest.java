package io.mingshi.labels.command;

import static io.mingshi.labels.Samples.PRODUCER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.mingshi.labels.LabelVerifier;
import io.mingshi.labels.Verdict;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the program writes to standard output, in a process of its own.
class StandardOutputTest {
    private static final Path FULL = Path.of("/dev/full");

    @TempDir
    private Path folder;

    private Path text;

    private record Ended(int status, String messages) {}

    @BeforeEach
    void text() throws IOException {
        text = Files.writeString(folder.resolve("x.md"), "# Title\n");
    }

    private Ended run(Path output, String... arguments) throws IOException, InterruptedException {
        List<String> command = Stream.concat(
                        Stream.of(
                                Path.of(System.getProperty("java.home"), "bin", "java")
                                        .toString(),
                                "--enable-native-access=ALL-UNNAMED",
                                "-cp",
                                System.getProperty("java.class.path"),
                                Main.class.getName()),
                        Stream.of(arguments))
                .toList();
        Process process =
                new ProcessBuilder(command).redirectOutput(output.toFile()).start();
        String messages = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return new Ended(process.exitValue(), messages);
    }

    @Test
    void aFileGoesToStandardOutput() throws Exception {
        Path out = folder.resolve("out.md");
        Ended ended = run(out, "label", text.toString(), "-o", "-", "--producer", PRODUCER.value());
        assertThat(ended.status()).as(ended.messages()).isZero();
        assertThat(new LabelVerifier().verify(out).verdict()).isEqualTo(Verdict.COMPLIANT);
    }

    @Test
    void whatCannotBeWrittenIsNoSuccess() throws Exception {
        assumeTrue(Files.exists(FULL), "this system has no device that is always full");
        Ended labelled = run(FULL, "label", text.toString(), "-o", "-", "--producer", PRODUCER.value());
        assertThat(labelled.messages()).startsWith("mingshi: standard output could not be written: ");
        assertThat(labelled.messages().lines()).hasSize(1);
        assertThat(labelled.status()).isEqualTo(1);
        Path out = folder.resolve("out.md");
        run(out, "label", text.toString(), "-o", "-", "--producer", PRODUCER.value());
        Ended verified = run(FULL, "verify", out.toString());
        assertThat(verified.messages()).startsWith("mingshi: standard output could not be written");
        assertThat(verified.messages().lines()).hasSize(1);
        assertThat(verified.status()).isEqualTo(1);
    }
}
