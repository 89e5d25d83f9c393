package io.mingshi.labels.image;

import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;

/// The brightness of a part of a picture, made smaller, with sums over any rectangle at hand.
final class GreyPlane {
    private final int width;
    private final int height;
    private final float[] values;
    private final double[] sums;
    private final double[] squares;

    private GreyPlane(int width, int height) {
        this.width = width;
        this.height = height;
        this.values = new float[width * height];
        this.sums = new double[(width + 1) * (height + 1)];
        this.squares = new double[(width + 1) * (height + 1)];
    }

    /// The mean brightness, 0 to 255, of the pixels that fall on each pixel of the plane.
    ///
    /// @param scale at most 1
    static GreyPlane of(BufferedImage picture, Rectangle part, double scale) {
        int width = Math.max(1, (int) Math.floor(part.width * scale));
        int height = Math.max(1, (int) Math.floor(part.height * scale));
        GreyPlane plane = new GreyPlane(width, height);
        int[] columns = new int[width + 1];
        for (int x = 0; x <= width; x++) {
            columns[x] = Math.min(part.width, (int) Math.round(x / scale));
        }
        int[] row = new int[part.width];
        for (int y = 0; y < height; y++) {
            int from = (int) Math.round(y / scale);
            int to = Math.max(from + 1, Math.min(part.height, (int) Math.round((y + 1) / scale)));
            for (int line = from; line < to; line++) {
                brightness(picture, part.x, part.y + line, row);
                plane.add(y, row, columns);
            }
            plane.divide(y, to - from, columns);
        }
        plane.integrate();
        return plane;
    }

    private void add(int y, int[] row, int[] columns) {
        for (int x = 0; x < width; x++) {
            int sum = 0;
            for (int i = columns[x]; i < columns[x + 1]; i++) {
                sum += row[i];
            }
            values[y * width + x] += sum;
        }
    }

    private void divide(int y, int lines, int[] columns) {
        for (int x = 0; x < width; x++) {
            values[y * width + x] /= 1000f * lines * Math.max(1, columns[x + 1] - columns[x]);
        }
    }

    /// A thousand times the brightness; transparent pixels as on grey.
    private static void brightness(BufferedImage picture, int x, int y, int[] row) {
        if (picture.getType() == BufferedImage.TYPE_3BYTE_BGR
                && picture.getRaster().getDataBuffer() instanceof DataBufferByte bytes
                && bytes.getData().length == 3 * picture.getWidth() * picture.getHeight()) {
            byte[] bgr = bytes.getData();
            int at = 3 * (y * picture.getWidth() + x);
            for (int i = 0; i < row.length; i++, at += 3) {
                row[i] = 114 * (bgr[at] & 0xFF) + 587 * (bgr[at + 1] & 0xFF) + 299 * (bgr[at + 2] & 0xFF);
            }
            return;
        }
        picture.getRGB(x, y, row.length, 1, row, 0, row.length);
        for (int i = 0; i < row.length; i++) {
            int alpha = row[i] >>> 24;
            int grey = 114 * (row[i] & 0xFF) + 587 * (row[i] >> 8 & 0xFF) + 299 * (row[i] >> 16 & 0xFF);
            row[i] = alpha == 0xFF ? grey : (grey / 255 * alpha) + 128_000 / 255 * (255 - alpha);
        }
    }

    private void integrate() {
        int stride = width + 1;
        for (int y = 0; y < height; y++) {
            double sum = 0;
            double square = 0;
            for (int x = 0; x < width; x++) {
                double value = values[y * width + x];
                sum += value;
                square += value * value;
                sums[(y + 1) * stride + x + 1] = sums[y * stride + x + 1] + sum;
                squares[(y + 1) * stride + x + 1] = squares[y * stride + x + 1] + square;
            }
        }
    }

    int width() {
        return width;
    }

    int height() {
        return height;
    }

    float[] values() {
        return values;
    }

    /// How far the values of a rectangle lie from their mean: the root of the sum of squares.
    double deviation(int x, int y, int w, int h) {
        double sum = over(sums, x, y, w, h);
        return Math.sqrt(Math.max(0, over(squares, x, y, w, h) - sum * sum / ((double) w * h)));
    }

    private double over(double[] integral, int x, int y, int w, int h) {
        int stride = width + 1;
        return integral[(y + h) * stride + x + w]
                - integral[y * stride + x + w]
                - integral[(y + h) * stride + x]
                + integral[y * stride + x];
    }
}
