package io.mingshi.labels.container.film;

import static io.mingshi.labels.container.film.Films.JSON;
import static io.mingshi.labels.container.film.Tools.run;
import static org.assertj.core.api.Assertions.assertThat;

import io.mingshi.testkit.Requirement;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What programs of other people see in labelled films and pictures.
class FilmToolsTest {
    static final List<String> FILMS = Films.FILMS;
    static final List<String> PICTURES = Films.PICTURES;

    @TempDir
    private Path folder;

    private Path original(String name) throws Exception {
        return Files.write(folder.resolve("original-" + name), Films.bytes(name));
    }

    private Path labelled(String name) throws Exception {
        return Files.write(folder.resolve(name), Films.labelled(name));
    }

    /// The packets of all streams as they are stored, and everything that decoding them complains about.
    private static String streams(Path film) throws Exception {
        String output = run(
                "ffmpeg",
                "-v",
                "warning",
                "-i",
                film.toString(),
                "-map",
                "0",
                "-c",
                "copy",
                "-f",
                "streamhash",
                "-",
                "-map",
                "0",
                "-f",
                "null",
                "-");
        return output.replaceAll("@ 0x[0-9a-f]+", "").replace(film.toString(), "");
    }

    @Requirement("PG-7.1")
    @ParameterizedTest
    @FieldSource("FILMS")
    void ffmpegDecodesTheSameStreams(String name) throws Exception {
        Tools.require("ffmpeg", "ffmpeg");
        String before = streams(original(name));
        assertThat(before).contains("SHA256=");
        assertThat(streams(labelled(name))).isEqualTo(before);
    }

    @ParameterizedTest
    @FieldSource("FILMS")
    void ffprobeShowsTheLabelAndAllThatWasThere(String name) throws Exception {
        Tools.require("ffprobe", "ffmpeg");
        List<String> before = tags(original(name));
        List<String> after = tags(labelled(name));
        assertThat(after).contains("TAG:AIGC=" + JSON);
        assertThat(after)
                .containsAll(before.stream()
                        .filter(line -> !line.contains("lastkeyframelocation"))
                        .toList());
    }

    private static List<String> tags(Path film) throws Exception {
        return run("ffprobe", "-v", "error", "-show_entries", "format_tags", "-of", "default=nw=1", film.toString())
                .lines()
                .toList();
    }

    @ParameterizedTest
    @FieldSource("FILMS")
    void mediainfoShowsTheLabel(String name) throws Exception {
        Tools.require("mediainfo", "mediainfo");
        assertThat(run("mediainfo", labelled(name).toString())).containsPattern("AIGC +: \\Q" + JSON + "\\E");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "plain.mp4",
                "faststart.mp4",
                "fragments.mp4",
                "itunes.mp4",
                "plain.mov",
                "camera.mov",
                "sound.m4a"
            })
    void exiftoolShowsTheLabelAmongTheKeys(String name) throws Exception {
        Tools.require("exiftool", "libimage-exiftool-perl");
        assertThat(run("exiftool", "-b", "-Keys:AIGC", labelled(name).toString()))
                .isEqualTo(JSON);
    }

    @Test
    void exiftoolShowsTheLabelInFlvAndAvi() throws Exception {
        Tools.require("exiftool", "libimage-exiftool-perl");
        assertThat(run("exiftool", "-b", "-Flash:AIGC", labelled("plain.flv").toString()))
                .isEqualTo(JSON);
        assertThat(run(
                        "exiftool",
                        "-U",
                        "-b",
                        "-Unknown_AIGC",
                        labelled("plain.avi").toString()))
                .isEqualTo(JSON);
    }

    @Test
    void iTunesMetadataIsReadByExiftoolBesideTheLabel() throws Exception {
        Tools.require("exiftool", "libimage-exiftool-perl");
        assertThat(run(
                        "exiftool",
                        "-s3",
                        "-ItemList:Title",
                        "-ItemList:Comment",
                        labelled("itunes.mp4").toString()))
                .isEqualTo("T\nC\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"plain.mkv", "merged.mkv", "live.mkv", "plain.webm"})
    void mkvmergeFindsOneTagMore(String name) throws Exception {
        Tools.require("mkvmerge", "mkvtoolnix");
        String after = run("mkvmerge", "-J", labelled(name).toString());
        assertThat(entries(after))
                .isEqualTo(entries(run("mkvmerge", "-J", original(name).toString())) + 1);
        assertThat(after).contains("\"warnings\": []", "\"errors\": []");
        assertThat(run("mkvinfo", "--all", labelled(name).toString()))
                .contains("Name: AIGC", "String: " + JSON)
                .doesNotContainIgnoringCase("error");
    }

    private static int entries(String json) {
        String tags = json.replaceAll("(?s).*\"global_tags\": \\[(.*?)\\].*", "$1");
        return tags.isBlank() ? 0 : Integer.parseInt(tags.replaceAll("\\D", ""));
    }

    /// Part of PG-9.1.
    @ParameterizedTest
    @FieldSource("PICTURES")
    void exiftoolReadsThePropertyAndFindsThePictureSound(String name) throws Exception {
        Tools.require("exiftool", "libimage-exiftool-perl");
        String file = labelled(name).toString();
        assertThat(run("exiftool", "-b", "-XMP-TC260:AIGC", file)).isEqualTo(JSON);
        assertThat(run("exiftool", "-validate", "-warning", "-a", "-s3", file)).isEqualTo("OK\n");
    }

    @Requirement("PG-9.2")
    @Test
    void exiftoolReadsTheXmpAndExifOfOthersInALabelledPicture() throws Exception {
        Tools.require("exiftool", "libimage-exiftool-perl");
        String file = labelled("described.heic").toString();
        assertThat(run("exiftool", "-s3", "-XMP-dc:Title", "-ExifIFD:UserComment", file))
                .isEqualTo("hello\nhi\n");
    }

    @ParameterizedTest
    @FieldSource("PICTURES")
    void libheifDecodesTheSamePixels(String name) throws Exception {
        Tools.require("heif-convert", "libheif-examples");
        Path before = folder.resolve("before.png");
        Path after = folder.resolve("after.png");
        run("heif-convert", original(name).toString(), before.toString());
        run("heif-convert", labelled(name).toString(), after.toString());
        assertThat(pixels(after)).isEqualTo(pixels(before));
        assertThat(run("heif-info", labelled(name).toString())).contains("XMP");
    }

    private static int[] pixels(Path png) throws Exception {
        var picture = ImageIO.read(png.toFile());
        return picture.getRGB(0, 0, picture.getWidth(), picture.getHeight(), null, 0, picture.getWidth());
    }
}
