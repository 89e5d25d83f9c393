package io.mingshi.labels.watermark.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mingshi.labels.LabelException;
import io.mingshi.labels.watermark.WatermarkKey;
import java.awt.image.BufferedImage;
import java.nio.charset.StandardCharsets;
import java.util.OptionalLong;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class PictureWatermarkTest {
    private static final WatermarkKey KEY = key("0123456789abcdef");
    private static final WatermarkKey ANOTHER = key("another secret..");
    private static final long ID = 0x1234_5678_9ABC_DEF1L;
    private static final BufferedImage UNMARKED = SyntheticPhotograph.of(640, 512, 1);
    private static final BufferedImage MARKED = marked(UNMARKED, ID);

    private static WatermarkKey key(String secret) {
        return WatermarkKey.of(secret.getBytes(StandardCharsets.US_ASCII));
    }

    private static BufferedImage marked(BufferedImage picture, long id) {
        BufferedImage copy = Editing.copy(picture);
        PictureWatermark.embed(copy, KEY, id);
        return copy;
    }

    @Test
    void aMarkedPictureLooksTheSame() {
        assertThat(Metrics.psnr(UNMARKED, MARKED)).isGreaterThan(42);
        assertThat(Metrics.ssim(UNMARKED, MARKED)).isGreaterThan(0.98);
    }

    @Property(tries = 8)
    void anyIdComesBack(@ForAll long id) {
        BufferedImage picture = marked(UNMARKED, id);
        assertThat(PictureWatermark.detect(picture, KEY)).isEqualTo(OptionalLong.of(id));
    }

    @ParameterizedTest
    @MethodSource
    void theIdIsFoundInTheWholePicture(UnaryOperator<BufferedImage> attack) {
        assertThat(PictureWatermark.detect(attack.apply(MARKED), KEY)).isEqualTo(OptionalLong.of(ID));
    }

    static Stream<Named<UnaryOperator<BufferedImage>>> theIdIsFoundInTheWholePicture() {
        return Stream.of(
                Named.of("JPEG Q50", picture -> Editing.jpeg(picture, 50)),
                Named.of("half the size, JPEG Q75", picture -> Editing.jpeg(Editing.scaled(picture, 0.5), 75)),
                Named.of("twice the size", picture -> Editing.scaled(picture, 2)),
                Named.of("mirrored", Editing::mirrored),
                Named.of("brighter", picture -> Editing.toned(picture, value -> value + 20)),
                Named.of("with a visible label", Editing::labelled));
    }

    @ParameterizedTest
    @MethodSource
    void theIdIsFoundInPartsAndTurned(UnaryOperator<BufferedImage> attack) {
        BufferedImage attacked = attack.apply(MARKED);
        assertThat(PictureWatermark.detectThoroughly(attacked, KEY)).isEqualTo(OptionalLong.of(ID));
        assertThat(PictureWatermark.detectThoroughly(attacked, ANOTHER)).isEmpty();
        assertThat(PictureWatermark.detectThoroughly(attack.apply(UNMARKED), KEY))
                .isEmpty();
    }

    static Stream<Named<UnaryOperator<BufferedImage>>> theIdIsFoundInPartsAndTurned() {
        return Stream.of(
                Named.of("cut to 80 %", picture -> Editing.jpeg(Editing.cropped(picture, 0.8, 0.3, 0.6), 75)),
                Named.of("cut to 55 %", picture -> Editing.cropped(picture, 0.55, 0.9, 0.1)),
                Named.of("turned by 2 degrees", picture -> Editing.jpeg(Editing.turned(picture, 2), 75)),
                Named.of("turned by a quarter", Editing::quarter),
                Named.of("stretched", picture -> Editing.sized(picture, 560, 560)),
                Named.of("cut and mirrored", picture -> Editing.mirrored(Editing.cropped(picture, 0.7, 0.5, 0.5))));
    }

    @Test
    void anUnmarkedPictureOrAnotherKeyShowsNothing() {
        assertThat(PictureWatermark.detectThoroughly(UNMARKED, KEY)).isEmpty();
        assertThat(PictureWatermark.detect(MARKED, ANOTHER)).isEmpty();
    }

    @Test
    void anEvenPictureCanBeMarked() {
        BufferedImage even = new BufferedImage(512, 512, BufferedImage.TYPE_3BYTE_BGR);
        assertThat(PictureWatermark.detectThoroughly(even, KEY)).isEmpty();
        assertThat(PictureWatermark.detect(marked(even, ID), KEY)).isEqualTo(OptionalLong.of(ID));
    }

    @Test
    void theAlphaOfAPictureStaysAsItIs() {
        BufferedImage picture = new BufferedImage(512, 300, BufferedImage.TYPE_4BYTE_ABGR);
        picture.createGraphics().drawImage(UNMARKED, 0, 0, null);
        for (int y = 0; y < 300; y++) {
            picture.setRGB(y, y, (picture.getRGB(y, y) & 0xFFFFFF) | (y << 24));
        }
        PictureWatermark.embed(picture, KEY, ID);
        assertThat(picture.getRGB(77, 77) >>> 24).isEqualTo(77);
        assertThat(PictureWatermark.detect(picture, KEY)).isEqualTo(OptionalLong.of(ID));
    }

    @Test
    void embeddingIsTheSameEachTime() {
        assertThat(Editing.bytes(marked(UNMARKED, ID))).isEqualTo(Editing.bytes(MARKED));
    }

    @ParameterizedTest
    @CsvSource({"1,1", "1,100000", "127,127", "2000,130", "100000,1"})
    void picturesTooSmallOrTooOblongAreRefusedAndShowNothing(int width, int height) {
        BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
        assertThatThrownBy(() -> PictureWatermark.embed(picture, KEY, ID))
                .isInstanceOfSatisfying(
                        LabelException.class,
                        refused -> assertThat(refused.code()).isEqualTo(LabelException.Code.NO_ROOM_FOR_WATERMARK));
        assertThat(PictureWatermark.detectThoroughly(picture, KEY)).isEmpty();
    }

    @Property(tries = 10)
    void picturesOfAnyFittingSizeAndTypeAreAnswered(
            @ForAll @IntRange(min = 128, max = 300) int width,
            @ForAll @IntRange(min = 128, max = 1000) int height,
            @ForAll @IntRange(min = 1, max = 13) int type) {
        BufferedImage picture = new BufferedImage(width, height, type);
        picture.createGraphics().drawImage(UNMARKED, 0, 0, null);
        assertThat(PictureWatermark.detectThoroughly(picture, KEY)).isEmpty();
    }
}
