package io.mingshi.labeling;

import io.mingshi.labels.LabelEngine;
import io.mingshi.labels.MediaType;
import io.mingshi.labels.ProviderCode;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Random;
import javax.imageio.ImageIO;

/// Pictures for tests, each different from all others.
final class Pictures {
    static final String OURS = "001191000000000000000K10001";
    static final String THEIRS = "001191999999MA0000007910001";

    private static final Random RANDOM = new Random(45438);

    private Pictures() {}

    static byte[] png() {
        return png(400, 300);
    }

    static byte[] png(int width, int height) {
        BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = picture.createGraphics();
        g.setPaint(new GradientPaint(0, 0, new Color(60, 90, 160), width, height, new Color(200, 150, 90)));
        g.fillRect(0, 0, width, height);
        for (int i = 0; i < 300; i++) {
            g.setColor(new Color(RANDOM.nextInt(0x1000000)));
            g.fillOval(RANDOM.nextInt(width), RANDOM.nextInt(height), 4 + RANDOM.nextInt(60), 4 + RANDOM.nextInt(60));
        }
        g.dispose();
        return encode(picture);
    }

    static byte[] jpeg() {
        var jpeg = new ByteArrayOutputStream();
        try {
            ImageIO.write(ImageIO.read(new ByteArrayInputStream(png())), "jpeg", jpeg);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return jpeg.toByteArray();
    }

    static byte[] jpegLabelledBy(String provider, String produceId) {
        return new LabelEngine(ProviderCode.of(provider))
                .label(MediaType.JPEG, jpeg(), produceId)
                .bytes();
    }

    /// The same pixels without any metadata.
    static byte[] stripped(byte[] png) {
        try {
            return encode(ImageIO.read(new ByteArrayInputStream(png)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] labelledBy(String provider, String produceId) {
        return new LabelEngine(ProviderCode.of(provider))
                .label(MediaType.PNG, png(), produceId)
                .bytes();
    }

    private static byte[] encode(BufferedImage picture) {
        var png = new ByteArrayOutputStream();
        try {
            ImageIO.write(picture, "png", png);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return png.toByteArray();
    }
}
