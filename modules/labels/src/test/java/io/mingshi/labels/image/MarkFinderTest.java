package io.mingshi.labels.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.mingshi.labels.ExplicitPolicy.Corner;
import io.mingshi.labels.MediaType;
import io.mingshi.labels.container.Perceived;
import io.mingshi.labels.container.Perceived.Box;
import io.mingshi.labels.image.PictureCodec.Coding;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class MarkFinderTest {
    private final MarkFinder finder = new MarkFinder();

    /// Spots of all sizes and colours, which have edges as photographs do.
    private static BufferedImage spots(int width, int height, long seed) {
        BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
        Graphics2D g = picture.createGraphics();
        Random random = new Random(seed);
        for (int i = 0; i < 800; i++) {
            g.setColor(new Color(random.nextInt(1 << 24)));
            int size = 2 + (int) (Math.min(width, height) * Math.pow(random.nextDouble(), 3) / 2);
            g.fillOval(random.nextInt(width), random.nextInt(height), size, size / (1 + random.nextInt(3)));
        }
        g.dispose();
        return picture;
    }

    private static CornerMark mark(BufferedImage picture, Corner corner) {
        CornerMark mark = CornerMark.forPicture(picture.getWidth(), picture.getHeight(), corner)
                .orElseThrow();
        mark.draw(picture);
        return mark;
    }

    private static BufferedImage scaled(BufferedImage picture, double factor) {
        int width = (int) (picture.getWidth() * factor);
        int height = (int) (picture.getHeight() * factor);
        BufferedImage scaled = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
        Graphics2D g = scaled.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        g.drawImage(picture, 0, 0, width, height, null);
        g.dispose();
        return scaled;
    }

    private static BufferedImage recoded(BufferedImage picture) throws IOException {
        PictureCodec codec = new JdkCodec();
        return Canvas.of(
                codec.decode(MediaType.JPEG, codec.encode(MediaType.JPEG, picture, new Coding(false, 0x22, false))), 1);
    }

    @ParameterizedTest
    @EnumSource(Corner.class)
    void theMarkIsFoundWhereItWasDrawnAfterScalingAndCoding(Corner corner) throws IOException {
        for (int i = 0; i < 3; i++) {
            BufferedImage picture = spots(900, 600, i);
            CornerMark mark = mark(picture, corner);
            List<BufferedImage> seen = List.of(
                    picture,
                    recoded(picture),
                    recoded(scaled(picture, 0.5)),
                    scaled(picture, 0.3),
                    scaled(picture, 1.6));
            for (BufferedImage copy : seen) {
                assertThat(finder.find(copy)).isInstanceOfSatisfying(Perceived.Found.class, found -> {
                    Box box = found.box().orElseThrow();
                    assertThat(found.where())
                            .isEqualTo(corner.name()
                                    .toLowerCase(Locale.ROOT)
                                    .replace("top_", "upper ")
                                    .replace("bottom_", "lower "));
                    assertThat(box.x() * 900).isCloseTo(mark.ink().getX(), within(8.0));
                    assertThat(box.y() * 600).isCloseTo(mark.ink().getY(), within(8.0));
                    assertThat(box.height() * 600).isCloseTo(mark.ink().getHeight(), within(9.0));
                });
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"64,64", "100,80", "128,96", "200,300", "1024,1024", "1920,1080", "640,6400", "6400,640", "50000,64"})
    void theMarkIsFoundInPicturesOfEverySizeAndShape(int width, int height) {
        BufferedImage picture = spots(width, height, 7);
        assertThat(finder.find(picture)).isInstanceOf(Perceived.NotFound.class);
        mark(picture, Corner.BOTTOM_RIGHT);
        assertThat(finder.find(picture)).isInstanceOf(Perceived.Found.class);
    }

    @Test
    void aPictureThatWasCutKeepsItsMark() {
        BufferedImage picture = spots(1000, 800, 4);
        mark(picture, Corner.BOTTOM_RIGHT);
        BufferedImage cut = picture.getSubimage(350, 200, 640, 590);
        assertThat(finder.find(cut)).isInstanceOf(Perceived.Found.class);
    }

    @Test
    void otherTextAndPatternsAreNoMark() {
        Stream.of("视频片段", "人工智能", "内容合成", "生成内容", "AIAIAI", "可能生成", "本图由")
                .forEach(
                        text -> assertThat(finder.find(written(text))).as(text).isInstanceOf(Perceived.NotFound.class));
        for (int cell : new int[] {3, 7, 16, 40}) {
            BufferedImage picture = new BufferedImage(600, 400, BufferedImage.TYPE_3BYTE_BGR);
            for (int y = 0; y < 400; y++) {
                for (int x = 0; x < 600; x++) {
                    picture.setRGB(x, y, (x / cell + y / cell) % 2 == 0 ? 0xFFFFFF : 0);
                }
            }
            assertThat(finder.find(picture)).isInstanceOf(Perceived.NotFound.class);
        }
        assertThat(finder.find(new BufferedImage(300, 200, BufferedImage.TYPE_3BYTE_BGR)))
                .isInstanceOf(Perceived.NotFound.class);
    }

    /// As notices of others are: without a plate, dark on bright, in the middle of the edge.
    @Test
    void theSameWordsWithoutAPlateAreFound() {
        assertThat(finder.find(written("AI生成")))
                .isInstanceOfSatisfying(
                        Perceived.Found.class,
                        found -> assertThat(found.where()).isEqualTo("lower middle"));
        assertThat(finder.find(written("内容由AI生成"))).isInstanceOf(Perceived.Found.class);
    }

    private static BufferedImage written(String text) {
        BufferedImage picture = new BufferedImage(600, 400, BufferedImage.TYPE_3BYTE_BGR);
        Graphics2D g = picture.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setColor(new Color(230, 220, 200));
        g.fillRect(0, 0, 600, 400);
        g.setColor(Color.DARK_GRAY);
        var outline = Glyphs.outline(text);
        double scale = 28 / outline.getBounds2D().getHeight();
        AffineTransform place =
                AffineTransform.getTranslateInstance(300 - outline.getBounds2D().getWidth() * scale / 2, 380);
        place.scale(scale, scale);
        g.fill(place.createTransformedShape(outline));
        g.dispose();
        return picture;
    }

    @Test
    void inPicturesWithoutRoomForAMarkNothingIsSearched() {
        assertThat(finder.find(spots(60, 60, 1))).isInstanceOf(Perceived.NotChecked.class);
    }
}
