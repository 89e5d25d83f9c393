package io.mingshi.labels.watermark.picture;

import io.mingshi.labels.watermark.picture.Embedding.Strength;

/// How far a pattern may change each pixel: further where much goes on, for there the eye sees little.
///
/// The height is a power of the local deviation. A high power costs much error in busy pictures, a low one much
/// similarity in smooth ones; the one that shows a detector the most within the bounds is taken.
final class Mask {
    private static final double[] EXPONENTS = {1, 0.75, 0.5};

    /// Stabilises the quotient in the structural similarity (SSIM) of Wang et al. 2004: (0.03 * 255)^2.
    private static final double SIMILARITY_FLOOR = 58.5225;

    private final Plane heights;
    private final double power;
    private final double dissimilarity;
    private final double visibility;

    private Mask(Plane deviation, double exponent) {
        heights = new Plane(deviation.width(), deviation.height());
        int count = heights.values().length;
        double squares = 0;
        double dissimilarities = 0;
        double seen = 0;
        for (int i = 0; i < count; i++) {
            double here = deviation.values()[i];
            double height = height(here, exponent);
            heights.values()[i] = (float) height;
            squares += height * height;
            dissimilarities += height * height / (2 * (here * here - Texture.SMOOTH) + SIMILARITY_FLOOR);
            seen += height / here;
        }
        power = squares / count;
        dissimilarity = dissimilarities / count;
        visibility = seen / count;
    }

    /// By square roots, which are many times faster than powers.
    private static double height(double deviation, double exponent) {
        double root = Math.sqrt(deviation);
        return exponent == 1 ? deviation : exponent == 0.5 ? root : root * Math.sqrt(root);
    }

    /// The best mask within these bounds.
    static Mask of(Texture texture, Strength strength) {
        Mask best = new Mask(texture.deviation(), EXPONENTS[0]);
        for (int i = 1; i < EXPONENTS.length; i++) {
            Mask next = new Mask(texture.deviation(), EXPONENTS[i]);
            best = next.shown(strength) > best.shown(strength) ? next : best;
        }
        return best;
    }

    private double shown(Strength strength) {
        return visibility * Math.sqrt(variance(strength));
    }

    /// The variance that a pattern may have.
    double variance(Strength strength) {
        return Math.min(strength.error() / power, strength.dissimilarity() / dissimilarity);
    }

    /// How many grey levels a pattern of height 1 changes each pixel.
    Plane heights() {
        return heights;
    }

    /// The mean square error, in squared grey levels, that a pattern of variance 1 makes.
    double power() {
        return power;
    }

    /// How high a detector sees a pattern of height 1, in standard deviations of the neighbourhood.
    double visibility() {
        return visibility;
    }
}
