package io.mingshi.conformance;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Programs of other people read the labels of delivered files and find the files sound.
class OtherReadersTest {
    @TempDir
    private Path folder;

    @Test
    void exiftoolReadsTheLabelOfADeliveredPng() throws Exception {
        requireTool("exiftool", "libimage-exiftool-perl");
        Work work = Work.image();

        assertThat(run("exiftool", "-b", "-XMP-TC260:AIGC", kept("work.png", work)))
                .contains(work.id());
        assertThat(run("exiftool", "-validate", "-warning", "-a", "-s3", kept("work.png", work)))
                .isEqualTo("OK\n");
    }

    @Test
    void exiftoolReadsTheLabelOfADeliveredEditOfAJpeg() throws Exception {
        requireTool("exiftool", "libimage-exiftool-perl");
        Work work = Work.ofImages(Work.edit(jpeg(), "none", "conformance"));

        assertThat(run("exiftool", "-b", "-XMP-TC260:AIGC", kept("edit", work))).contains(work.id());
    }

    @Test
    void exiftoolReadsTheLabelOfADeliveredWav() throws Exception {
        requireTool("exiftool", "libimage-exiftool-perl");
        Work work = Work.sound();

        assertThat(run("exiftool", "-U", "-b", "-Unknown_AIGC", kept("work.wav", work)))
                .contains(work.id());
    }

    @Test
    void ffprobeReadsDeliveredFilesWithoutComplaint() throws Exception {
        requireTool("ffprobe", "ffmpeg");

        assertThat(probed("width", kept("work.png", Work.image()))).isEqualTo("256\n");
        assertThat(probed("codec_type", kept("work.wav", Work.sound()))).isEqualTo("audio\n");
    }

    private static String probed(String entry, String file) throws Exception {
        return run("ffprobe", "-v", "warning", "-of", "csv=p=0", "-show_entries", "stream=" + entry, file);
    }

    private String kept(String name, Work work) throws IOException {
        return Files.write(folder.resolve(name), work.content()).toString();
    }

    private static byte[] jpeg() throws IOException {
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(200, 200, BufferedImage.TYPE_INT_RGB), "jpeg", bytes);
        return bytes.toByteArray();
    }

    private static void requireTool(String tool, String debianPackage) {
        boolean present = Arrays.stream(System.getenv("PATH").split(File.pathSeparator, -1))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, tool)));
        assumeTrue(present, tool + " is not installed; on Debian: apt-get install " + debianPackage);
    }

    private static String run(String... command) throws Exception {
        Process process =
                new ProcessBuilder(List.of(command)).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(output).isZero();
        return output;
    }
}
