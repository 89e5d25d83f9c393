package io.mingshi.labels.media;

import static io.mingshi.labels.media.Clips.made;
import static io.mingshi.labels.media.Clips.speech;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.mingshi.labels.ExplicitPolicy;
import io.mingshi.labels.ExplicitPolicy.Place;
import io.mingshi.labels.MediaType;
import io.mingshi.labels.container.Perceived;
import io.mingshi.labels.source.Source;
import io.mingshi.labels.source.Workspace;
import io.mingshi.testkit.Requirement;
import java.io.IOException;
import java.util.EnumSet;
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
        Source sound = made(workspace, ending, speech(channels, rate, 22), output);
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
}
