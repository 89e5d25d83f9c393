package io.mingshi.labels.fingerprint;

import static org.assertj.core.api.Assertions.assertThat;

import io.mingshi.labels.MediaType;
import io.mingshi.labels.watermark.picture.SyntheticPhotograph;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.awt.image.RescaleOp;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PictureFingerprintTest {
    private static final int PICTURES = 24;
    private static final Map<String, UnaryOperator<BufferedImage>> CHANGES = changes();

    static Stream<String> everyChange() {
        return CHANGES.keySet().stream();
    }

    private static Map<String, UnaryOperator<BufferedImage>> changes() {
        Map<String, UnaryOperator<BufferedImage>> changes = new LinkedHashMap<>();
        changes.put("half the size", picture -> sized(picture, 320, 240));
        changes.put("a quarter of the size", picture -> sized(picture, 160, 120));
        changes.put("larger", picture -> sized(picture, 1500, 1125));
        changes.put("another shape", picture -> sized(picture, 500, 500));
        changes.put("JPEG 75", picture -> jpeg(picture, 0.75f));
        changes.put("JPEG 30", picture -> jpeg(picture, 0.3f));
        changes.put("half the size, JPEG 50", picture -> jpeg(sized(picture, 320, 240), 0.5f));
        changes.put("brighter", picture -> toned(picture, 1, 12));
        changes.put("darker", picture -> toned(picture, 0.9f, 0));
        changes.put("a line of text", PictureFingerprintTest::written);
        return changes;
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

    /// What other implementations of PDQ give may differ in a few bits: they make large pictures smaller in other ways.
    @Test
    void sizeBoundsTheWorkAndNotTheResult() {
        BufferedImage large = SyntheticPhotograph.of(2400, 1600, 11);
        assertThat(fingerprint(large).distance(fingerprint(sized(large, 1200, 800))))
                .isLessThanOrEqualTo(10);
    }

    private static PictureFingerprint fingerprint(BufferedImage picture) {
        return PictureFingerprint.of(picture).orElseThrow();
    }

    private static BufferedImage sized(BufferedImage picture, int width, int height) {
        var sized = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = sized.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        g.drawImage(picture, 0, 0, width, height, null);
        g.dispose();
        return sized;
    }

    private static BufferedImage toned(BufferedImage picture, float factor, float more) {
        return new RescaleOp(factor, more, null).filter(picture, null);
    }

    private static BufferedImage written(BufferedImage picture) {
        BufferedImage written = sized(picture, picture.getWidth(), picture.getHeight());
        Graphics2D g = written.createGraphics();
        g.setColor(Color.WHITE);
        g.drawString("made by a machine " + new Random(5).nextInt(100), 20, picture.getHeight() - 20);
        g.dispose();
        return written;
    }

    private static BufferedImage jpeg(BufferedImage picture, float quality) {
        var writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        var bytes = new ByteArrayOutputStream();
        try (var out = ImageIO.createImageOutputStream(bytes)) {
            writer.setOutput(out);
            ImageWriteParam param = writer.getDefaultWriteParam();
            param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            param.setCompressionQuality(quality);
            writer.write(null, new IIOImage(picture, null, null), param);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } finally {
            writer.dispose();
        }
        try {
            return ImageIO.read(new ByteArrayInputStream(bytes.toByteArray()));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
