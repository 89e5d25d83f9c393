package io.mingshi.labels.fingerprint;

import java.util.Arrays;

/// The 16 by 16 lowest frequencies of a thumbnail, without the mean.
final class Frequencies {
    private static final int COUNT = 16;

    /// The discrete cosine transform: row `i` is the frequency `i + 1`.
    private static final double[][] COSINES = cosines();

    private final double[] values;
    private final double median;

    private Frequencies(double[] values) {
        this.values = values;
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        this.median = sorted[(sorted.length - 1) / 2];
    }

    static Frequencies of(Thumbnail thumbnail) {
        double[][] down = new double[COUNT][Thumbnail.SIZE];
        for (int i = 0; i < COUNT; i++) {
            for (int x = 0; x < Thumbnail.SIZE; x++) {
                for (int y = 0; y < Thumbnail.SIZE; y++) {
                    down[i][x] += COSINES[i][y] * thumbnail.at(x, y);
                }
            }
        }
        double[] values = new double[COUNT * COUNT];
        for (int i = 0; i < COUNT; i++) {
            for (int j = 0; j < COUNT; j++) {
                for (int x = 0; x < Thumbnail.SIZE; x++) {
                    values[i * COUNT + j] += down[i][x] * COSINES[j][x];
                }
            }
        }
        return new Frequencies(values);
    }

    /// @param place the row times 16 plus the column
    boolean aboveMedian(int place) {
        return values[place] > median;
    }

    private static double[][] cosines() {
        double[][] cosines = new double[COUNT][Thumbnail.SIZE];
        for (int i = 0; i < COUNT; i++) {
            for (int j = 0; j < Thumbnail.SIZE; j++) {
                cosines[i][j] = Math.sqrt(2.0 / Thumbnail.SIZE)
                        * Math.cos(Math.PI / 2 / Thumbnail.SIZE * (i + 1) * (2 * j + 1));
            }
        }
        return cosines;
    }
}
