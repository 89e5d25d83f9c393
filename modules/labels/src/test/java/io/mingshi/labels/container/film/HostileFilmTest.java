package io.mingshi.labels.container.film;

import static org.assertj.core.api.Assertions.assertThat;

import io.mingshi.labels.LabelException;
import io.mingshi.labels.container.Bytes;
import io.mingshi.labels.container.Container;
import io.mingshi.labels.container.Sightings;
import io.mingshi.labels.container.bmff.BmffContainer;
import io.mingshi.labels.container.bmff.HeifContainer;
import io.mingshi.testkit.Requirement;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/// Whatever the bytes are, reading answers and labelling labels or refuses by name.
@Requirement("PG-X.2")
class HostileFilmTest {
    private static final List<Container> CONTAINERS = List.of(
            new BmffContainer(), new HeifContainer(), new MatroskaContainer(), new FlvContainer(), new AviContainer());

    private static final List<String> NAMES = names();
    private static final List<byte[]> FILES = files();

    private static List<String> names() {
        List<String> names = new ArrayList<>(Films.FILMS);
        names.addAll(Films.PICTURES);
        return names;
    }

    /// Plain ones and labelled ones.
    private static List<byte[]> files() {
        List<byte[]> files = new ArrayList<>();
        NAMES.forEach(name -> files.add(Films.bytes(name)));
        NAMES.forEach(name -> files.add(Films.labelled(name)));
        return files;
    }

    @Property(tries = 1500)
    void randomBytesBehindAKnownHeadAreAnswered(@ForAll("heads") String head, @ForAll byte[] tail) {
        byte[] file = Films.concat(Bytes.latin1(head), tail);
        CONTAINERS.forEach(container -> answer(container, file));
    }

    @Property(tries = 1500)
    void aTruncatedFileIsAnswered(@ForAll @IntRange(max = 35) int which, @ForAll("shares") double share) {
        byte[] whole = FILES.get(which);
        answer(container(which), Arrays.copyOf(whole, (int) (share * whole.length)));
    }

    /// Fragments, live films and FLV may end behind any part.
    @Property(tries = 1000)
    void aTruncatedFileOfKnownLengthIsNeverTakenForOneWithoutLabel(
            @ForAll("ofKnownLength") String name, @ForAll("shares") double share) {
        byte[] whole = Films.bytes(name);
        Sightings seen = Films.read(Films.container(name), Arrays.copyOf(whole, (int) (share * whole.length)));
        assertThat(seen.flaws().isEmpty() && seen.unread().isEmpty()).isFalse();
    }

    @Property(tries = 2500)
    void aMutatedFileIsAnswered(
            @ForAll @IntRange(max = 35) int which,
            @ForAll @Size(min = 1, max = 6) List<@IntRange(max = 1 << 30) Integer> places,
            @ForAll @Size(6) List<Byte> values) {
        byte[] file = FILES.get(which).clone();
        for (int i = 0; i < places.size(); i++) {
            int reach = i % 2 == 0 ? file.length : Math.min(file.length, 1800);
            file[places.get(i) % reach] = values.get(i);
        }
        answer(container(which), file);
    }

    /// Sizes and counts are what parsers stumble over.
    @Property(tries = 2500)
    void aFileWithAWrongNumberIsAnswered(
            @ForAll @IntRange(max = 35) int which,
            @ForAll @IntRange(max = 1 << 30) int place,
            @ForAll("numbers") int number) {
        byte[] file = FILES.get(which).clone();
        int at = place % Math.min(file.length - 3, 2200);
        ByteBuffer.wrap(file).putInt(at, number);
        answer(container(which), file);
    }

    private static Container container(int which) {
        return Films.container(NAMES.get(which % NAMES.size()));
    }

    private static void answer(Container container, byte[] file) {
        assertThat(Films.read(container, file)).isNotNull();
        try {
            Films.assertLabelled(container, Films.label(container, file, Films.JSON), Films.JSON);
        } catch (LabelException refused) {
            assertThat(refused.getMessage()).isNotBlank();
        }
    }

    @Provide
    Arbitrary<String> ofKnownLength() {
        return Arbitraries.of(
                "plain.mp4",
                "faststart.mp4",
                "itunes.mp4",
                "plain.mov",
                "camera.mov",
                "sound.m4a",
                "plain.mkv",
                "merged.mkv",
                "plain.webm",
                "plain.avi",
                "plain.heic",
                "described.heic",
                "plain.avif");
    }

    @Provide
    Arbitrary<String> heads() {
        return Arbitraries.of(
                "",
                "\0\0\0\u0010ftypisom\0\0\0\0\0\0\0\0moov",
                "\0\0\0\u0010ftypqt  \0\0\0\0\0\0\0\u0040moov\0\0\0\u0020udta\0\0\0\u0018meta",
                "\0\0\0\u0010ftypheic\0\0\0\0\0\0\0\u0040meta\0\0\0\0\0\0\0\u0014hdlr\0\0\0\0\0\0\0\0pict\0\0\0\u0010iloc",
                "\0\0\0\u0010ftypavif\0\0\0\0\0\0\0\0meta",
                "\u001AE\u00DF\u00A3\u008BB\u0082\u0088matroska\u0018S\u0080g\u0001\u00FF\u00FF\u00FF\u00FF\u00FF\u00FF\u00FF\u0016T\u00AEk\u0080",
                "\u001AE\u00DF\u00A3\u0087B\u0082\u0084webm\u0018S\u0080g\u00FF\u0016T\u00AEk\u0080\u001F\u0043\u00B6\u0075\u00FF",
                "FLV\u0001\u0005\0\0\0\u0009\0\0\0\0\u0012\0\0\u0040",
                "RIFF\u00FF\0\0\0AVI LIST");
    }

    @Provide
    Arbitrary<Double> shares() {
        return Arbitraries.doubles().between(0.0, true, 1.0, false).ofScale(4);
    }

    @Provide
    Arbitrary<Integer> numbers() {
        return Arbitraries.of(
                0,
                1,
                2,
                7,
                8,
                9,
                0x7F,
                0xFF,
                0xFFFF,
                0x10000,
                0x7FFFFFFF,
                0x80000000,
                0xFFFFFFFF,
                0x01FFFFFF,
                0xEC000000,
                0x2000_0000);
    }
}
