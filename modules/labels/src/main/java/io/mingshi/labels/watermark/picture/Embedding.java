package io.mingshi.labels.watermark.picture;

import java.util.Arrays;

/// How a watermark is laid into a picture: strong enough to be read, weak enough not to be seen.
///
/// The host's own part in each coded bit is known, so bits that the picture speaks against are written more strongly,
/// and those that it speaks for more weakly.
final class Embedding {
    /// Amplitude of the guides, as a share of that of the coded bits (by root mean square of both parts).
    private static final double GUIDE_SHARE = 0.8;

    /// The bounds of a coded bit's amplitude, as shares of the usual one.
    private static final double WEAKEST = 0.15;

    private static final double STRONGEST = 2.2;

    private static final int BISECTIONS = 30;

    /// No frequency is raised more than so, to make up for what [#loss] takes.
    private static final double MOST_EMPHASIS = 3;

    /// Every how many rows the error is measured.
    private static final int SAMPLED_ROWS = 4;

    private static final double MOST_GAIN = 2;

    private final Pattern pattern;
    private final float[] code;
    private final Strength strength;

    /// @param code +1 or -1 for each coded bit
    Embedding(Pattern pattern, float[] code, Strength strength) {
        this.pattern = pattern;
        this.code = code;
        this.strength = strength;
    }

    /// The bounds of what may be seen; the tighter one counts.
    ///
    /// @param error the largest mean square error in squared grey levels
    /// @param dissimilarity how much of the structural similarity may go at most
    record Strength(double error, double dissimilarity) {
        /// With this peak signal-to-noise ratio in dB.
        static Strength of(double ratio, double dissimilarity) {
            return new Strength(255 * 255 / Math.pow(10, ratio / 10), dissimilarity);
        }
    }

    /// Changes the pixels.
    void apply(Pixels pixels) {
        Plane frame = CanonicalFrame.of(pixels);
        Texture texture = new Texture(frame);
        Mask mask = Mask.of(texture, strength);
        Plane change = new Plane(frame.width(), frame.height());
        lay(tile(texture, mask), mask.heights(), change);
        Resized wide = new Resized(change, pixels.width(), pixels.height());
        float gain = gain(wide, mask.variance(strength) * mask.power());
        float[] row = new float[pixels.width()];
        for (int y = 0; y < pixels.height(); y++) {
            wide.read(y, row);
            pixels.brighten(y, row, gain);
        }
    }

    /// By how much the change may be raised, or must be lowered, to have just the mean square error wanted: a picture
    /// smaller than the frame cannot hold the highest frequencies.
    private static float gain(Resized wide, double wanted) {
        float[] row = new float[wide.width()];
        double sum = 0;
        int rows = 0;
        for (int y = 0; y < wide.height(); y += SAMPLED_ROWS) {
            wide.read(y, row);
            for (float value : row) {
                sum += value * value;
            }
            rows++;
        }
        double error = sum / row.length / rows;
        return (float) Math.min(MOST_GAIN, Math.sqrt(wanted / (error + Float.MIN_NORMAL)));
    }

    private float[] tile(Texture texture, Mask mask) {
        float[] host = pattern.read(Placement.CANONICAL.fold(texture.signal()));
        for (int bit = 0; bit < host.length; bit++) {
            host[bit] /= (float) mask.visibility();
        }
        double variance = mask.variance(strength);
        double low = 0;
        double high = Math.sqrt(variance);
        for (int i = 0; i < BISECTIONS; i++) {
            double usual = (low + high) / 2;
            if (variance(amplitudes(host, usual), usual) > variance) {
                high = usual;
            } else {
                low = usual;
            }
        }
        Spectrum spectrum = pattern.written(amplitudes(host, low), (float) (GUIDE_SHARE * low));
        return emphasized(spectrum).cells();
    }

    private float[] amplitudes(float[] host, double usual) {
        float[] amplitudes = new float[code.length];
        for (int bit = 0; bit < code.length; bit++) {
            double wanted = usual - code[bit] * host[bit];
            amplitudes[bit] = code[bit] * (float) Math.clamp(wanted, WEAKEST * usual, STRONGEST * usual);
        }
        return amplitudes;
    }

    /// Of the tile: a real or imaginary part of amplitude a makes a wave of height 2a.
    private double variance(float[] amplitudes, double usual) {
        double guide = GUIDE_SHARE * usual;
        double sum = 2 * guide * guide * pattern.guideCount();
        for (float amplitude : amplitudes) {
            sum += amplitude * amplitude * Pattern.COPIES;
        }
        return 2 * sum;
    }

    /// Makes up for what is lost when the tile is enlarged to the picture's size.
    private static Spectrum emphasized(Spectrum spectrum) {
        Spectrum emphasized = new Spectrum();
        for (int i = 0; i < Ring.size(); i++) {
            int at = Ring.at(i);
            double lost = loss(Spectrum.u(at)) * loss(Spectrum.v(at));
            float gain = (float) Math.min(MOST_EMPHASIS, 1 / lost);
            emphasized.add(at, gain * spectrum.re(at), gain * spectrum.im(at));
        }
        return emphasized;
    }

    /// What linear interpolation leaves of a frequency.
    private static double loss(int periods) {
        double angle = Math.PI * periods / Spectrum.TILE;
        return periods == 0 ? 1 : Math.pow(Math.sin(angle) / angle, 2);
    }

    private static void lay(float[] tile, Plane mask, Plane change) {
        int[] columns = new int[mask.width()];
        Arrays.setAll(columns, x -> cell(x, mask.width()));
        for (int y = 0; y < mask.height(); y++) {
            int row = cell(y, mask.height()) * Spectrum.CELLS;
            int from = y * mask.width();
            for (int x = 0; x < columns.length; x++) {
                change.values()[from + x] = tile[row + columns[x]] * mask.values()[from + x];
            }
        }
    }

    /// The middle of the frame is the origin, so that a mirrored picture needs no search.
    private static int cell(int position, int length) {
        return Math.floorMod(2 * position + 1 - length, Spectrum.CELLS);
    }
}
