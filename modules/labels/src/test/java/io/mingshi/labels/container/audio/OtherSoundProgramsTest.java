package io.mingshi.labels.container.audio;

import static io.mingshi.labels.container.audio.SoundFiles.JSON;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What programs of other people see in labelled sound files.
class OtherSoundProgramsTest {
    private static final List<String> ALL = SoundFiles.NAMES;

    @TempDir
    private Path folder;

    private Path before(String name) throws Exception {
        return Files.write(folder.resolve("before-" + name), SoundFiles.of(name));
    }

    private Path after(String name) throws Exception {
        byte[] labelled = SoundFiles.labelled(SoundFiles.container(name), SoundFiles.of(name), JSON);
        return Files.write(folder.resolve("after-" + name), labelled);
    }

    private static String streamHash(Path file) throws Exception {
        return Programs.run(
                "ffmpeg", "-v", "fatal", "-i", file.toString(), "-map", "0", "-c", "copy", "-f", "streamhash", "-");
    }

    @ParameterizedTest
    @FieldSource("ALL")
    void ffmpegFindsTheSameStreams(String name) throws Exception {
        Programs.require("ffmpeg", "ffmpeg");
        assertThat(streamHash(after(name))).isEqualTo(streamHash(before(name))).contains("SHA256=");
    }

    @ParameterizedTest
    @FieldSource("ALL")
    void ffmpegDecodesAllWithoutComplaint(String name) throws Exception {
        Programs.require("ffmpeg", "ffmpeg");
        assertThat(Programs.run(
                        "ffmpeg", "-v", "error", "-xerror", "-i", after(name).toString(), "-f", "null", "-"))
                .isEmpty();
    }

    /// Part of PG-10.1.
    @ParameterizedTest
    @ValueSource(
            strings = {"bare.mp3", "v24.mp3", "v23-cover-v1.mp3", "tone.flac", "cover.flac", "vorbis.ogg", "opus.opus"})
    void ffprobeReadsTheLabel(String name) throws Exception {
        Programs.require("ffprobe", "ffmpeg");
        boolean inStream = name.startsWith("vorbis") || name.startsWith("opus");
        String tag = (inStream ? "stream" : "format") + "_tags=AIGC";
        assertThat(Programs.run(
                        "ffprobe",
                        "-v",
                        "error",
                        "-of",
                        "default=nw=1:nk=1",
                        "-show_entries",
                        tag,
                        after(name).toString()))
                .isEqualTo(JSON + "\n");
    }

    /// Part of PG-10.1.
    @Test
    void exiftoolReadsTheLabelWhereItKnowsThePlace() throws Exception {
        Programs.require("exiftool", "libimage-exiftool-perl");
        Map<String, String> tags = Map.of(
                "pcm.wav", "-Unknown_AIGC",
                "rf64.wav", "-Unknown_AIGC",
                "streamed.wav", "-Unknown_AIGC",
                "bare.mp3", "-UserDefinedText",
                "v24.mp3", "-UserDefinedText",
                "tone.flac", "-Aigc",
                "vorbis.ogg", "-Aigc",
                "opus.opus", "-Aigc");
        for (Map.Entry<String, String> tag : tags.entrySet()) {
            String said = Programs.run(
                    "exiftool", "-U", "-b", tag.getValue(), after(tag.getKey()).toString());
            assertThat(said).as(tag.getKey()).endsWith(JSON);
        }
    }

    @Test
    void mediainfoReadsTheLabel() throws Exception {
        Programs.require("mediainfo", "mediainfo");
        for (String name : List.of("bare.mp3", "v24.mp3", "tone.flac", "vorbis.ogg", "opus.opus")) {
            assertThat(Programs.run("mediainfo", after(name).toString()))
                    .as(name)
                    .containsIgnoringCase("AIGC")
                    .contains("001191000000000000000K10001");
        }
    }

    @Test
    void soxReadsTheWavFiles() throws Exception {
        Programs.require("sox", "sox");
        for (String name : List.of("pcm.wav", "streamed.wav", "sox-streamed.wav")) {
            assertThat(Programs.run("sox", after(name).toString(), "-n", "stat"))
                    .contains("Samples read");
        }
    }

    @Test
    void titlesAndPicturesStay() throws Exception {
        Programs.require("ffprobe", "ffmpeg");
        for (String name :
                List.of("v24.mp3", "v23-cover-v1.mp3", "tone.flac", "cover.flac", "vorbis.ogg", "opus.opus")) {
            String[] command = {"ffprobe", "-v", "error", "-of", "flat", "-show_streams", "-show_format", ""};
            command[command.length - 1] = before(name).toString();
            String said = Programs.run(command);
            command[command.length - 1] = after(name).toString();
            assertThat(withoutSizes(Programs.run(command))).as(name).isEqualTo(withoutSizes(said));
        }
    }

    private static String withoutSizes(String said) {
        return said.lines()
                .filter(line -> !line.matches("format\\.(filename|size|bit_rate|start_time|duration)=.*"))
                .filter(line -> !line.contains("tags.AIGC="))
                .filter(line -> !line.matches("streams.stream.0.(start_time|duration|start_pts|bit_rate).*"))
                .collect(Collectors.joining("\n"));
    }
}
