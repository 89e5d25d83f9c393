package io.mingshi.labels.fingerprint;

import java.awt.image.BufferedImage;
import java.util.Arrays;

/// Brightness, 0 to 255, point by point.
final class Plane {
    private static final int OPAQUE = 0xFF;

    private final int width;
    private final int height;
    private final float[] values;

    private Plane(int width, int height, float[] values) {
        this.width = width;
        this.height = height;
        this.values = values;
    }

    /// The mean brightness of the pixels that fall on each point.
    ///
    /// @param width at most that of the picture, as is the height
    static Plane of(BufferedImage picture, int width, int height) {
        float[] values = new float[width * height];
        int[] row = new int[picture.getWidth()];
        float[] sums = new float[width];
        for (int y = 0; y < height; y++) {
            int from = start(y, height, picture.getHeight());
            int to = start(y + 1, height, picture.getHeight());
            Arrays.fill(sums, 0);
            for (int line = from; line < to; line++) {
                picture.getRGB(0, line, row.length, 1, row, 0, row.length);
                addMeans(row, sums);
            }
            for (int x = 0; x < width; x++) {
                values[y * width + x] = sums[x] / (to - from);
            }
        }
        return new Plane(width, height, values);
    }

    private static void addMeans(int[] row, float[] sums) {
        for (int x = 0; x < sums.length; x++) {
            int from = start(x, sums.length, row.length);
            int to = start(x + 1, sums.length, row.length);
            float sum = 0;
            for (int i = from; i < to; i++) {
                sum += brightness(row[i]);
            }
            sums[x] += sum / (to - from);
        }
    }

    private static int start(int point, int points, int pixels) {
        return (int) ((long) point * pixels / points);
    }

    /// Transparent pixels as on white.
    private static float brightness(int argb) {
        float grey = 0.299f * (argb >> 16 & 0xFF) + 0.587f * (argb >> 8 & 0xFF) + 0.114f * (argb & 0xFF);
        int alpha = argb >>> 24;
        return alpha == OPAQUE ? grey : (grey * alpha + OPAQUE * (OPAQUE - alpha)) / OPAQUE;
    }

    int width() {
        return width;
    }

    int height() {
        return height;
    }

    float at(int x, int y) {
        return values[y * width + x];
    }

    /// The mean over a window around each point, which is cut off at the edges.
    Plane blurred(int across, int down) {
        float[] rows = new float[values.length];
        for (int y = 0; y < height; y++) {
            blur(values, rows, y * width, 1, width, across);
        }
        float[] blurred = new float[values.length];
        for (int x = 0; x < width; x++) {
            blur(rows, blurred, x, width, height, down);
        }
        return new Plane(width, height, blurred);
    }

    /// An even window reaches one point further ahead than back.
    private static void blur(float[] from, float[] to, int first, int step, int length, int window) {
        int ahead = window / 2;
        int back = window - 1 - ahead;
        double sum = 0;
        for (int i = 0; i < Math.min(ahead, length); i++) {
            sum += from[first + i * step];
        }
        for (int i = 0; i < length; i++) {
            if (i + ahead < length) {
                sum += from[first + (i + ahead) * step];
            }
            if (i - back > 0) {
                sum -= from[first + (i - back - 1) * step];
            }
            int points = Math.min(i + ahead, length - 1) - Math.max(i - back, 0) + 1;
            to[first + i * step] = (float) (sum / points);
        }
    }
}
