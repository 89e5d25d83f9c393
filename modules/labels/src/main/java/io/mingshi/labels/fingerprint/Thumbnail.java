package io.mingshi.labels.fingerprint;

import java.awt.image.BufferedImage;

/// The brightness of a picture, blurred and taken down to 64 by 64 points of 0 to 255.
final class Thumbnail {
    static final int SIZE = 64;

    /// Larger pictures are averaged down to this first, so that time and memory do not grow with them.
    private static final int LARGEST = 512;

    /// Two box filters after another make the tent that PDQ blurs with.
    private static final int PASSES = 2;

    /// What the sum of the gradients is divided by, so that 100 is a picture with much to see.
    private static final int GRADIENTS_PER_QUALITY = 90;

    private static final int STEPS = 100;
    private static final int WHITE = 255;

    private final float[] values;

    private Thumbnail(float[] values) {
        this.values = values;
    }

    static Thumbnail of(BufferedImage picture) {
        Plane plane = Plane.of(picture, Math.min(LARGEST, picture.getWidth()), Math.min(LARGEST, picture.getHeight()));
        for (int pass = 0; pass < PASSES; pass++) {
            plane = plane.blurred(window(plane.width()), window(plane.height()));
        }
        float[] values = new float[SIZE * SIZE];
        for (int y = 0; y < SIZE; y++) {
            for (int x = 0; x < SIZE; x++) {
                values[y * SIZE + x] = plane.at(centre(x, plane.width()), centre(y, plane.height()));
            }
        }
        return new Thumbnail(values);
    }

    /// Half of what falls on one point, rounded up: two passes together reach over the whole of it.
    private static int window(int length) {
        return Math.ceilDiv(length, 2 * SIZE);
    }

    private static int centre(int point, int length) {
        return (int) ((point + 0.5) * length / SIZE);
    }

    float at(int x, int y) {
        return values[y * SIZE + x];
    }

    /// How much there is to see, 0 to 100: significant steps of brightness between neighbours.
    int quality() {
        int sum = 0;
        for (int i = 0; i < SIZE; i++) {
            for (int j = 1; j < SIZE; j++) {
                sum += steps(at(i, j - 1), at(i, j)) + steps(at(j - 1, i), at(j, i));
            }
        }
        return Math.min(STEPS, sum / GRADIENTS_PER_QUALITY);
    }

    private static int steps(float one, float other) {
        return Math.abs((int) ((one - other) * STEPS / WHITE));
    }
}
