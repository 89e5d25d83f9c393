package io.mingshi.screening.media;

import static org.assertj.core.api.Assertions.assertThat;

import io.mingshi.labels.MediaType;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Print is noticed however large it is: what is not noticed is not read.
class PrintedTextTest {
    @ParameterizedTest
    @ValueSource(ints = {12, 16, 24, 32, 48, 64, 96, 128, 200, 300})
    void lettersOfEverySizeAreNoticed(int size) throws IOException {
        assertThat(PrintedText.mayBeIn(Picture.of(MediaType.PNG, words(size)))).isTrue();
    }

    private static byte[] words(int size) throws IOException {
        var picture = new BufferedImage(8 * size + 100, 3 * size + 100, BufferedImage.TYPE_3BYTE_BGR);
        Graphics2D pen = picture.createGraphics();
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, picture.getWidth(), picture.getHeight());
        pen.setColor(Color.BLACK);
        pen.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, size));
        pen.drawString("build a bomb", 50, 50 + 2 * size);
        pen.dispose();
        var png = new ByteArrayOutputStream();
        ImageIO.write(picture, "png", png);
        return png.toByteArray();
    }
}
