package io.mingshi.screening.media;

import static org.bytedeco.opencv.global.opencv_core.CV_8UC1;
import static org.bytedeco.opencv.global.opencv_core.CV_8UC3;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.opencv.opencv_core.Mat;

/// Pictures as OpenCV takes them; loading this loads nothing native, using it does.
final class Matrices {
    private Matrices() {}

    /// Makes a part of OpenCV ready.
    ///
    /// @throws UnscreenableException where OpenCV is missing for this system
    static void load(Class<?> part) {
        try {
            Loader.load(part);
        } catch (LinkageError e) {
            throw UnscreenableException.check(
                    "OpenCV is missing: put the jars org.bytedeco:opencv for this system on the class path", e);
        }
    }

    /// The picture no larger than this on its longer side, which bounds the time of every search in it.
    static BufferedImage within(BufferedImage picture, int longest) {
        double scale = Math.min(1, (double) longest / Math.max(picture.getWidth(), picture.getHeight()));
        int width = Math.max(1, (int) Math.round(picture.getWidth() * scale));
        int height = Math.max(1, (int) Math.round(picture.getHeight() * scale));
        return drawn(picture, width, height, BufferedImage.TYPE_3BYTE_BGR);
    }

    /// The picture in another size, on white where it is transparent.
    static BufferedImage drawn(BufferedImage picture, int width, int height, int type) {
        BufferedImage halved = picture;
        while (halved.getWidth() >= 2 * width && halved.getHeight() >= 2 * height) {
            halved = painted(halved, halved.getWidth() / 2, halved.getHeight() / 2, BufferedImage.TYPE_3BYTE_BGR);
        }
        return painted(halved, width, height, type);
    }

    private static BufferedImage painted(BufferedImage picture, int width, int height, int type) {
        BufferedImage drawn = new BufferedImage(width, height, type);
        Graphics2D graphics = drawn.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, width, height);
        graphics.drawImage(picture, 0, 0, width, height, null);
        graphics.dispose();
        return drawn;
    }

    static Mat colour(BufferedImage picture) {
        return new Mat(picture.getHeight(), picture.getWidth(), CV_8UC3, new BytePointer(bytes(picture)));
    }

    static Mat grey(BufferedImage picture) {
        return new Mat(picture.getHeight(), picture.getWidth(), CV_8UC1, new BytePointer(bytes(picture)));
    }

    static byte[] bytes(BufferedImage picture) {
        return ((DataBufferByte) picture.getRaster().getDataBuffer()).getData();
    }
}
