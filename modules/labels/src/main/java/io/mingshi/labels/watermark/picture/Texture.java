package io.mingshi.labels.watermark.picture;

/// What of a picture hides a watermark, and what of it disturbs one.
///
/// The eye sees little change where much goes on: the mask grows with the local contrast. A detector removes what is
/// smooth and evens out the contrast, so that busy places do not drown the others.
final class Texture {
    /// Radii of the blurs, each applied twice, that tell smooth from detail and here from there.
    private static final int DETAIL = 3;

    private static final int NEIGHBOURHOOD = 4;

    /// What is added to the local variance, in squared grey levels: the noise that even a smooth surface hides.
    private static final float SMOOTH = 16;

    /// No pixel counts for more than so many standard deviations of its neighbourhood: edges are not texture.
    private static final float LOUDEST = 3;

    /// Stabilises the quotient in the structural similarity (SSIM) of Wang et al. 2004: (0.03 * 255)^2.
    private static final double SIMILARITY_FLOOR = 58.5225;

    private final Plane mask;
    private final Plane signal;
    private final double power;
    private final double dissimilarity;

    /// @param luma a picture in the canonical frame
    Texture(Plane luma) {
        Plane smooth = luma.blurred(DETAIL).blurred(DETAIL);
        signal = new Plane(luma.width(), luma.height());
        Plane squares = new Plane(luma.width(), luma.height());
        for (int i = 0; i < squares.values().length; i++) {
            float detail = luma.values()[i] - smooth.values()[i];
            signal.values()[i] = detail;
            squares.values()[i] = detail * detail;
        }
        mask = squares.blurred(NEIGHBOURHOOD).blurred(NEIGHBOURHOOD);
        double powerSum = 0;
        double dissimilaritySum = 0;
        for (int i = 0; i < squares.values().length; i++) {
            float variance = Math.max(0, mask.values()[i]);
            powerSum += variance + SMOOTH;
            dissimilaritySum += (variance + SMOOTH) / (2 * variance + SIMILARITY_FLOOR);
            normalize(i, (float) Math.sqrt(variance + SMOOTH));
        }
        power = powerSum / squares.values().length;
        dissimilarity = dissimilaritySum / squares.values().length;
    }

    private void normalize(int i, float deviation) {
        mask.values()[i] = deviation;
        signal.values()[i] = Math.max(-LOUDEST, Math.min(LOUDEST, signal.values()[i] / deviation));
    }

    /// How many grey levels a pattern of height 1 may change each pixel.
    Plane mask() {
        return mask;
    }

    /// The picture as a detector sees it: details in standard deviations of their neighbourhood.
    Plane signal() {
        return signal;
    }

    /// The mean square error, in squared grey levels, that a pattern of variance 1 makes.
    double power() {
        return power;
    }

    /// About how much of the structural similarity a pattern of small variance takes, for each unit of variance.
    double dissimilarity() {
        return dissimilarity;
    }
}
