package io.mingshi.labels.watermark.picture;

import java.util.Arrays;

/// A picture in another size, made row by row; rows are asked for from the top down.
final class Resized implements Luma {
    private final Luma luma;
    private final int width;
    private final int height;
    private final Resampling down;
    private final Resampling across;
    private final float[] sum;

    /// The rows that were read last: a new row shares some of them with the one above.
    private final float[][] rows;

    private final int[] numbers;

    Resized(Luma luma, int width, int height) {
        this.luma = luma;
        this.width = width;
        this.height = height;
        down = new Resampling(luma.height(), height);
        across = new Resampling(luma.width(), width);
        sum = new float[luma.width()];
        rows = new float[down.taps()][luma.width()];
        numbers = new int[down.taps()];
        Arrays.fill(numbers, -1);
    }

    @Override
    public int width() {
        return width;
    }

    @Override
    public int height() {
        return height;
    }

    @Override
    public void read(int y, float[] row) {
        read(y, row, 0);
    }

    void read(int y, float[] into, int at) {
        Arrays.fill(sum, 0);
        for (int k = 0; k < down.taps(); k++) {
            Plane.add(sum, 0, row(down.first(y) + k), 0, down.weight(y, k), sum.length);
        }
        across.across(sum, into, at);
    }

    private float[] row(int y) {
        int slot = y % rows.length;
        if (numbers[slot] != y) {
            luma.read(y, rows[slot]);
            numbers[slot] = y;
        }
        return rows[slot];
    }
}
