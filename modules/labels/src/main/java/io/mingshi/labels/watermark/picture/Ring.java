package io.mingshi.labels.watermark.picture;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/// The frequencies of a tile that carry a watermark: high enough to be told from the picture's own shapes, low enough
/// to
/// survive a fourfold reduction and strong compression.
final class Ring {
    private static final double INNER = 4;
    private static final double OUTER = 19.9;

    /// Within a band pictures disturb about alike.
    private static final int BANDS = 12;

    /// Keeps bands that a resize emptied from counting without bound.
    private static final float LEAST_SHARE = 0.02f;

    private static final int[] FREQUENCIES = IntStream.range(0, Spectrum.SIZE)
            .filter(at -> Spectrum.v(at) > 0 || Spectrum.u(at) > 0)
            .filter(at -> radius(at) >= INNER && radius(at) <= OUTER)
            .boxed()
            .sorted(Comparator.comparingDouble(Ring::radius))
            .mapToInt(at -> at)
            .toArray();

    private static final int[] U = Arrays.stream(FREQUENCIES).map(Spectrum::u).toArray();
    private static final int[] V = Arrays.stream(FREQUENCIES).map(Spectrum::v).toArray();

    private static final int[] BAND = IntStream.range(0, Spectrum.SIZE)
            .map(at -> (int) Math.clamp((radius(at) - INNER) / (OUTER - INNER) * BANDS, 0.0, BANDS - 1.0))
            .toArray();

    private Ring() {}

    /// How many there are.
    static int size() {
        return FREQUENCIES.length;
    }

    /// The place in a [Spectrum] of the `i`th frequency, the lowest first.
    static int at(int i) {
        return FREQUENCIES[i];
    }

    /// Its periods across a tile.
    static int u(int i) {
        return U[i];
    }

    /// Its periods down a tile.
    static int v(int i) {
        return V[i];
    }

    private static double radius(int at) {
        return Math.hypot(Spectrum.u(at), Spectrum.v(at));
    }

    /// How much each frequency of a spectrum should count: the inverse of the mean power of its band.
    static float[] weights(Spectrum spectrum) {
        float[] power = new float[BANDS];
        int[] members = new int[BANDS];
        float all = 0;
        for (int at : FREQUENCIES) {
            power[BAND[at]] += spectrum.power(at);
            members[BAND[at]]++;
            all += spectrum.power(at);
        }
        float least = Math.max(Float.MIN_NORMAL, LEAST_SHARE * all / FREQUENCIES.length);
        float[] weights = new float[Spectrum.SIZE];
        for (int at : FREQUENCIES) {
            weights[at] = 1 / (power[BAND[at]] / members[BAND[at]] + least);
        }
        return weights;
    }
}
