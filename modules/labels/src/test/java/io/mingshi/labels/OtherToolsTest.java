package io.mingshi.labels;

import static io.mingshi.labels.Samples.ID;
import static io.mingshi.labels.Samples.PRODUCER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What programs of other people see in the files written here.
class OtherToolsTest {
    private static final String JSON = AigcLabel.generated(PRODUCER, ID).toJson();

    private final LabelEngine engine = new LabelEngine(PRODUCER);

    @TempDir
    private Path folder;

    /// PG-9.1
    @Test
    void exiftoolReadsThePropertyInPngAndJpegAndFindsBothSound() throws Exception {
        requireTool("exiftool", "libimage-exiftool-perl");
        Path png = write("a.png", engine.label(MediaType.PNG, Samples.png(200, 100), ID));
        Path jpeg = write("a.jpg", engine.label(MediaType.JPEG, Samples.jpeg(200, 100), ID));
        for (Path file : List.of(png, jpeg)) {
            assertThat(run("exiftool", "-b", "-XMP-TC260:AIGC", file.toString()))
                    .isEqualTo(JSON);
            assertThat(run("exiftool", "-validate", "-warning", "-a", "-s3", file.toString()))
                    .isEqualTo("OK\n");
        }
    }

    /// PG-10.1
    @Test
    void exiftoolReadsTheChunkInWav() throws Exception {
        requireTool("exiftool", "libimage-exiftool-perl");
        Path wav = write("a.wav", engine.label(MediaType.WAV, Samples.wav(16_000, 1, 16), ID));
        assertThat(run("exiftool", "-U", "-b", "-Unknown_AIGC", wav.toString())).isEqualTo(JSON);
    }

    @Test
    void ffprobeReadsEveryMediaFileWithoutComplaint() throws Exception {
        requireTool("ffprobe", "ffmpeg");
        Path png = write("b.png", engine.label(MediaType.PNG, Samples.png(200, 100), ID));
        Path jpeg = write("b.jpg", engine.label(MediaType.JPEG, Samples.jpeg(200, 100), ID));
        Path wav = write("b.wav", engine.label(MediaType.WAV, Samples.wav(16_000, 1, 16), ID));
        for (Path file : List.of(png, jpeg)) {
            assertThat(run(
                            "ffprobe",
                            "-v",
                            "warning",
                            "-of",
                            "csv=p=0",
                            "-show_entries",
                            "stream=width,height",
                            file.toString()))
                    .isEqualTo("200,100\n");
        }
        assertThat(run(
                        "ffprobe",
                        "-v",
                        "warning",
                        "-of",
                        "csv=p=0",
                        "-show_entries",
                        "stream=duration",
                        wav.toString()))
                .isEqualTo("3.100000\n");
    }

    private Path write(String name, LabeledContent content) throws Exception {
        return Files.write(folder.resolve(name), content.bytes());
    }

    private static void requireTool(String tool, String debianPackage) {
        boolean present = Arrays.stream(System.getenv("PATH").split(File.pathSeparator, -1))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, tool)));
        assumeTrue(present, tool + " is not installed; on Debian: apt-get install " + debianPackage);
    }

    private static String run(String... command) throws Exception {
        Process process = new ProcessBuilder(new ArrayList<>(List.of(command)))
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(output).isZero();
        return output;
    }
}
