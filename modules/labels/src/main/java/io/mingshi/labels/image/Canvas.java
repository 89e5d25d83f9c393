package io.mingshi.labels.image;

import java.awt.Graphics2D;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;

/// Turns any decoded picture into one that can be drawn on: 8 bits per sample, RGB with or without alpha, upright.
public final class Canvas {
    private Canvas() {}

    /// The picture itself if it is already so, or a converted copy.
    ///
    /// @param orientation the EXIF orientation of the pixels, 1 to 8; the result is upright
    public static BufferedImage of(BufferedImage decoded, int orientation) {
        BufferedImage drawable = isDrawable(decoded) ? decoded : converted(decoded);
        return orientation == 1 ? drawable : turned(drawable, orientation);
    }

    private static boolean isDrawable(BufferedImage picture) {
        return picture.getType() == BufferedImage.TYPE_3BYTE_BGR || picture.getType() == BufferedImage.TYPE_4BYTE_ABGR;
    }

    private static BufferedImage blank(int width, int height, boolean alpha) {
        return new BufferedImage(width, height, alpha ? BufferedImage.TYPE_4BYTE_ABGR : BufferedImage.TYPE_3BYTE_BGR);
    }

    private static BufferedImage converted(BufferedImage from) {
        ColorModel model = from.getColorModel();
        BufferedImage to = blank(from.getWidth(), from.getHeight(), model.hasAlpha());
        boolean grey = model.getColorSpace().getType() == ColorSpace.TYPE_GRAY;
        if (grey && !(model instanceof IndexColorModel)) {
            copyGrey(from, to);
        } else if (model.getColorSpace().isCS_sRGB()) {
            copyRows(from, to);
        } else {
            Graphics2D g = to.createGraphics();
            g.drawImage(from, 0, 0, null);
            g.dispose();
        }
        return to;
    }

    private static void copyRows(BufferedImage from, BufferedImage to) {
        int[] row = new int[from.getWidth()];
        for (int y = 0; y < from.getHeight(); y++) {
            from.getRGB(0, y, row.length, 1, row, 0, row.length);
            to.setRGB(0, y, row.length, 1, row, 0, row.length);
        }
    }

    /// Sample by sample: the JDK's grey colour space is linear and would brighten the picture.
    private static void copyGrey(BufferedImage from, BufferedImage to) {
        Raster raster = from.getRaster();
        int shift = Math.max(0, from.getColorModel().getComponentSize(0) - 8);
        boolean alpha = from.getColorModel().hasAlpha();
        int width = from.getWidth();
        int bands = raster.getNumBands();
        int[] samples = new int[width * bands];
        int[] row = new int[width];
        for (int y = 0; y < from.getHeight(); y++) {
            raster.getPixels(raster.getMinX(), raster.getMinY() + y, width, 1, samples);
            for (int x = 0; x < width; x++) {
                int grey = samples[x * bands] >> shift;
                int opacity = alpha ? samples[x * bands + 1] >> shift : 0xFF;
                row[x] = (opacity << 24) | (grey << 16) | (grey << 8) | grey;
            }
            to.setRGB(0, y, width, 1, row, 0, width);
        }
    }

    /// Orientations 5 to 8 swap the sides; each is a reflection and a turn (Exif 2.32, tag 0x0112).
    private static BufferedImage turned(BufferedImage from, int orientation) {
        int w = from.getWidth();
        int h = from.getHeight();
        boolean swaps = orientation >= 5;
        BufferedImage to =
                blank(swaps ? h : w, swaps ? w : h, from.getColorModel().hasAlpha());
        for (int y = 0; y < h; y++) {
            for (int x = 0; x < w; x++) {
                int mirroredX = w - 1 - x;
                int mirroredY = h - 1 - y;
                int toX = switch (orientation) {
                    case 2, 3 -> mirroredX;
                    case 5, 8 -> y;
                    case 6, 7 -> mirroredY;
                    default -> x;
                };
                int toY = switch (orientation) {
                    case 3, 4 -> mirroredY;
                    case 5, 6 -> x;
                    case 7, 8 -> mirroredX;
                    default -> y;
                };
                to.setRGB(toX, toY, from.getRGB(x, y));
            }
        }
        return to;
    }
}
