package io.mingshi.labels.fingerprint;

import static org.assertj.core.api.Assertions.assertThat;

import io.mingshi.labels.MediaType;
import io.mingshi.labels.watermark.picture.SyntheticPhotograph;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PictureFingerprintTest {
    private static final int PICTURES = 24;
    private static final Map<String, UnaryOperator<BufferedImage>> CHANGES = Changes.all();

    static Stream<String> everyChange() {
        return CHANGES.keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("everyChange")
    void aPictureIsKnownAgainAfter(String change) {
        List<Integer> distances = IntStream.range(0, PICTURES)
                .mapToObj(seed -> {
                    BufferedImage picture = SyntheticPhotograph.of(640, 480, seed);
                    return fingerprint(picture)
                            .distance(fingerprint(CHANGES.get(change).apply(picture)));
                })
                .toList();
        assertThat(distances).as(change).allMatch(distance -> distance <= PictureFingerprint.SAME);
    }

    @Test
    void otherPicturesAreFarAway() {
        List<PictureFingerprint> all = IntStream.range(0, 100)
                .mapToObj(seed -> fingerprint(SyntheticPhotograph.of(320, 240, seed)))
                .toList();
        List<Integer> distances = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            for (int j = 0; j < i; j++) {
                distances.add(all.get(i).distance(all.get(j)));
            }
        }
        assertThat(distances).allMatch(distance -> distance > 2 * PictureFingerprint.SAME);
        assertThat(distances.stream().mapToInt(Integer::intValue).average().orElseThrow())
                .isBetween(100.0, 140.0);
    }

    /// Half of the frequencies lie above their median, whatever the picture.
    @Test
    void halfOfTheBitsAreSet() {
        var nothing = new PictureFingerprint(0, 0, 0, 0);
        for (int seed = 0; seed < PICTURES; seed++) {
            assertThat(fingerprint(SyntheticPhotograph.of(300, 200, seed)).distance(nothing))
                    .isEqualTo(PictureFingerprint.BITS / 2);
        }
    }

    @Test
    void aPictureThatShowsNothingHasNoFingerprint() {
        for (int size : new int[] {1, 4, 63, 64, 65, 1000}) {
            assertThat(PictureFingerprint.of(new BufferedImage(size, size, BufferedImage.TYPE_INT_RGB)))
                    .isEmpty();
        }
    }

    /// The wave of the k-th frequency of the transform stands alone above the median of the others.
    @Test
    void bitsStandForTheFrequenciesInTheirOrder() {
        for (int frequency : new int[] {1, 2, 7, 16}) {
            var wave = new BufferedImage(Thumbnail.SIZE, Thumbnail.SIZE, BufferedImage.TYPE_BYTE_GRAY);
            for (int y = 0; y < Thumbnail.SIZE; y++) {
                for (int x = 0; x < Thumbnail.SIZE; x++) {
                    double angle = Math.PI / 2 / Thumbnail.SIZE;
                    double value =
                            127 + 120 * Math.cos(angle * frequency * (2 * x + 1)) * Math.cos(angle * 3 * (2 * y + 1));
                    wave.getRaster().setSample(x, y, 0, (int) Math.round(value));
                }
            }
            PictureFingerprint found = PictureFingerprint.of(Frequencies.of(Thumbnail.of(wave)));
            int bit = 2 * 16 + frequency - 1;
            int digit = Character.digit(found.toString().charAt(63 - bit / 4), 16);
            assertThat(digit >> bit % 4 & 1).as("frequency " + frequency).isOne();
        }
    }

    @Test
    void itIsReadAsItWasWritten() {
        PictureFingerprint fingerprint = fingerprint(SyntheticPhotograph.of(300, 200, 7));
        assertThat(fingerprint.toString()).matches("[0-9a-f]{64}");
        assertThat(PictureFingerprint.parse(fingerprint.toString())).contains(fingerprint);
        assertThat(fingerprint.distance(fingerprint)).isZero();
        for (String not : List.of("", "00", "g".repeat(64), "A".repeat(64), "0".repeat(65))) {
            assertThat(PictureFingerprint.parse(not)).isEmpty();
        }
    }

    @Test
    void filesOfPicturesHaveOneAndOthersHaveNone() throws IOException {
        BufferedImage picture = SyntheticPhotograph.of(300, 200, 3);
        var png = new ByteArrayOutputStream();
        ImageIO.write(picture, "png", png);
        assertThat(PictureFingerprint.of(MediaType.PNG, png.toByteArray())).contains(fingerprint(picture));
        assertThat(PictureFingerprint.of(MediaType.TEXT, new byte[] {'a'})).isEmpty();
    }

    /// What other implementations of PDQ give may differ in a few bits: they make large pictures smaller in
    /// other ways.
    @Test
    void sizeBoundsTheWorkAndNotTheResult() {
        BufferedImage large = SyntheticPhotograph.of(2400, 1600, 11);
        assertThat(fingerprint(large).distance(fingerprint(Changes.sized(large, 1200, 800))))
                .isLessThanOrEqualTo(10);
    }

    private static PictureFingerprint fingerprint(BufferedImage picture) {
        return PictureFingerprint.of(picture).orElseThrow();
    }
}
