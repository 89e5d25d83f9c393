package io.mingshi.gateway.upstream.demo;

import static io.mingshi.gateway.GatewayProblem.INVALID_REQUEST;
import static io.mingshi.gateway.GatewayProblem.TOO_LARGE;

import io.mingshi.gateway.Media;
import io.mingshi.labels.MediaType;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Random;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/// The uploaded picture in other colours, which follow from the instruction.
final class Retouching {
    /// Decoded pictures are held in memory: about 67 MB at most.
    private static final long MAX_PIXELS = 4096L * 4096;

    private Retouching() {}

    /// @param seed decides the colours
    static Media of(Media picture, long seed) {
        BufferedImage original = decode(picture.bytes());
        var random = new Random(seed);
        double[] gain = {0.4 + random.nextDouble(), 0.4 + random.nextDouble(), 0.4 + random.nextDouble()};
        var edited = new BufferedImage(original.getWidth(), original.getHeight(), BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < original.getHeight(); y++) {
            for (int x = 0; x < original.getWidth(); x++) {
                edited.setRGB(x, y, tinted(original.getRGB(x, y), gain));
            }
        }
        MediaType type = picture.type();
        return new Media(type, Painting.encode(edited, type == MediaType.PNG ? "png" : "jpg"));
    }

    private static int tinted(int rgb, double[] gain) {
        int red = Math.min(255, (int) ((rgb >> 16 & 0xff) * gain[0]));
        int green = Math.min(255, (int) ((rgb >> 8 & 0xff) * gain[1]));
        int blue = Math.min(255, (int) ((rgb & 0xff) * gain[2]));
        return red << 16 | green << 8 | blue;
    }

    /// Reads the size before the pixels, so that a small file cannot fill the memory.
    private static BufferedImage decode(byte[] bytes) {
        try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(bytes))) {
            var readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) {
                throw INVALID_REQUEST.with("the picture cannot be read: send a PNG or JPEG file");
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(in);
                if ((long) reader.getWidth(0) * reader.getHeight(0) > MAX_PIXELS) {
                    throw TOO_LARGE.with("the picture has more than " + MAX_PIXELS + " pixels: send a smaller one");
                }
                return reader.read(0);
            } finally {
                reader.dispose();
            }
        } catch (IOException | IllegalArgumentException e) {
            throw INVALID_REQUEST.with("the picture is damaged: send a complete PNG or JPEG file");
        }
    }
}
