package io.mingshi.labels.media;

import static io.mingshi.labels.media.Clips.made;
import static io.mingshi.labels.media.Clips.said;
import static io.mingshi.labels.media.Clips.speech;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.mingshi.labels.ExplicitPolicy;
import io.mingshi.labels.ExplicitPolicy.Place;
import io.mingshi.labels.LabelException;
import io.mingshi.labels.LabelException.Code;
import io.mingshi.labels.MediaType;
import io.mingshi.labels.container.Perceived;
import io.mingshi.labels.source.Source;
import io.mingshi.labels.source.Workspace;
import io.mingshi.labels.watermark.SoundFilter;
import io.mingshi.testkit.Requirement;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SoundEditorTest {
    private static final double PROMPT_SECONDS = 1.1 + 0.5;
    private static final Set<Place> EVERYWHERE = EnumSet.allOf(Place.class);

    private final SoundEditor editor = new SoundEditor(() -> Clips.FFMPEG);
    private Workspace workspace;

    @BeforeEach
    void open() throws IOException {
        workspace = Workspace.temporary();
    }

    @AfterEach
    void close() {
        workspace.close();
    }

    private static ExplicitPolicy at(Set<Place> places) {
        return new ExplicitPolicy(places, ExplicitPolicy.STANDARD.corner(), false, Optional.empty(), false);
    }

    private Source labelled(MediaType type, Source sound, Set<Place> places) throws IOException {
        return editor.edit(type, sound, at(places), Optional.empty(), workspace);
    }

    private Set<Place> heard(MediaType type, Source sound) throws IOException {
        return editor.heard(type, sound, Optional.empty(), EVERYWHERE, workspace);
    }

    private Streams probe(MediaType type, Source sound) throws IOException {
        return Clips.FFMPEG.probe(type, workspace.written(sound, type.ending()));
    }

    @Requirement({"GB-5.3a", "LAB-04.2"})
    @ParameterizedTest
    @CsvSource({
        "WAV,wav,2,44100,pcm_s16le,",
        "WAV,wav,1,8000,pcm_u8,",
        "WAV,wav,6,48000,pcm_s24le,",
        "WAV,wav,2,48000,pcm_f32le,",
        "WAV,wav,1,44100,pcm_s32le,",
        "WAV,wav,1,44100,pcm_f64le,",
        "MP3,mp3,2,44100,libmp3lame,64k",
        "MP3,mp3,1,22050,libmp3lame,32k",
        "FLAC,flac,2,44100,flac:s16,",
        "FLAC,flac,6,48000,flac:s32,",
        "OGG,ogg,1,48000,libopus,32k",
        "OGG,ogg,6,48000,libopus,200k",
        "OGG,ogg,2,44100,vorbis,",
        "OGG,ogg,2,44100,flac:s16,",
        "M4A,m4a,2,44100,aac,64k",
        "M4A,m4a,6,48000,aac,300k",
        "M4A,m4a,1,44100,alac:s32p,"
    })
    void everyPlaceIsHeardInEveryFormat(
            MediaType type, String ending, int channels, int rate, String codec, String bitRate) throws IOException {
        String[] form = codec.split(":", 2);
        String[] output = bitRate != null
                ? new String[] {"-c:a", codec, "-b:a", bitRate}
                : form.length == 1
                        ? new String[] {"-c:a", codec, "-strict", "-2"}
                        : new String[] {"-c:a", form[0], "-sample_fmt", form[1], "-bits_per_raw_sample", "24"};
        Source sound = made(workspace, ending, speech(channels, rate, 16), output);
        assertThat(heard(type, sound)).isEmpty();
        assertThat(editor.perceive(type, sound, workspace)).isInstanceOf(Perceived.NotFound.class);
        Source labelled = labelled(type, sound, EVERYWHERE);
        assertThat(heard(type, labelled)).isEqualTo(EVERYWHERE);
        Streams before = probe(type, sound);
        Streams after = probe(type, labelled);
        assertThat(after.sound().codec()).isEqualTo(before.sound().codec());
        assertThat(after.sound().channels()).isEqualTo(channels);
        assertThat(after.sound().rate()).isEqualTo(before.sound().rate());
        assertThat(after.sound().layout()).isEqualTo(before.sound().layout());
        assertThat(after.sound().bits()).isEqualTo(before.sound().bits());
        assertThat(after.duration()).isCloseTo(before.duration() + 3 * PROMPT_SECONDS + 0.7, within(0.1));
        assertThat(after.bitRate()).isBetween((long) (0.6 * before.bitRate()), (long) (1.6 * before.bitRate()));
        assertThat(MediaType.sniff(labelled)).contains(type);
    }

    @Test
    void eachPlaceIsTakenByItself() throws IOException {
        Source sound = made(workspace, "mp3", speech(1, 44_100, 40), "-b:a", "64k");
        for (Place place : EVERYWHERE) {
            assertThat(heard(MediaType.MP3, labelled(MediaType.MP3, sound, Set.of(place))))
                    .isEqualTo(Set.of(place));
        }
    }

    @Test
    void aSoundThatSaysItAlreadyIsNotPromptedTwice() throws IOException {
        Source once = labelled(MediaType.MP3, made(workspace, "mp3", speech(1, 22_050, 4)), Set.of(Place.START));
        assertThat(labelled(MediaType.MP3, once, Set.of(Place.START))).isSameAs(once);
        Source wav = labelled(MediaType.WAV, made(workspace, "wav", speech(1, 8_000, 4)), Set.of(Place.START));
        assertThat(labelled(MediaType.WAV, wav, Set.of(Place.START)).bytes()).isEqualTo(wav.bytes());
    }

    @Test
    void theSamplesOfLosslessFormatsAreUntouchedAroundThePrompts() throws IOException {
        for (String form : List.of("wav", "flac")) {
            MediaType type = MediaType.ofName("a." + form).orElseThrow();
            Source sound = made(workspace, form, speech(2, 44_100, 4), "-sample_fmt", "s16");
            Source labelled = labelled(type, sound, Set.of(Place.START));
            Path before = workspace.written(sound, form);
            Path after = workspace.written(labelled, form);
            String delay = Double.toString(PROMPT_SECONDS);
            assertThat(said("-ss", delay, "-i", after.toString(), "-f", "md5", "-"))
                    .isEqualTo(said("-i", before.toString(), "-f", "md5", "-"));
        }
    }

    @Test
    void otherChunksOfAWavFileStay() throws IOException {
        Source sound = made(workspace, "wav", speech(1, 16_000, 2), "-metadata", "title=A title", "-c:a", "pcm_f32le");
        byte[] streamed = sound.bytes();
        Source labelled = labelled(MediaType.WAV, Source.of(streamed), EVERYWHERE);
        assertThat(new String(labelled.bytes(), StandardCharsets.ISO_8859_1)).contains("A title");
        assertThat(probe(MediaType.WAV, labelled).duration()).isCloseTo(2 + 3 * PROMPT_SECONDS + 0.7, within(0.01));
    }

    @ParameterizedTest
    @CsvSource({"MP3,mp3,libmp3lame", "FLAC,flac,flac", "M4A,m4a,aac", "OGG,ogg,libopus"})
    void tagsCoversAndChaptersStay(MediaType type, String ending, String codec) throws IOException {
        boolean cover = type != MediaType.OGG;
        Path chapters = workspace.newFile("txt");
        Files.writeString(
                chapters,
                ";FFMETADATA1\ntitle=\u4E00\u9996\u6B4C\nartist=Somebody\n[CHAPTER]\nTIMEBASE=1/1000\nSTART=1000\nEND=2000\n"
                        + "title=One\n");
        List<String> inputs = new ArrayList<>(speech(2, 44_100, 3));
        inputs.addAll(List.of("-i", chapters.toString()));
        inputs.addAll(Clips.picture(64, 64, "1", 1));
        List<String> output = new ArrayList<>(List.of("-map", "0:a", "-map_metadata", "1", "-c:a", codec));
        if (cover) {
            output.addAll(List.of("-map", "2:v", "-frames:v", "1", "-c:v", "png", "-disposition:v", "attached_pic"));
        }
        if (type == MediaType.M4A) {
            output.addAll(List.of("-f", "ipod"));
        }
        Source sound = made(workspace, ending, inputs, output.toArray(String[]::new));
        Source labelled = labelled(type, sound, Set.of(Place.START));
        Path path = workspace.written(labelled, ending);
        assertThat(said(
                        "-i",
                        path.toString(),
                        "-map_metadata:g",
                        type == MediaType.OGG ? "0:s" : "0:g",
                        "-f",
                        "ffmetadata",
                        "-"))
                .containsIgnoringCase("title=\u4E00\u9996\u6B4C")
                .containsIgnoringCase("artist=Somebody");
        assertThat(probe(type, labelled).films()).hasSize(cover ? 1 : 0);
        if (cover) {
            assertThat(Clips.packets(workspace, labelled, ending, "v"))
                    .isEqualTo(Clips.packets(workspace, sound, ending, "v"));
        }
        if (type == MediaType.MP3) {
            assertThat(said("-i", path.toString(), "-f", "ffmetadata", "-"))
                    .as("chapters move with the sound")
                    .containsPattern("START=2[56]\\d\\d");
        }
    }

    @Test
    void everySampleGoesThroughTheFilterBeneathThePrompts() throws IOException {
        for (String form : List.of("wav", "flac")) {
            MediaType type = MediaType.ofName("a." + form).orElseThrow();
            Source sound = made(workspace, form, speech(2, 44_100, 4), "-sample_fmt", "s16");
            Source changed = editor.edit(
                    type, sound, at(Set.of(Place.END)), Optional.of((channels, rate) -> new Halving()), workspace);
            Path before = workspace.written(sound, form);
            Path after = workspace.written(changed, form);
            List<Float> halves = new ArrayList<>();
            editor.samples(type, changed, 4, workspace, (mono, rate) -> {
                for (float sample : mono) {
                    halves.add(sample);
                }
                return true;
            });
            List<Float> wholes = new ArrayList<>();
            editor.samples(type, sound, 4, workspace, (mono, rate) -> {
                for (float sample : mono) {
                    wholes.add(sample);
                }
                return true;
            });
            assertThat(halves).hasSameSizeAs(wholes).hasSize(4 * 44_100);
            for (int i = 0; i < halves.size(); i += 997) {
                assertThat((double) halves.get(i)).isCloseTo(wholes.get(i) / 2.0, within(1e-4));
            }
            assertThat(heard(type, changed)).contains(Place.END);
            assertThat(before).isNotEqualTo(after);
        }
    }

    /// Halves the sound and holds some of it back, as a filter that looks ahead does.
    private static final class Halving implements SoundFilter {
        private float[] held = new float[0];

        @Override
        public float[] next(float[] samples) {
            float[] ready = held;
            held = samples.clone();
            for (int i = 0; i < held.length; i++) {
                held[i] /= 2;
            }
            return ready;
        }

        @Override
        public float[] end() {
            return held;
        }
    }

    @Test
    void aVoicePromptIsHeardThroughLossyCoding() throws IOException {
        Path voice = Clips.madeFile(workspace, "wav", Clips.voice(2.4));
        ExplicitPolicy policy =
                new ExplicitPolicy(EVERYWHERE, ExplicitPolicy.STANDARD.corner(), false, Optional.of(voice), false);
        for (String form : List.of("wav", "mp3", "ogg")) {
            MediaType type = MediaType.ofName("a." + form).orElseThrow();
            Source sound = made(
                    workspace,
                    form,
                    speech(2, 48_000, 30),
                    form.equals("ogg")
                            ? new String[] {"-c:a", "libopus", "-b:a", "32k"}
                            : form.equals("mp3") ? new String[] {"-b:a", "64k"} : new String[0]);
            assertThat(editor.heard(type, sound, Optional.of(voice), EVERYWHERE, workspace))
                    .isEmpty();
            Source labelled = editor.edit(type, sound, policy, Optional.empty(), workspace);
            assertThat(editor.heard(type, labelled, Optional.of(voice), EVERYWHERE, workspace))
                    .isEqualTo(EVERYWHERE);
            assertThat(editor.heard(type, labelled, Optional.empty(), EVERYWHERE, workspace))
                    .isEmpty();
        }
    }

    @Test
    void withoutALabelTheSoundIsGivenBackAsItIs() throws IOException {
        Source sound = made(workspace, "mp3", speech(1, 22_050, 2));
        assertThat(editor.edit(MediaType.MP3, sound, ExplicitPolicy.NONE, Optional.empty(), workspace))
                .isSameAs(sound);
    }

    @Test
    void silenceAndSoundsOfNoLengthAreLabelledToo() throws IOException {
        Source silence = made(workspace, "mp3", List.of("-f", "lavfi", "-i", "anullsrc=r=22050:cl=mono:d=2"));
        assertThat(heard(MediaType.MP3, labelled(MediaType.MP3, silence, Set.of(Place.START))))
                .contains(Place.START);
        Source nothing = made(workspace, "wav", List.of("-f", "lavfi", "-i", "anullsrc=r=22050:cl=mono:d=0.001"));
        assertThat(heard(MediaType.WAV, labelled(MediaType.WAV, nothing, EVERYWHERE)))
                .contains(Place.START);
    }

    @ParameterizedTest
    @CsvSource({"WAV,wav,adpcm_ms", "OGG,ogg,libspeex"})
    void codingsThatAreNotForeseenAreRefused(MediaType type, String ending, String codec) throws IOException {
        Source sound = made(workspace, ending, speech(1, 16_000, 1), "-c:a", codec);
        assertThatThrownBy(() -> labelled(type, sound, Set.of(Place.START)))
                .isInstanceOf(LabelException.class)
                .extracting(e -> ((LabelException) e).code())
                .isEqualTo(Code.UNSUPPORTED);
    }

    /// An encoder would leave out the tags that it does not know.
    @Test
    void tagsThatNoEncoderKnowsStayInM4a() throws IOException {
        Source sound = made(
                workspace,
                "m4a",
                speech(1, 44_100, 2),
                "-movflags",
                "use_metadata_tags",
                "-metadata",
                "com.example.note=of note",
                "-f",
                "ipod");
        Source labelled = labelled(MediaType.M4A, sound, Set.of(Place.START));
        Path path = workspace.written(labelled, "m4a");
        assertThat(said("-i", path.toString(), "-f", "ffmetadata", "-")).contains("com.example.note=of note");
        assertThat(said("-v", "warning", "-xerror", "-i", path.toString(), "-f", "null", "-"))
                .isEmpty();
        assertThat(heard(MediaType.M4A, labelled)).contains(Place.START);
    }
}
