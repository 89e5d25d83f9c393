package io.mingshi.screening.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mingshi.labels.fingerprint.PictureFingerprint;
import io.mingshi.screening.media.KnownPictures.Match;
import io.mingshi.screening.media.KnownPictures.Origin;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class KnownPicturesTest {
    private static final Origin ORIGIN = new Origin("KNOWN:list", "A.2-1");

    /// Nothing within the distance is missed, whichever bits differ.
    @Property(tries = 300)
    void theIndexFindsWhatComparingAllFinds(
            @ForAll long seed, @ForAll @IntRange(max = 40) int changes, @ForAll @IntRange(max = 31) int distance) {
        var random = new Random(seed);
        List<PictureFingerprint> fingerprints =
                IntStream.range(0, 200).mapToObj(_ -> any(random)).toList();
        var collection = new KnownPictures.Collection();
        fingerprints.forEach(fingerprint -> collection.add(fingerprint, ORIGIN));
        PictureFingerprint wanted = changed(fingerprints.get(random.nextInt(200)), changes, random);
        int nearest = fingerprints.stream().mapToInt(wanted::distance).min().orElseThrow();
        assertThat(collection.indexed().nearest(wanted, distance).map(Match::distance))
                .isEqualTo(nearest <= distance ? Optional.of(nearest) : Optional.empty());
    }

    @Test
    void anEmptyListKnowsNothing() {
        assertThat(new KnownPictures.Collection().indexed().nearest(any(new Random(1)), 31))
                .isEmpty();
    }

    @Test
    void aListIsReadAsOthersWriteIt() throws IOException {
        String hash = any(new Random(2)).toString();
        String list = "# from the hotline\n\n" + hash.toUpperCase(Locale.ROOT) + ",100,a note\r\n" + hash;
        var known = KnownPictureList.read(list, ORIGIN);
        assertThat(known.size()).isEqualTo(2);
        assertThat(known.nearest(PictureFingerprint.parse(hash).orElseThrow(), 0))
                .contains(new Match(ORIGIN, 0));
    }

    @Test
    void aListWithAWrongLineIsNotReadInPart() {
        assertThatThrownBy(() -> KnownPictureList.read(any(new Random(3)) + "\nabc", ORIGIN))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("line 2");
        assertThatThrownBy(() -> KnownPictureList.read("a".repeat(2_000), ORIGIN))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("more than");
    }

    @Property(tries = 500)
    void anyListIsReadOrRefused(@ForAll @StringLength(max = 300) String list) throws IOException {
        try {
            assertThat(KnownPictureList.read(list, ORIGIN).size()).isGreaterThanOrEqualTo(0);
        } catch (IllegalArgumentException refused) {
            assertThat(refused).hasMessageContaining("line");
        }
    }

    static PictureFingerprint any(Random random) {
        return new PictureFingerprint(random.nextLong(), random.nextLong(), random.nextLong(), random.nextLong());
    }

    static PictureFingerprint changed(PictureFingerprint fingerprint, int bits, Random random) {
        List<Integer> places = new ArrayList<>(IntStream.range(0, 256).boxed().toList());
        Collections.shuffle(places, random);
        long[] words = {fingerprint.first(), fingerprint.second(), fingerprint.third(), fingerprint.fourth()};
        places.subList(0, bits).forEach(place -> words[place / 64] ^= 1L << place);
        return new PictureFingerprint(words[0], words[1], words[2], words[3]);
    }
}
