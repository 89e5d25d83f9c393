package io.mingshi.labels.container.audio;

import static io.mingshi.labels.container.audio.SoundFiles.JSON;
import static io.mingshi.labels.container.audio.SoundFiles.OTHER_JSON;
import static io.mingshi.labels.container.audio.SoundFiles.container;
import static io.mingshi.labels.container.audio.SoundFiles.labelled;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.mingshi.labels.LabelException;
import io.mingshi.labels.container.Container;
import io.mingshi.labels.container.LabelSite.Place;
import io.mingshi.labels.container.ManifestHost;
import io.mingshi.labels.container.ManifestHost.Found;
import io.mingshi.labels.container.ManifestHost.Hosted;
import io.mingshi.labels.container.ManifestHost.Range;
import io.mingshi.labels.container.Sightings;
import io.mingshi.labels.source.Source;
import io.mingshi.testkit.Requirement;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What all sound containers promise.
class SoundContainersTest {
    private static final List<String> ALL = SoundFiles.NAMES;

    private static Sightings read(String name, byte[] file) throws Exception {
        return container(name).read(Source.of(file));
    }

    static void expectOneLabel(Sightings seen, String json) {
        assertThat(seen.sites()).singleElement().satisfies(site -> {
            assertThat(site.place()).isEqualTo(Place.PRESCRIBED);
            assertThat(site.text()).isEqualTo(json);
        });
        assertThat(seen.flaws()).isEmpty();
    }

    /// Part of PG-10.1.
    @ParameterizedTest
    @FieldSource("ALL")
    void aLabelReadsBackFromItsPrescribedPlace(String name) throws Exception {
        Sightings seen = read(name, labelled(container(name), SoundFiles.of(name), JSON));
        expectOneLabel(seen, JSON);
        assertThat(seen.unread()).isEmpty();
    }

    @Requirement("PG-10.1")
    @Test
    void everyFormatCarriesTheLabelWhereTheGuidePutsIt() {
        String json = "{\"Label\":\"1\"}";
        String length = "\r\0\0\0";
        byte[] wav = labelled(container("pcm.wav"), SoundFiles.of("pcm.wav"), json);
        assertThat(SoundFiles.latin1(wav)).endsWith("AIGC" + length + json + "\0");
        assertThat(ByteBuffer.wrap(wav).order(ByteOrder.LITTLE_ENDIAN).getInt(4))
                .isEqualTo(wav.length - 8);
        Map<String, String> others = Map.of(
                "bare.mp3", "TXXX\0\0\0\u0013\0\0\0AIGC\0" + json,
                "v23-cover-v1.mp3", "TXXX\0\0\0\u0013\0\0\0AIGC\0" + json,
                "v24.mp3", "TXXX\0\0\0\u0013\0\0\0AIGC\0" + json,
                "tone.flac", "\u0012\0\0\0AIGC=" + json,
                "vorbis.ogg", "\u0012\0\0\0AIGC=" + json + "\u0001",
                "opus.opus", "\u0012\0\0\0AIGC=" + json);
        others.forEach(
                (name, bytes) -> assertThat(SoundFiles.latin1(labelled(container(name), SoundFiles.of(name), json)))
                        .as(name)
                        .containsOnlyOnce(bytes)
                        .containsOnlyOnce("AIGC"));
    }

    @ParameterizedTest
    @FieldSource("ALL")
    void anotherLabelTakesThePlaceOfTheFirst(String name) throws Exception {
        byte[] once = labelled(container(name), SoundFiles.of(name), OTHER_JSON);
        byte[] twice = labelled(container(name), once, JSON);
        expectOneLabel(read(name, twice), JSON);
        assertThat(labelled(container(name), twice, JSON)).isEqualTo(twice);
        assertThat(SoundFiles.latin1(twice)).doesNotContain("somebody");
    }

    @ParameterizedTest
    @FieldSource("ALL")
    void aFileWithoutALabelShowsNone(String name) throws Exception {
        Sightings seen = read(name, SoundFiles.of(name));
        assertThat(seen.sites()).isEmpty();
        assertThat(seen.unread()).isEmpty();
        assertThat(seen.flaws()).hasSize(name.contains("streamed") ? 1 : 0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"pcm.wav", "rf64.wav", "v24.mp3", "tone.flac", "vorbis.ogg", "opus.opus"})
    void aCutFileIsDamagedOrUnread(String name) throws Exception {
        byte[] whole = labelled(container(name), SoundFiles.of(name), JSON);
        for (int length = 0; length < whole.length; length += 7) {
            Sightings seen = read(name, Arrays.copyOf(whole, length));
            assertThat(seen.flaws().size() + seen.unread().size())
                    .as("%s cut to %s of %s", name, length, whole.length)
                    .isPositive();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"x.wav", "x.mp3", "x.flac", "x.ogg"})
    void whatIsNoSuchFileIsRefused(String name) {
        for (byte[] content :
                List.of(new byte[0], new byte[100], SoundFiles.latin1("RIFF"), SoundFiles.latin1("ID3"))) {
            assertThatExceptionOfType(LabelException.class)
                    .isThrownBy(() -> container(name).label(Source.of(content), JSON))
                    .matches(refused -> refused.code() == LabelException.Code.MALFORMED);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"pcm.wav", "streamed.wav", "bare.mp3", "v24.mp3", "v23-cover-v1.mp3", "tone.flac", "cover.flac"})
    void aC2paStoreIsHostedAndFound(String name) throws Exception {
        ManifestHost host = (ManifestHost) container(name);
        Source before = Source.of(labelled(container(name), SoundFiles.of(name), JSON));
        byte[] store = store(301, 1);
        Hosted hosted = host.host(before, store);
        assertThat(host.find(before)).isEmpty();
        Found found = host.find(hosted.file()).orElseThrow();
        assertThat(found.store().bytes()).isEqualTo(store);
        assertThat(found.excluded()).isEqualTo(hosted.excluded()).hasSize(1);
        expectOneLabel(container(name).read(hosted.file()), JSON);
    }

    @ParameterizedTest
    @ValueSource(strings = {"pcm.wav", "v24.mp3", "v23-cover-v1.mp3", "tone.flac"})
    void aC2paStoreOfTheSameLengthMovesNothing(String name) throws Exception {
        ManifestHost host = (ManifestHost) container(name);
        Hosted first = host.host(Source.of(SoundFiles.of(name)), store(301, 1));
        Hosted second = host.host(first.file(), store(301, 2));
        assertThat(second.excluded()).isEqualTo(first.excluded());
        Range range = first.excluded().getFirst();
        byte[] a = first.file().bytes();
        byte[] b = second.file().bytes();
        Arrays.fill(a, (int) range.start(), (int) (range.start() + range.length()), (byte) 0);
        Arrays.fill(b, (int) range.start(), (int) (range.start() + range.length()), (byte) 0);
        assertThat(a).isEqualTo(b);
    }

    /// An old store does not fit the labelled file.
    @ParameterizedTest
    @ValueSource(strings = {"pcm.wav", "v24.mp3", "tone.flac"})
    void labellingLeavesAnOldC2paStoreBehind(String name) throws Exception {
        ManifestHost host = (ManifestHost) container(name);
        Source hosted = host.host(Source.of(SoundFiles.of(name)), store(64, 1)).file();
        assertThat(host.find(container(name).label(hosted, JSON))).isEmpty();
    }

    /// Bytes that look like a false start of sound where the tag must not be changed by them.
    private static byte[] store(int length, int seed) {
        byte[] store = new byte[length];
        Arrays.fill(store, (byte) seed);
        store[10] = -1;
        store[11] = 0;
        store[12] = -1;
        store[13] = (byte) 0xFB;
        return store;
    }

    @Test
    void streamsOfOtherCodecsAreReadAndRefusedByName() throws Exception {
        Container ogg = new OggContainer();
        for (String name : List.of("speex.ogg", "flac.ogg")) {
            Source file = Source.of(SoundFiles.of(name));
            assertThat(ogg.read(file).unread()).isEmpty();
            assertThat(ogg.read(file).flaws()).isEmpty();
            assertThatExceptionOfType(LabelException.class)
                    .isThrownBy(() -> ogg.label(file, JSON))
                    .matches(refused -> refused.code() == LabelException.Code.UNSUPPORTED);
        }
    }
}
