package io.mingshi.screening.media;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Random;
import javax.imageio.ImageIO;

/// Pictures that the tests make.
final class Pictures {
    private Pictures() {}

    static BufferedImage even(Color colour) {
        var picture = new BufferedImage(160, 120, BufferedImage.TYPE_3BYTE_BGR);
        Graphics2D graphics = picture.createGraphics();
        graphics.setColor(colour);
        graphics.fillRect(0, 0, 160, 120);
        graphics.dispose();
        return picture;
    }

    /// Discs that are different for every seed.
    static BufferedImage discs(long seed) {
        var random = new Random(seed);
        BufferedImage picture = even(Color.GRAY);
        Graphics2D graphics = picture.createGraphics();
        for (int i = 0; i < 40; i++) {
            graphics.setColor(new Color(random.nextInt(256), random.nextInt(256), random.nextInt(256)));
            int size = 8 + random.nextInt(40);
            graphics.fillOval(random.nextInt(160) - size / 2, random.nextInt(120) - size / 2, size, size);
        }
        graphics.dispose();
        return picture;
    }

    static BufferedImage saying(String text) {
        var picture = new BufferedImage(640, 200, BufferedImage.TYPE_3BYTE_BGR);
        Graphics2D graphics = picture.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, 640, 200);
        graphics.setColor(Color.BLACK);
        graphics.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 36));
        graphics.drawString(text, 40, 110);
        graphics.dispose();
        return picture;
    }

    static byte[] png(BufferedImage picture) {
        var out = new ByteArrayOutputStream();
        try {
            ImageIO.write(picture, "png", out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
