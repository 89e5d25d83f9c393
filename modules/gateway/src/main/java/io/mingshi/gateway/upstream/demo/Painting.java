package io.mingshi.gateway.upstream.demo;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.mingshi.gateway.Media;
import io.mingshi.gateway.Prompt;
import io.mingshi.labels.MediaType;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Random;
import javax.imageio.ImageIO;

/// A picture of overlapping waves whose colours and shapes follow from the description.
final class Painting {
    private static final int WAVES = 5;

    private Painting() {}

    static Media of(Prompt.Picture prompt, int variant) {
        var random = new Random(seed(prompt.description(), variant));
        double[][] waves = new double[3 * WAVES][];
        for (int i = 0; i < waves.length; i++) {
            waves[i] =
                    new double[] {random.nextGaussian() * 6, random.nextGaussian() * 6, random.nextDouble() * Math.TAU};
        }
        var image = new BufferedImage(prompt.width(), prompt.height(), BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < prompt.height(); y++) {
            for (int x = 0; x < prompt.width(); x++) {
                image.setRGB(x, y, colour(waves, (double) x / prompt.width(), (double) y / prompt.height()));
            }
        }
        return new Media(MediaType.PNG, encode(image, "png"));
    }

    private static int colour(double[][] waves, double x, double y) {
        int rgb = 0;
        for (int channel = 0; channel < 3; channel++) {
            double sum = 0;
            for (int i = 0; i < WAVES; i++) {
                double[] wave = waves[channel * WAVES + i];
                sum += Math.sin(wave[0] * x + wave[1] * y + wave[2]);
            }
            rgb = rgb << 8 | (int) (127.5 + 127.5 * sum / WAVES);
        }
        return rgb;
    }

    /// FNV-1a, so that the same prompt gives the same picture on every machine.
    static long seed(String text, int variant) {
        long hash = 0xcbf29ce484222325L;
        for (byte b : text.getBytes(UTF_8)) {
            hash = (hash ^ (b & 0xff)) * 0x100000001b3L;
        }
        return hash + variant;
    }

    static byte[] encode(BufferedImage image, String format) {
        var out = new ByteArrayOutputStream();
        try {
            if (!ImageIO.write(image, format, out)) {
                throw new IllegalStateException("this Java platform writes no " + format);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("a picture cannot be written into memory", e);
        }
        return out.toByteArray();
    }
}
