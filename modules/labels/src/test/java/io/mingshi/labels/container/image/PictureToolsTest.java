package io.mingshi.labels.container.image;

import static io.mingshi.labels.container.image.PictureFiles.JSON;
import static io.mingshi.labels.container.image.PictureFiles.bytes;
import static io.mingshi.labels.container.image.PictureFiles.container;
import static io.mingshi.labels.container.image.PictureFiles.latin1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.mingshi.labels.source.Source;
import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What programs of other people see in the labelled pictures.
class PictureToolsTest {
    private static final List<String> NAMES = PictureFiles.NAMES;

    @TempDir
    private Path folder;

    private Path file(String name, byte[] content) throws Exception {
        return Files.write(folder.resolve(name), content);
    }

    private Path labelled(String name) throws Exception {
        Source twice = container(name).label(container(name).label(Source.of(bytes(name)), "{\"Label\":\"3\"}"), JSON);
        return file("labelled-" + name, twice.bytes());
    }

    @ParameterizedTest
    @FieldSource("NAMES")
    void exiftoolReadsThePropertyAndFindsNothingNewToComplainOf(String name) throws Exception {
        requireTool("exiftool", "libimage-exiftool-perl");
        Path labelled = labelled(name);
        assertThat(run("exiftool", "-b", "-XMP-TC260:AIGC", labelled.toString()))
                .isEqualTo(JSON);
        Path before = file(name, bytes(name));
        assertThat(complaints(labelled)).isEqualTo(complaints(before));
    }

    /// The guide for pictures wants the packet in a TIFF file as type 7, exiftool wants it as type 1.
    private static List<String> complaints(Path file) throws Exception {
        return run("exiftool", "-validate", "-warning", "-a", "-s3", file.toString())
                .lines()
                .filter(line -> !line.matches("OK|\\d+ Warnings?.*"))
                .filter(line -> !line.equals("Non-standard format (undef) for IFD0 0x02bc ApplicationNotes"))
                .toList();
    }

    /// Part of PG-9.1: pixels of all frames, decoded by ImageMagick and hashed.
    @ParameterizedTest
    @FieldSource("NAMES")
    void thePixelsOfEveryFrameAreTheSame(String name) throws Exception {
        requireTool("identify", "imagemagick");
        String format = "%m %w %h %X %Y %T %D %#\n";
        Path before = file(name, bytes(name));
        assertThat(run("identify", "-quiet", "-format", format, labelled(name).toString()))
                .isEqualTo(run("identify", "-quiet", "-format", format, before.toString()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"lossy.webp", "lossless.webp", "alpha-lossy.webp", "alpha-lossless.webp", "animated.webp"})
    void webpmuxSeesTheMetadataInASoundFile(String name) throws Exception {
        requireTool("webpmux", "webp");
        String info = run("webpmux", "-info", labelled(name).toString());
        assertThat(info).contains("XMP metadata");
        assertThat(info).contains(name.startsWith("animated") ? "128 x 96" : "96 x 64");
        if (name.startsWith("alpha-")) {
            assertThat(info).contains("transparency");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"animated.gif", "disposal.gif"})
    void ffprobeCountsAsManyFramesAsBefore(String name) throws Exception {
        requireTool("ffprobe", "ffmpeg");
        assertThat(frames(labelled(name))).isEqualTo(frames(file(name, bytes(name))));
    }

    private static String frames(Path file) throws Exception {
        return run(
                "ffprobe",
                "-v",
                "warning",
                "-count_frames",
                "-of",
                "csv=p=0",
                "-show_entries",
                "stream=nb_read_frames",
                file.toString());
    }

    @Test
    void exiftoolPutsStandardPacketAndExtensionTogether() throws Exception {
        requireTool("exiftool", "libimage-exiftool-perl");
        String source = "s".repeat(64_900);
        String large = PictureFiles.packet("<dc:source>" + source + "</dc:source>");
        byte[] jpeg =
                PictureFiles.withSegment(bytes("made.jpg"), 0xE1, latin1("http://ns.adobe.com/xap/1.0/\0" + large));
        Path labelled = file(
                "large.jpg", new JpegContainer().label(Source.of(jpeg), JSON).bytes());
        assertThat(run("exiftool", "-b", "-XMP-dc:Source", labelled.toString())).isEqualTo(source);
        assertThat(run("exiftool", "-b", "-XMP-TC260:AIGC", labelled.toString()))
                .isEqualTo(JSON);
        assertThat(complaints(labelled)).isEmpty();
    }

    static void requireTool(String tool, String debianPackage) {
        boolean present = Arrays.stream(System.getenv("PATH").split(File.pathSeparator, -1))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, tool)));
        assumeTrue(present, tool + " is not installed; on Debian: apt-get install " + debianPackage);
    }

    static String run(String... command) throws Exception {
        Process process =
                new ProcessBuilder(List.of(command)).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(output).isZero();
        return output;
    }
}
