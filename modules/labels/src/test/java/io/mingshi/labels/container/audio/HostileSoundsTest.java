package io.mingshi.labels.container.audio;

import static io.mingshi.labels.container.audio.SoundFiles.JSON;
import static org.assertj.core.api.Assertions.assertThat;

import io.mingshi.labels.LabelException;
import io.mingshi.labels.container.Container;
import io.mingshi.labels.container.ManifestHost;
import io.mingshi.labels.source.Source;
import io.mingshi.testkit.Requirement;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/// Whatever the bytes are, they are read and labelled, or refused by name.
@Requirement("PG-X.2")
class HostileSoundsTest {
    private static final List<Container> CONTAINERS =
            List.of(new WavContainer(), new Mp3Container(), new FlacContainer(), new OggContainer());

    private static final int TAGGED = SoundFiles.NAMES.size();

    private static String name(int which) {
        return which == TAGGED ? "tagged.mp3" : SoundFiles.NAMES.get(which);
    }

    private static byte[] file(int which) {
        return which == TAGGED ? Mp3ContainerTest.withTagsBehind() : SoundFiles.of(name(which));
    }

    @Property(tries = 1500)
    void randomBytesBehindAKnownHeadAreAnswered(@ForAll("heads") String head, @ForAll byte[] tail) throws IOException {
        byte[] content = SoundFiles.concat(SoundFiles.latin1(head), tail);
        for (Container container : CONTAINERS) {
            answer(container, content);
        }
    }

    @Property(tries = 1500)
    void aMutatedFileIsAnswered(
            @ForAll @IntRange(max = 12) int which,
            @ForAll @Size(min = 1, max = 6) List<@IntRange(max = 1 << 30) Integer> places,
            @ForAll @Size(6) List<Byte> values)
            throws IOException {
        String name = name(which);
        Container container = SoundFiles.container(name);
        byte[] file = labelledHalfTheTime(which, container, places.getFirst());
        for (int i = 0; i < places.size(); i++) {
            int reach = i % 2 == 0 ? file.length : Math.min(file.length, 400);
            file[places.get(i) % reach] = values.get(i);
        }
        answer(container, file);
    }

    private static byte[] labelledHalfTheTime(int which, Container container, int chance) {
        return chance % 2 == 0 ? SoundFiles.labelled(container, file(which), JSON) : file(which);
    }

    @Property(tries = 600)
    void aCutFileIsAnswered(@ForAll @IntRange(max = 12) int which, @ForAll @IntRange(max = 12_000) int length)
            throws IOException {
        String name = name(which);
        byte[] file = file(which);
        answer(SoundFiles.container(name), Arrays.copyOf(file, Math.min(length, file.length)));
    }

    /// The first part of one file before the second of another.
    @Property(tries = 600)
    void aFileOfTwoHalvesIsAnswered(
            @ForAll @IntRange(max = 12) int first,
            @ForAll @IntRange(max = 12) int second,
            @ForAll @IntRange(max = 2000) int cut)
            throws IOException {
        byte[] a = file(first);
        byte[] b = file(second);
        byte[] both = SoundFiles.concat(Arrays.copyOf(a, Math.min(cut, a.length)), b);
        for (Container container : CONTAINERS) {
            answer(container, both);
        }
    }

    private static void answer(Container container, byte[] content) throws IOException {
        assertThat(container.read(Source.of(content))).isNotNull();
        try {
            Source labelled = container.label(Source.of(content), JSON);
            byte[] bytes = SoundFiles.bytes(labelled);
            assertThat(bytes).hasSize(Math.toIntExact(labelled.size()));
            SoundContainersTest.expectOneLabel(container.read(Source.of(bytes)), JSON);
        } catch (LabelException refused) {
            assertThat(refused.getMessage()).isNotBlank();
        }
        if (container instanceof ManifestHost host) {
            answer(host, content);
        }
    }

    private static void answer(ManifestHost host, byte[] content) throws IOException {
        try {
            host.find(Source.of(content));
            Source hosted = host.host(Source.of(content), new byte[33]).file();
            assertThat(host.find(hosted).orElseThrow().store().size()).isEqualTo(33);
        } catch (LabelException refused) {
            assertThat(refused.getMessage()).isNotBlank();
        }
    }

    @Provide
    Arbitrary<String> heads() {
        return Arbitraries.of(
                "",
                "RIFF\u00FF\0\0\0WAVEfmt ",
                "RIFF\0\0\0\0WAVEfmt \u0010\0\0\0\u0001\0\u0001\0\u0040\u001F\0\0\u0040\u001F\0\0\u0001\0\u0008\0",
                "RIFF\u00FF\u00FF\u00FF\u00FFWAVEfmt \u0010\0\0\0\u0001\0\u0001\0\u0040\u001F\0\0\u0040\u001F\0\0\u0001\0\u0008\0data\u00FF\u00FF\u00FF\u00FF",
                "RF64\u00FF\u00FF\u00FF\u00FFWAVEds64\u001C\0\0\0",
                "ID3\u0003\0\0\0\0\0\u0040TXXX\0\0\0\u0010\0\0",
                "ID3\u0004\0\u0080\0\0\0\u0040TXXX\0\0\0\u0010\0\0",
                "ID3\u0002\0\0\0\0\0\u0040TXX\0\0\u0010",
                "\u00FF\u00FB\u0090\u0000",
                "\u00FF\u00FB\u0000\u0000",
                "fLaC\0\0\0\"",
                "fLaC\u0084\0\0\u0010",
                "OggS\0\u0002\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\u0001\u001E\u0001vorbis",
                "OggS\0\u0002\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\u0001\u0013OpusHead");
    }
}
