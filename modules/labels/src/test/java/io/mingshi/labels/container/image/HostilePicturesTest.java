package io.mingshi.labels.container.image;

import static io.mingshi.labels.container.image.PictureFiles.JSON;
import static io.mingshi.labels.container.image.PictureFiles.concat;
import static io.mingshi.labels.container.image.PictureFiles.container;
import static io.mingshi.labels.container.image.PictureFiles.latin1;
import static org.assertj.core.api.Assertions.assertThat;

import io.mingshi.labels.LabelException;
import io.mingshi.labels.container.LabelSite;
import io.mingshi.labels.container.LabelSite.Place;
import io.mingshi.labels.container.Sightings;
import io.mingshi.labels.source.Source;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/// Part of PG-X.2: whatever the bytes are, reading answers, and labelling labels or refuses by name.
class HostilePicturesTest {
    private static final List<byte[]> FILES = Stream.concat(
                    PictureFiles.NAMES.stream().map(PictureFiles::bytes), labelled())
            .toList();

    private static Stream<byte[]> labelled() {
        return PictureFiles.NAMES.stream().map(name -> {
            try {
                return container(name)
                        .label(Source.of(PictureFiles.bytes(name)), "{\"Label\":\"2\"}")
                        .bytes();
            } catch (IOException neverInMemory) {
                throw new IllegalStateException(neverInMemory);
            }
        });
    }

    private static String name(int which) {
        return PictureFiles.NAMES.get(which % PictureFiles.NAMES.size());
    }

    private static void check(String name, byte[] content) throws IOException {
        Sightings before = container(name).read(Source.of(content));
        try {
            Source labelled = container(name).label(Source.of(content), JSON);
            Sightings seen = container(name).read(labelled);
            assertThat(seen.flaws()).isEmpty();
            assertThat(seen.sites())
                    .containsExactly(new LabelSite(
                            Place.PRESCRIBED, seen.sites().getFirst().location(), JSON));
        } catch (LabelException refused) {
            assertThat(refused.code()).isNotEqualTo(LabelException.Code.INVALID_LABEL);
            assertThat(before.flaws().size()
                            + before.unread().size()
                            + before.sites().size())
                    .as("what is refused has a flaw or a label that cannot be removed")
                    .isPositive();
        }
    }

    @Property(tries = 2000)
    void randomBytesBehindAKnownHeadAreAnswered(@ForAll("heads") String head, @ForAll byte[] tail) throws IOException {
        for (String name : List.of("a.png", "a.jpg", "a.webp", "a.gif", "a.tif")) {
            check(name, concat(latin1(head), tail));
        }
    }

    @Property(tries = 4000)
    void aMutatedPictureIsAnswered(
            @ForAll @IntRange(max = 29) int which,
            @ForAll @Size(min = 1, max = 6) List<@IntRange(max = 1 << 30) Integer> places,
            @ForAll @Size(6) List<Byte> values)
            throws IOException {
        byte[] file = FILES.get(which).clone();
        for (int i = 0; i < places.size(); i++) {
            int reach = i % 2 == 0 ? file.length : Math.min(file.length, 700);
            file[places.get(i) % reach] = values.get(i);
        }
        check(name(which), file);
    }

    /// Labels of many forms at any place, so that taking one out may make another.
    @Property(tries = 2000)
    void aPictureWithLabelsGluedInIsAnswered(
            @ForAll @IntRange(max = 29) int which,
            @ForAll @IntRange(max = 1 << 30) int place,
            @ForAll @Size(min = 1, max = 8) List<@From("glue") String> glue)
            throws IOException {
        byte[] file = FILES.get(which).clone();
        byte[] text = latin1(String.join("", glue));
        int at = place % file.length;
        System.arraycopy(text, 0, file, at, Math.min(text.length, file.length - at));
        check(name(which), file);
        if (name(which).endsWith("jpg")) {
            check("a.jpg", PictureFiles.withSegment(PictureFiles.bytes("made.jpg"), 0xE4 + place % 4, text));
        } else if (name(which).endsWith("png")) {
            check("a.png", PictureFiles.withChunk(PictureFiles.bytes("made.png"), "tEXt", text));
        }
    }

    @Provide
    Arbitrary<String> glue() {
        return Arbitraries.of(
                "AIGC",
                "AIGC{",
                "{",
                "}",
                "{\"AIGC\":",
                "\"",
                ":",
                "\0",
                " ",
                "AIGC\0",
                "\\",
                "x",
                "<",
                "AIGC={}",
                "<TC260:AIGC>");
    }

    @Provide
    Arbitrary<String> heads() {
        return Arbitraries.of(
                "",
                "\u0089PNG\r\n\u001A\n\0\0\0\rIHDR",
                "\u00FF\u00D8\u00FF\u00E1\0\u0040http://ns.adobe.com/xap/1.0/\0",
                "\u00FF\u00D8\u00FF\u00EB\0\u0020JP\0\u0001\0\0\0\u0001\0\0\0\u0020jumb",
                "RIFF\u0020\0\0\0WEBPVP8X",
                "RIFF\u0020\0\0\0WEBPVP8L\u0008\0\0\0/",
                "GIF89a\u0010\0\u0010\0\0\0\0!\u00FF\u000BXMP DataXMP",
                "GIF89a\u0010\0\u0010\0\u0080\0\0",
                "II*\0\u0008\0\0\0\u0002\0",
                "MM\0*\0\0\0\u0008\0\u0003\u0002\u00BC\0\u0007");
    }
}
