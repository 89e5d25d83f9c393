package io.mingshi.labels.watermark.picture;

import io.mingshi.labels.watermark.WatermarkKey;
import io.mingshi.labels.watermark.code.KeyedSequence;
import io.mingshi.labels.watermark.code.SealedId;
import java.util.Arrays;

/// Which frequencies carry which coded bit, and which a known pattern to find the others by, as the key decides.
final class Pattern {
    /// Each coded bit is written so often, each time in another third of the ring: no third can be lost with all of it.
    static final int COPIES = 3;

    private static final int BITS = SealedId.CODED_BITS;

    private final int[] guides;
    private final float[] guideRe;
    private final float[] guideIm;

    /// For the copy `c` of the bit `b`, at `c * BITS + b`: twice its frequency's place, plus one for the imaginary
    /// part.
    private final int[] places;

    private final int[] signs;

    Pattern(WatermarkKey key) {
        KeyedSequence random = new KeyedSequence(key, "picture");
        int carriers = BITS * COPIES / 2;
        guides = new int[Ring.size() - carriers];
        guideRe = new float[guides.length];
        guideIm = new float[guides.length];
        places = new int[2 * carriers];
        signs = new int[2 * carriers];
        divide(random);
        for (int copy = 0; copy < COPIES; copy++) {
            int[] third = Arrays.copyOfRange(places, copy * BITS, (copy + 1) * BITS);
            random.shuffle(third);
            System.arraycopy(third, 0, places, copy * BITS, BITS);
        }
        Arrays.setAll(signs, i -> random.sign());
    }

    /// One frequency of each stretch of the ring becomes a guide, the others carry bits.
    private void divide(KeyedSequence random) {
        int next = 0;
        for (int g = 0; g < guides.length; g++) {
            int from = g * Ring.size() / guides.length;
            int to = (g + 1) * Ring.size() / guides.length;
            int guide = from + random.below(to - from);
            guides[g] = Ring.at(guide);
            guideRe[g] = random.sign();
            guideIm[g] = random.sign();
            for (int i = from; i < to; i++) {
                if (i != guide) {
                    places[next++] = 2 * Ring.at(i);
                    places[next++] = 2 * Ring.at(i) + 1;
                }
            }
        }
    }

    int guideCount() {
        return guides.length;
    }

    /// What of a spectrum lies where each coded bit is written, as the mean of its copies: the amplitude of a one is
    /// positive.
    float[] read(Spectrum spectrum) {
        float[] weights = Ring.weights(spectrum);
        float[] sum = new float[BITS];
        float[] weight = new float[BITS];
        for (int i = 0; i < places.length; i++) {
            int at = places[i] >> 1;
            float value = (places[i] & 1) == 0 ? spectrum.re(at) : spectrum.im(at);
            sum[i % BITS] += weights[at] * signs[i] * value;
            weight[i % BITS] += weights[at];
        }
        for (int bit = 0; bit < BITS; bit++) {
            sum[bit] /= weight[bit];
        }
        return sum;
    }

    /// A pattern with these amplitudes of the coded bits and of the guides.
    Spectrum written(float[] amplitudes, float guide) {
        Spectrum spectrum = new Spectrum();
        for (int i = 0; i < places.length; i++) {
            float value = 2 * signs[i] * amplitudes[i % BITS];
            spectrum.add(places[i] >> 1, (places[i] & 1) == 0 ? value : 0, (places[i] & 1) == 0 ? 0 : value);
        }
        for (int g = 0; g < guides.length; g++) {
            spectrum.add(guides[g], 2 * guide * guideRe[g], 2 * guide * guideIm[g]);
        }
        return spectrum;
    }

    /// Where the guides show best.
    Alignment align(Spectrum spectrum) {
        float[] weights = Ring.weights(spectrum);
        Spectrum match = new Spectrum();
        double noise = 0;
        for (int g = 0; g < guides.length; g++) {
            int at = guides[g];
            float re = weights[at] * spectrum.re(at);
            float im = weights[at] * spectrum.im(at);
            match.add(at, re * guideRe[g] + im * guideIm[g], im * guideRe[g] - re * guideIm[g]);
            noise += re * re + im * im;
        }
        float[] cells = match.cells();
        int best = 0;
        for (int i = 1; i < cells.length; i++) {
            best = cells[i] > cells[best] ? i : best;
        }
        int row = best / Spectrum.CELLS;
        int column = best % Spectrum.CELLS;
        return new Alignment(cells[best] / Math.sqrt(noise + Float.MIN_NORMAL), column / 2.0, row / 2.0);
    }

    /// A shift in pixels.
    ///
    /// @param score in standard deviations of what noise gives at one place
    record Alignment(double score, double x, double y) {}
}
