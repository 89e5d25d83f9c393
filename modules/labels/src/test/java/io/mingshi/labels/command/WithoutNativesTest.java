package io.mingshi.labels.command;

import static io.mingshi.labels.Samples.PRODUCER;
import static org.assertj.core.api.Assertions.assertThat;

import io.mingshi.labels.Samples;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The library where the optional jars with native code are missing: in a process of its own, without them.
class WithoutNativesTest {
    @TempDir
    private Path folder;

    @Test
    void pictureAndSoundAreLabelledAndTheRestSaysWhatIsMissing() throws Exception {
        Path from = Files.createDirectory(folder.resolve("from"));
        Files.write(from.resolve("a.png"), Samples.png(300, 200));
        Files.write(from.resolve("b.jpg"), Samples.jpeg(300, 200));
        Files.write(from.resolve("c.wav"), Samples.wav(16_000, 1, 16));
        try (InputStream webp = getClass().getResourceAsStream("/io/mingshi/labels/image/lossy.webp")) {
            Files.write(from.resolve("d.webp"), Objects.requireNonNull(webp).readAllBytes());
        }
        String output =
                run("label", from.toString(), "-o", folder.resolve("to").toString(), "--producer", PRODUCER.value());
        assertThat(output.lines().filter(line -> line.contains("LABELLED"))).hasSize(3);
        assertThat(output).contains("WebP needs OpenCV").doesNotContain("Exception");
        assertThat(run("verify", folder.resolve("to").toString()).lines().filter(line -> line.contains(" COMPLIANT ")))
                .hasSize(3);
    }

    private static String run(String... arguments) throws IOException, InterruptedException {
        String path = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                .filter(entry -> !entry.contains("bytedeco"))
                .collect(Collectors.joining(File.pathSeparator));
        List<String> command = Stream.concat(
                        Stream.of(
                                Path.of(System.getProperty("java.home"), "bin", "java")
                                        .toString(),
                                "-Djava.awt.headless=true",
                                "-cp",
                                path,
                                Main.class.getName()),
                        Arrays.stream(arguments))
                .toList();
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return output;
    }
}
