package io.mingshi.labels.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mingshi.labels.ExplicitPolicy;
import io.mingshi.labels.LabelException;
import io.mingshi.labels.LabelException.Code;
import io.mingshi.labels.MediaType;
import io.mingshi.labels.container.Perceived;
import io.mingshi.labels.media.movie.FilmStart;
import io.mingshi.labels.media.movie.Unspliceable;
import io.mingshi.labels.source.Source;
import io.mingshi.labels.source.Workspace;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class HostileMediaTest {
    private static final List<Code> REFUSALS = List.of(Code.TOOL_FAILED, Code.MALFORMED, Code.UNSUPPORTED);

    @TempDir
    private Path folder;

    private Source edit(MediaType type, Source file, Workspace workspace) throws IOException {
        return type.kind() == MediaType.Kind.AUDIO
                ? new SoundEditor(() -> Clips.FFMPEG)
                        .edit(type, file, ExplicitPolicy.STANDARD, Optional.empty(), workspace)
                : new FilmEditor(() -> Clips.FFMPEG)
                        .edit(type, file, ExplicitPolicy.STANDARD, Optional.empty(), workspace);
    }

    private void isRefused(MediaType type, byte[] file) throws IOException {
        try (Workspace workspace = Workspace.in(folder)) {
            assertThatThrownBy(() -> edit(type, Source.of(file), workspace))
                    .isInstanceOf(LabelException.class)
                    .satisfies(e -> assertThat(((LabelException) e).code()).isIn(REFUSALS))
                    .satisfies(e -> assertThat(e.getMessage()).doesNotContain(folder.toString()));
        }
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left.filter(path -> path.getFileName().toString().startsWith(".mingshi")))
                    .as("nothing is left behind")
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"WAV", "MP3", "FLAC", "OGG", "M4A", "MP4", "MOV", "MKV", "WEBM"})
    void randomBytesAreRefusedByName(MediaType type) throws IOException {
        byte[] bytes = new byte[5_000];
        new Random(type.ordinal()).nextBytes(bytes);
        isRefused(type, bytes);
        isRefused(type, new byte[0]);
    }

    /// A player would open the file that the playlist names, here one that is none of the sender's business.
    @ParameterizedTest
    @EnumSource(names = {"MP4", "MOV", "MKV", "WEBM", "MP3", "OGG"})
    void aPlaylistOpensNoOtherFile(MediaType type) throws IOException {
        Path secret;
        try (Workspace workspace = Workspace.temporary()) {
            secret = Files.copy(
                    Clips.madeFile(workspace, "ts", Clips.picture(320, 240, "10", 3), "-c:v", "mpeg2video"),
                    folder.resolve("secret.ts"));
        }
        String hls = "#EXTM3U\n#EXT-X-TARGETDURATION:3\n#EXTINF:3,\nfile://" + secret + "\n#EXT-X-ENDLIST\n";
        String concat = "ffconcat version 1.0\nfile '" + secret + "'\n";
        String description = "v=0\no=- 0 0 IN IP4 127.0.0.1\ns=x\nc=IN IP4 127.0.0.1\nm=video 5004 RTP/AVP 96\n";
        for (String script : List.of(hls, concat, description, "concat:" + secret)) {
            isRefused(type, script.getBytes(StandardCharsets.UTF_8));
        }
    }

    @Test
    void aFilmCannotNameAnotherFileForItsFrames() throws IOException {
        byte[] film = reordered();
        String text = new String(film, StandardCharsets.ISO_8859_1);
        int url = text.indexOf("url \0\0\0\1");
        assertThat(url).isPositive();
        film[url + 7] = 0;
        try (Workspace workspace = Workspace.in(folder)) {
            Source same = edit(MediaType.MP4, Source.of(film), workspace);
            assertThat(same.size()).as("the reference is not followed").isPositive();
        } catch (LabelException refused) {
            assertThat(refused.code()).isIn(REFUSALS);
        }
    }

    private static byte[] reordered() throws IOException {
        try (InputStream in = HostileMediaTest.class.getResourceAsStream("reordered.mp4")) {
            return in.readAllBytes();
        }
    }

    /// Changes in the header of a film, where all tables are.
    @Property(tries = 300)
    void aDamagedMovieHeaderIsSplicedRightOrNotAtAll(
            @ForAll @IntRange(min = 0, max = 1_000_000) int where, @ForAll byte value, @ForAll boolean cut)
            throws IOException {
        byte[] film = reordered();
        int header = new String(film, StandardCharsets.ISO_8859_1).indexOf("moov");
        int at = header + where % (film.length - header);
        film[at] = value;
        Source damaged = Source.of(cut ? Arrays.copyOf(film, at) : film);
        try {
            FilmStart start = FilmStart.of(damaged, 2);
            assertThat(start.count()).isBetween(1, start.all());
            assertThat(start.shown()).isBetween(0, start.count());
            start.with(new byte[] {0, 0, 1, 0x67, 1, 2, 3, 4, 5, 6, 7, 8});
        } catch (Unspliceable | EOFException refused) {
            assertThat(refused).isNotNull();
        }
    }

    @Property(tries = 12)
    void aDamagedFileIsLabelledOrRefused(@ForAll @IntRange(min = 0, max = 50_000) int where, @ForAll byte value)
            throws IOException {
        byte[] film = reordered();
        for (int i = 0; i < 20; i++) {
            film[(where + i * 2_311) % film.length] = value;
        }
        try (Workspace workspace = Workspace.temporary()) {
            Source labelled = edit(MediaType.MP4, Source.of(film), workspace);
            assertThat(new FilmEditor(() -> Clips.FFMPEG).perceive(MediaType.MP4, labelled, workspace))
                    .isInstanceOf(Perceived.class);
        } catch (LabelException refused) {
            assertThat(refused.code()).isIn(REFUSALS);
        }
    }

    @Property(tries = 500)
    void aWavFileOfAnyBytesIsLabelledOrRefused(@ForAll byte[] bytes) throws IOException {
        byte[] head = "RIFF\u00FF\0\0\0WAVEfmt \u0010\0\0\0\1\0\1\0\u0040\u001F\0\0\u0080\u003E\0\0\2\0\u0010\0data"
                .getBytes(StandardCharsets.ISO_8859_1);
        byte[] wav = Arrays.copyOf(head, head.length + bytes.length);
        System.arraycopy(bytes, 0, wav, head.length, bytes.length);
        try (Workspace workspace = Workspace.temporary()) {
            Source labelled = edit(MediaType.WAV, Source.of(wav), workspace);
            assertThat(new SoundEditor(() -> Clips.FFMPEG).perceive(MediaType.WAV, labelled, workspace))
                    .isInstanceOf(Perceived.Found.class);
        } catch (LabelException refused) {
            assertThat(refused.code()).isIn(REFUSALS);
        }
    }

    /// The header of a film may state any size.
    @Test
    void framesOfAnySizeAreRefusedBeforeMemoryIsTakenForThem() {
        Streams.Film film = new Streams.Film(
                0, "h264", 32_768, 32_768, 1, 0, "yuv420p", "", false, false, false, Optional.empty(), "1/25", 0, 1, 0);
        FilmReading reading = new FilmReading(
                Clips.FFMPEG, MediaType.MP4, folder.resolve("film.mp4"), new Streams(0, 1, 0, List.of(film)));
        for (ThrowingCallable work : List.<ThrowingCallable>of(
                reading::perceive, () -> reading.frames(1, (luma, width, height, index) -> true))) {
            assertThatThrownBy(work)
                    .isInstanceOf(LabelException.class)
                    .satisfies(e -> assertThat(((LabelException) e).code()).isEqualTo(Code.TOO_LARGE));
        }
    }
}
