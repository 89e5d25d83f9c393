package io.mingshi.labels.watermark.picture;

/// What of a picture a watermark shows in, and how busy the picture is where.
///
/// A detector removes what is smooth and evens out the contrast, so that busy places do not drown the others.
final class Texture {
    /// Radii of the blurs, each applied twice, that tell smooth from detail and here from there.
    private static final int DETAIL = 3;

    private static final int NEIGHBOURHOOD = 4;

    /// What is added to the local variance, in squared grey levels: the noise that even a smooth surface hides.
    static final float SMOOTH = 16;

    /// No pixel counts for more than so many standard deviations of its neighbourhood: edges are not texture.
    private static final float LOUDEST = 3;

    private final Plane deviation;
    private final Plane signal;

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
        deviation = squares.blurred(NEIGHBOURHOOD).blurred(NEIGHBOURHOOD);
        for (int i = 0; i < squares.values().length; i++) {
            float here = (float) Math.sqrt(Math.max(0, deviation.values()[i]) + SMOOTH);
            deviation.values()[i] = here;
            signal.values()[i] = Math.max(-LOUDEST, Math.min(LOUDEST, signal.values()[i] / here));
        }
    }

    /// The local standard deviation in grey levels, with what smooth places are given.
    Plane deviation() {
        return deviation;
    }

    /// The picture as a detector sees it: details in standard deviations of their neighbourhood.
    Plane signal() {
        return signal;
    }
}
