package io.mingshi.labels.media;

import static io.mingshi.labels.media.Clips.made;
import static io.mingshi.labels.media.Clips.madeFile;
import static io.mingshi.labels.media.Clips.packets;
import static io.mingshi.labels.media.Clips.picture;
import static io.mingshi.labels.media.Clips.said;
import static io.mingshi.labels.media.Clips.times;
import static io.mingshi.labels.media.Clips.together;
import static io.mingshi.labels.media.Clips.tone;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mingshi.labels.ExplicitPolicy;
import io.mingshi.labels.ExplicitPolicy.Corner;
import io.mingshi.labels.LabelException;
import io.mingshi.labels.LabelException.Code;
import io.mingshi.labels.MediaType;
import io.mingshi.labels.container.Perceived;
import io.mingshi.labels.source.Source;
import io.mingshi.labels.source.Workspace;
import io.mingshi.testkit.Requirement;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FilmEditorTest {
    private static final String[] H264 = {"-c:v", "libopenh264", "-b:v", "500k", "-c:a", "aac"};

    private final FilmEditor editor = new FilmEditor(() -> Clips.FFMPEG);
    private Workspace workspace;

    @BeforeEach
    void open() throws IOException {
        workspace = Workspace.temporary();
    }

    @AfterEach
    void close() {
        workspace.close();
    }

    private static ExplicitPolicy in(Corner corner, boolean wholeFilm) {
        return new ExplicitPolicy(ExplicitPolicy.STANDARD.places(), corner, wholeFilm, Optional.empty(), false);
    }

    private Source labelled(MediaType type, Source film) throws IOException {
        return editor.edit(type, film, ExplicitPolicy.STANDARD, Optional.empty(), workspace);
    }

    private Source film(String ending, List<String> inputs, String... output) throws IOException {
        return made(workspace, ending, inputs, output);
    }

    private Streams probe(MediaType type, Source film) throws IOException {
        return Clips.FFMPEG.probe(type, workspace.written(film, type.ending()));
    }

    /// The mark is measured in every frame of the first two seconds by the reader, and once more here by a ruler that
    /// knows nothing of the engine.
    private void showsTheMark(MediaType type, Source film, int width, int height) throws IOException {
        assertThat(editor.perceive(type, film, workspace)).isInstanceOf(Perceived.Found.class);
        for (String time : List.of("0", "0.5", "1.0", "1.5", "1.95")) {
            assertThat(whiteHeight(type, film, time, width, height)).as(time).isGreaterThanOrEqualTo((int)
                    Math.ceil(0.05 * Math.min(width, height)));
        }
    }

    /// The height of what is white in the lower right corner, whose sides are a third of the shortest side.
    private int whiteHeight(MediaType type, Source film, String time, int width, int height) throws IOException {
        Path path = workspace.written(film, type.ending());
        int side = Math.min(width, height) / 3;
        byte[] corner = new byte[side * side];
        Clips.FFMPEG.read(
                List.of(
                        "-ss",
                        time,
                        "-i",
                        path.toString(),
                        "-frames:v",
                        "1",
                        "-vf",
                        "scale=" + width + ":" + height + ",format=gray,crop=" + side + ":" + side + ":"
                                + (width - side) + ":" + (height - side),
                        "-f",
                        "rawvideo",
                        "-"),
                output -> output.readNBytes(corner, 0, corner.length) == corner.length && output.read() < 0);
        int top = -1;
        int bottom = -2;
        for (int i = 0; i < corner.length; i++) {
            if ((corner[i] & 0xFF) > 230) {
                top = top < 0 ? i / side : top;
                bottom = i / side;
            }
        }
        return bottom - top + 1;
    }

    @Requirement({"GB-5.4a", "GB-5.4b"})
    @ParameterizedTest
    @CsvSource({
        "MP4,mp4,640,360,30,libopenh264,aac",
        "MP4,mp4,360,640,24,libopenh264,aac",
        "MOV,mov,320,240,60000/1001,libopenh264,pcm_s16le",
        "MKV,mkv,1280,720,24000/1001,libopenh264,flac",
        "MKV,mkv,320,240,30,mpeg4,aac",
        "WEBM,webm,320,240,30,libvpx-vp9,libopus",
        "WEBM,webm,320,240,30,libvpx,libopus",
        "MP4,mp4,320,240,30,libsvtav1,aac",
        "MP4,mp4,320,240,1,libopenh264,aac"
    })
    void theMarkIsSeenFromTheFirstFrameOnAndTheRestIsAsItWas(
            MediaType type, String ending, int width, int height, String rate, String codec, String sound)
            throws IOException {
        Source film = film(
                ending,
                together(picture(width, height, rate, 4), tone(2, 48_000, 4)),
                "-c:v",
                codec,
                "-b:v",
                "500k",
                "-deadline",
                "realtime",
                "-preset",
                "10",
                "-c:a",
                sound);
        assertThat(editor.perceive(type, film, workspace)).isInstanceOf(Perceived.NotFound.class);
        Source labelled = labelled(type, film);
        showsTheMark(type, labelled, width, height);
        assertThat(packets(workspace, labelled, ending, "a")).isEqualTo(packets(workspace, film, ending, "a"));
        assertThat(times(workspace, labelled, ending)).isEqualTo(times(workspace, film, ending));
        assertThat(MediaType.sniff(labelled)).contains(type);
        assertThat(whiteHeight(type, labelled, "3.9", width, height))
                .isEqualTo(whiteHeight(type, film, "3.9", width, height));
        assertThat(labelled(type, labelled)).as("once is enough").isSameAs(labelled);
    }

    /// Portrait by a note to turn the frames, as telephones write it.
    @Requirement("GB-5.4b")
    @ParameterizedTest
    @CsvSource({"90,true", "180,true", "270,true", "90,false"})
    void aTurnedFilmShowsTheMarkUpright(int rotation, boolean longEnough) throws IOException {
        Path lying = madeFile(
                workspace,
                "mp4",
                picture(640, 360, "30", longEnough ? 5 : 1.5),
                "-c:v",
                "libopenh264",
                "-b:v",
                "500k",
                "-g",
                "45");
        Source film = film(
                "mp4", List.of("-display_rotation", Integer.toString(rotation), "-i", lying.toString()), "-c", "copy");
        Source labelled = labelled(MediaType.MP4, film);
        boolean turned = rotation != 180;
        assertThat(editor.perceive(MediaType.MP4, labelled, workspace)).isInstanceOf(Perceived.Found.class);
        if (longEnough) {
            showsTheMark(MediaType.MP4, labelled, turned ? 360 : 640, turned ? 640 : 360);
            assertThat(probe(MediaType.MP4, labelled).film().rotation())
                    .as("only the beginning was encoded anew")
                    .isEqualTo(rotation);
        }
    }

    @Test
    void aFilmWithPixelsThatAreNotSquareShowsTheMarkInItsTrueShape() throws IOException {
        Source film = film("mp4", picture(360, 480, "30", 3), "-vf", "setsar=2", "-c:v", "libopenh264");
        showsTheMark(MediaType.MP4, labelled(MediaType.MP4, film), 720, 480);
    }

    /// From the first key frame behind two seconds on, every byte of the film is the same.
    @Test
    void onlyTheBeginningOfAnH264FilmIsEncodedAnew() throws IOException {
        Source film = film(
                "mp4",
                together(picture(640, 360, "30", 8), tone(1, 44_100, 8)),
                "-c:v",
                "libopenh264",
                "-g",
                "45",
                "-c:a",
                "aac",
                "-movflags",
                "+faststart");
        Source labelled = labelled(MediaType.MP4, film);
        assertThat(packetsFrom(labelled, 3)).isEqualTo(packetsFrom(film, 3)).hasSizeGreaterThan(140);
        assertThat(packetsFrom(labelled, 0)).isNotEqualTo(packetsFrom(film, 0));
        showsTheMark(MediaType.MP4, labelled, 640, 360);
    }

    /// Two frames between others that are decoded later, an edit list and arithmetic coding: made by x264.
    @Test
    void framesOutOfOrderKeepTheirTimes() throws IOException {
        Source film;
        try (InputStream in = FilmEditorTest.class.getResourceAsStream("reordered.mp4")) {
            film = Source.of(in.readAllBytes());
        }
        Source labelled = labelled(MediaType.MP4, film);
        assertThat(times(workspace, labelled, "mp4")).isEqualTo(times(workspace, film, "mp4"));
        assertThat(packetsFrom(labelled, 3)).isEqualTo(packetsFrom(film, 3)).hasSizeGreaterThan(25);
        assertThat(packets(workspace, labelled, "mp4", "a")).isEqualTo(packets(workspace, film, "mp4", "a"));
        assertThat(said(
                        "-v",
                        "warning",
                        "-i",
                        workspace.written(labelled, "mp4").toString(),
                        "-f",
                        "null",
                        "-"))
                .isEmpty();
        showsTheMark(MediaType.MP4, labelled, 192, 108);
    }

    private List<String> packetsFrom(Source film, int seconds) throws IOException {
        Path path = workspace.written(film, "mp4");
        long from = seconds * timeBase(path);
        return said("-i", path.toString(), "-map", "0:v", "-c", "copy", "-f", "framecrc", "-")
                .lines()
                .filter(line -> !line.startsWith("#"))
                .filter(line -> Long.parseLong(line.split(",", 4)[2].strip()) >= from)
                .toList();
    }

    private static long timeBase(Path film) {
        String base = Clips.FFMPEG.probe(MediaType.MP4, film).film().timeBase();
        return Long.parseLong(base.substring(2));
    }

    @Test
    void framesThatComeUnevenlyKeepTheirTimes() throws IOException {
        String uneven = "select='not(eq(mod(n,3),1))*not(eq(mod(n,7),2))'";
        for (String ending : List.of("mp4", "mkv")) {
            MediaType type = MediaType.ofName("a." + ending).orElseThrow();
            Source film =
                    film(ending, picture(320, 240, "30", 4), "-vf", uneven, "-fps_mode", "vfr", "-c:v", "libopenh264");
            Source labelled = labelled(type, film);
            assertThat(times(workspace, labelled, ending)).isEqualTo(times(workspace, film, ending));
            showsTheMark(type, labelled, 320, 240);
        }
    }

    @Test
    void aFilmThatBeginsLaterThanItsSoundIsMarkedFromItsFirstFrame() throws IOException {
        Path picture = madeFile(workspace, "mkv", picture(320, 240, "30", 4), "-c:v", "libopenh264");
        Source film = film(
                "mkv",
                together(tone(1, 48_000, 5), List.of("-itsoffset", "1.2", "-i", picture.toString())),
                "-map",
                "1:v",
                "-map",
                "0:a",
                "-c:v",
                "copy",
                "-c:a",
                "aac");
        Source labelled = labelled(MediaType.MKV, film);
        assertThat(editor.perceive(MediaType.MKV, labelled, workspace)).isInstanceOf(Perceived.Found.class);
        assertThat(times(workspace, labelled, "mkv")).isEqualTo(times(workspace, film, "mkv"));
    }

    @Test
    void aShortFilmIsMarkedThroughout() throws IOException {
        Source film = film("mp4", picture(320, 240, "30", 1), "-c:v", "libopenh264");
        Source labelled = labelled(MediaType.MP4, film);
        assertThat(editor.perceive(MediaType.MP4, labelled, workspace)).isInstanceOf(Perceived.Found.class);
        assertThat(whiteHeight(MediaType.MP4, labelled, "0.95", 320, 240)).isGreaterThanOrEqualTo(12);
    }

    @Test
    void theWholeFilmIsMarkedWhereThePolicyWantsIt() throws IOException {
        Source film = film("mp4", picture(320, 240, "30", 4), H264);
        Source labelled = editor.edit(MediaType.MP4, film, in(Corner.BOTTOM_RIGHT, true), Optional.empty(), workspace);
        assertThat(whiteHeight(MediaType.MP4, labelled, "3.9", 320, 240)).isGreaterThanOrEqualTo(12);
    }

    @ParameterizedTest
    @CsvSource({"TOP_LEFT,upper left", "TOP_RIGHT,upper right", "BOTTOM_LEFT,lower left", "BOTTOM_RIGHT,lower right"})
    void theMarkStandsInTheCornerThatThePolicyNames(Corner corner, String words) throws IOException {
        Source film = film("mp4", picture(322, 242, "10", 3), H264);
        Source labelled = editor.edit(MediaType.MP4, film, in(corner, false), Optional.empty(), workspace);
        Perceived.Found found = (Perceived.Found) editor.perceive(MediaType.MP4, labelled, workspace);
        assertThat(found.where()).isEqualTo(words);
        Perceived.Box box = found.box().orElseThrow();
        assertThat(box.x() < 0.5).isEqualTo(words.endsWith("left"));
        assertThat(box.y() < 0.5).isEqualTo(words.startsWith("upper"));
    }

    @Test
    void aMarkThatEndsTooEarlyIsNotTakenForOne() throws IOException {
        Source labelled = labelled(MediaType.MP4, film("mp4", picture(320, 240, "30", 4), H264));
        Path path = workspace.written(labelled, "mp4");
        Source late = film("mp4", List.of("-ss", "1", "-i", path.toString()), H264);
        assertThat(editor.perceive(MediaType.MP4, late, workspace)).isInstanceOf(Perceived.NotFound.class);
    }

    @Test
    void everyFrameGoesThroughTheFilterBeneathTheMark() throws IOException {
        String uneven = "select='not(eq(mod(n,3),1))'";
        for (String mode : List.of("cfr", "vfr")) {
            Source film = film(
                    "mp4",
                    together(picture(320, 240, "30000/1001", 3), tone(2, 44_100, 3)),
                    "-vf",
                    mode.equals("vfr") ? uneven : "null",
                    "-fps_mode",
                    mode,
                    "-c:v",
                    "libopenh264",
                    "-c:a",
                    "aac");
            List<Long> seen = new ArrayList<>();
            Source changed = editor.edit(
                    MediaType.MP4,
                    film,
                    ExplicitPolicy.STANDARD,
                    Optional.of((luma, width, height, index) -> {
                        seen.add(index);
                        Arrays.fill(luma, 0, width * height / 2, (byte) 60);
                    }),
                    workspace);
            List<String> times = times(workspace, film, "mp4");
            assertThat(seen).hasSameSizeAs(times);
            assertThat(times(workspace, changed, "mp4")).isEqualTo(times);
            assertThat(packets(workspace, changed, "mp4", "a")).isEqualTo(packets(workspace, film, "mp4", "a"));
            showsTheMark(MediaType.MP4, changed, 320, 240);
            List<Integer> upper = new ArrayList<>();
            editor.frames(MediaType.MP4, changed, 60, workspace, (luma, width, height, index) -> {
                upper.add(luma[width * height / 4] & 0xFF);
                return true;
            });
            assertThat(upper).hasSameSizeAs(times).allMatch(value -> Math.abs(value - 60) < 8);
        }
    }

    @Test
    void ofAFilmWithFramesBeyondMeasureOnlySomeAreShown() throws IOException {
        Source film = film("mp4", picture(64, 64, "240", 1), H264);
        long[] shown = {0};
        editor.frames(MediaType.MP4, film, 1, workspace, (luma, width, height, index) -> ++shown[0] > 0);
        assertThat(shown[0]).isEqualTo(60);
    }

    @Test
    void framesAreShownUntilTheListenerHasEnough() throws IOException {
        Source film = film("mp4", picture(320, 240, "30", 3), H264);
        long[] last = {-1};
        editor.frames(MediaType.MP4, film, 2, workspace, (luma, width, height, index) -> {
            last[0] = index;
            return true;
        });
        assertThat(last[0]).isEqualTo(59);
        editor.frames(MediaType.MP4, film, 2, workspace, (luma, width, height, index) -> {
            last[0] = index;
            return index < 4;
        });
        assertThat(last[0]).isEqualTo(4);
    }

    @Test
    void subtitlesChaptersTagsAndAttachmentsStay() throws IOException {
        Path subtitles = workspace.newFile("srt");
        Files.writeString(subtitles, "1\n00:00:00,500 --> 00:00:01,500\nA line\n");
        Path chapters = workspace.newFile("txt");
        Files.writeString(
                chapters,
                ";FFMETADATA1\ntitle=A film\ncomment=Of note\n[CHAPTER]\nTIMEBASE=1/1000\nSTART=0\nEND=2000\ntitle=One\n");
        Source film = film(
                "mkv",
                together(
                        picture(320, 240, "30", 3),
                        List.of(
                                "-i",
                                subtitles.toString(),
                                "-i",
                                chapters.toString(),
                                "-attach",
                                subtitles.toString())),
                "-map",
                "0",
                "-map",
                "1",
                "-map_metadata",
                "2",
                "-map_chapters",
                "2",
                "-metadata:s:v",
                "language=chi",
                "-metadata:s:t",
                "mimetype=text/plain",
                "-c:v",
                "libopenh264",
                "-c:s",
                "srt");
        Source labelled = labelled(MediaType.MKV, film);
        Path path = workspace.written(labelled, "mkv");
        assertThat(said("-i", path.toString(), "-f", "ffmetadata", "-"))
                .contains("title=A film", "COMMENT=Of note", "START=0", "title=One");
        assertThat(said("-i", path.toString(), "-map", "0:s", "-f", "srt", "-")).contains("A line");
        assertThat(probe(MediaType.MKV, labelled).all())
                .hasSameSizeAs(probe(MediaType.MKV, film).all());
    }

    @Test
    void withoutALabelTheFilmIsGivenBackAsItIs() throws IOException {
        Source film = film("mp4", picture(320, 240, "30", 1), H264);
        assertThat(editor.edit(MediaType.MP4, film, ExplicitPolicy.NONE, Optional.empty(), workspace))
                .isSameAs(film);
    }

    @ParameterizedTest
    @CsvSource({
        "webm,high dynamic range,-vf,setparams=color_trc=smpte2084",
        "webm,transparency,-vf,format=yuva420p",
        "mkv,two fields,-vf,'setfield=tff,format=yuv420p'"
    })
    void filmsThatEncodingWouldSpoilAreRefused(String ending, String because, String option, String value)
            throws IOException {
        String codec = ending.equals("mkv") ? "mpeg4" : "libvpx-vp9";
        String[] output = {"-c:v", codec, "-flags", "+ildct+ilme", option, value, "-top", "1"};
        Source film = film(
                ending,
                picture(320, 240, "30", 1),
                ending.equals("mkv") ? output : new String[] {"-c:v", codec, "-deadline", "realtime", option, value});
        assertThatThrownBy(() -> labelled(MediaType.ofName("a." + ending).orElseThrow(), film))
                .isInstanceOf(LabelException.class)
                .hasMessageContaining(because)
                .extracting(e -> ((LabelException) e).code())
                .isEqualTo(Code.UNSUPPORTED);
    }

    @Test
    void aFilmWithoutRoomForAMarkIsRefused() throws IOException {
        Source film = film("mkv", picture(320, 48, "30", 1), "-c:v", "mpeg4");
        assertThatThrownBy(() -> labelled(MediaType.MKV, film))
                .isInstanceOf(LabelException.class)
                .hasMessageContaining(String.format(Locale.ROOT, "%d x %d", 320, 48))
                .extracting(e -> ((LabelException) e).code())
                .isEqualTo(Code.ILLEGIBLE);
    }

    @Test
    void tagsThatNoEncoderKnowsStayInMp4() throws IOException {
        Source film = film(
                "mp4",
                together(picture(320, 240, "30", 1), tone(1, 44_100, 1)),
                "-movflags",
                "use_metadata_tags",
                "-metadata",
                "com.example.note=of note",
                "-c:v",
                "libopenh264");
        Source labelled = labelled(MediaType.MP4, film);
        Path path = workspace.written(labelled, "mp4");
        assertThat(said("-i", path.toString(), "-f", "ffmetadata", "-")).contains("com.example.note=of note");
        assertThat(packets(workspace, labelled, "mp4", "a")).isEqualTo(packets(workspace, film, "mp4", "a"));
        assertThat(editor.perceive(MediaType.MP4, labelled, workspace)).isInstanceOf(Perceived.Found.class);
    }
}
