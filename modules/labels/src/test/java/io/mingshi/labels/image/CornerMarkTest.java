package io.mingshi.labels.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.mingshi.testkit.Requirement;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.font.FontRenderContext;
import java.awt.image.BufferedImage;
import java.io.InputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CornerMarkTest {
    /// Measured on black and on white by a ruler that knows nothing of the engine.
    @Requirement({"GB-5.2a", "GB-5.2b", "GB-5.2c"})
    @ParameterizedTest
    @CsvSource({"64,64", "333,600", "512,512", "1024,768", "1920,1080", "1080,1920", "4000,70", "70,4000"})
    void theInkOfEveryLetterHasFivePercentOfTheShortestSideAndLiesInside(int width, int height) {
        for (Color background : new Color[] {Color.WHITE, Color.BLACK}) {
            BufferedImage picture = filled(width, height, background);
            CornerMark mark = CornerMark.forPicture(width, height).orElseThrow();
            mark.draw(picture);
            int required = (int) Math.ceil(0.05 * Math.min(width, height));
            assertThat(new Rectangle(width, height).contains(mark.plate())).isTrue();
            assertThat(whiteHeight(picture, mark.ink(), 1.0)).isGreaterThanOrEqualTo(required);
            assertThat(whiteHeight(picture, mark.ink(), 0.25))
                    .as("the letter A")
                    .isGreaterThanOrEqualTo(required);
            assertThat(mark.flawIn(cut(picture, mark.plate()))).isEmpty();
        }
    }

    @Test
    void aMarkThatIsMissingMovedOrPaintedOverIsNoticed() {
        CornerMark mark = CornerMark.forPicture(400, 300).orElseThrow();
        BufferedImage picture = filled(400, 300, Color.WHITE);
        assertThat(mark.flawIn(cut(picture, mark.plate()))).isPresent();
        mark.draw(picture);
        Rectangle moved = new Rectangle(mark.plate());
        moved.translate(-6, 0);
        assertThat(mark.flawIn(cut(picture, moved))).isPresent();
        Graphics2D g = picture.createGraphics();
        g.setColor(Color.DARK_GRAY);
        g.fillRect(mark.ink().x, mark.ink().y, mark.ink().width, mark.ink().height / 2);
        g.dispose();
        assertThat(mark.flawIn(cut(picture, mark.plate()))).isPresent();
    }

    @Requirement("GB-5.2d")
    @Test
    void tinyPicturesHaveNoMark() {
        assertThat(CornerMark.forPicture(63, 1000)).isEmpty();
    }

    @Test
    void theStoredOutlinesAreThoseOfTheFont() throws Exception {
        try (InputStream file = CornerMarkTest.class.getResourceAsStream("/io/mingshi/labels/aigc-label.ttf")) {
            Font font = Font.createFont(Font.TRUETYPE_FONT, file).deriveFont(1000f);
            var line = font.createGlyphVector(new FontRenderContext(null, true, true), CornerMark.WORDING)
                    .getOutline()
                    .getBounds2D();
            var ours = Glyphs.outline(CornerMark.WORDING).getBounds2D();
            assertThat(ours.getX()).isCloseTo(line.getX(), within(2.0));
            assertThat(ours.getWidth()).isCloseTo(line.getWidth(), within(4.0));
            assertThat(ours.getHeight()).isCloseTo(line.getHeight(), within(2.0));
        }
    }

    private static BufferedImage filled(int width, int height, Color color) {
        BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
        Graphics2D g = picture.createGraphics();
        g.setColor(color);
        g.fillRect(0, 0, width, height);
        g.dispose();
        return picture;
    }

    private static BufferedImage cut(BufferedImage picture, Rectangle part) {
        return picture.getSubimage(part.x, part.y, part.width, part.height);
    }

    private static int whiteHeight(BufferedImage picture, Rectangle box, double share) {
        int top = Integer.MAX_VALUE;
        int bottom = -1;
        for (int y = box.y; y < box.y + box.height; y++) {
            for (int x = box.x; x < box.x + box.width * share; x++) {
                if ((picture.getRGB(x, y) & 0xFF) > 160) {
                    top = Math.min(top, y);
                    bottom = Math.max(bottom, y);
                }
            }
        }
        return bottom - top + 1;
    }
}
