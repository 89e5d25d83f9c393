package io.mingshi.labels.watermark.picture;

/// Which samples make up each new sample when a row gets another length, and how much of each: linear between samples
/// when it grows, a mean weighted by a triangle when it shrinks.
final class Resampling {
    private final int taps;
    private final int[] first;
    private final float[] weights;

    Resampling(int from, int to) {
        double scale = (double) from / to;
        double reach = Math.max(1, scale);
        taps = Math.min(from, (int) Math.ceil(2 * reach));
        first = new int[to];
        weights = new float[to * taps];
        for (int i = 0; i < to; i++) {
            place(i, (i + 0.5) * scale - 0.5, reach, from);
        }
    }

    /// What would lie outside falls on the edge.
    private void place(int i, double centre, double reach, int from) {
        int low = (int) Math.floor(centre - reach) + 1;
        int high = (int) Math.ceil(centre + reach) - 1;
        first[i] = Math.clamp(low, 0, from - taps);
        float sum = 0;
        for (int at = low; at <= high; at++) {
            float weight = (float) (1 - Math.abs(at - centre) / reach);
            weights[i * taps + Math.clamp(at, 0, from - 1) - first[i]] += weight;
            sum += weight;
        }
        for (int k = 0; k < taps; k++) {
            weights[i * taps + k] /= sum;
        }
    }

    /// How many old samples make up a new one.
    int taps() {
        return taps;
    }

    /// The first old sample of the new sample `i`.
    int first(int i) {
        return first[i];
    }

    /// How much the old sample `first + k` gives to the new sample `i`.
    float weight(int i, int k) {
        return weights[i * taps + k];
    }

    /// A row in its new length, put at a place of an array.
    void across(float[] row, float[] into, int at) {
        if (taps == 2) {
            between(row, into, at);
            return;
        }
        int next = 0;
        for (int i = 0; i < first.length; i++) {
            float sum = 0;
            for (int k = 0; k < taps; k++) {
                sum += weights[next++] * row[first[i] + k];
            }
            into[at + i] = sum;
        }
    }

    /// The same for two samples each, which is what growing takes; the shorter loop is twice as fast.
    private void between(float[] row, float[] into, int at) {
        for (int i = 0; i < first.length; i++) {
            int from = first[i];
            into[at + i] = weights[2 * i] * row[from] + weights[2 * i + 1] * row[from + 1];
        }
    }
}
