package io.mingshi.labels.watermark.picture;

import io.mingshi.labels.LabelException;
import io.mingshi.labels.watermark.WatermarkKey;
import io.mingshi.labels.watermark.code.SealedId;
import io.mingshi.labels.watermark.picture.Embedding.Strength;
import java.awt.image.BufferedImage;
import java.util.OptionalLong;

/// Hides a number in the brightness of a picture and finds it again without the original.
///
/// A tile that the key makes is repeated over the picture, in a frame of fixed area: a size change needs no search, and
/// each part of the picture holds the whole number. Of a picture without a watermark an id is reported with a
/// probability of less than 1e-10: [#detectThoroughly] makes at most 22 attempts, each with 2^-40 (see [SealedId]).
public final class PictureWatermark {
    /// Pictures with a shorter side are not marked: they have too few pixels.
    public static final int SHORTEST_SIDE = 128;

    /// Nor are those whose longer side is more than so many times the shorter.
    public static final int LONGEST_TO_SHORTEST = 8;

    private static final Strength STRENGTH = Strength.of(43.2, 0.012);

    private PictureWatermark() {}

    /// Hides the id, changing the picture in place.
    ///
    /// The peak signal-to-noise ratio stays above 42 dB.
    ///
    /// @param picture of the type TYPE_3BYTE_BGR or TYPE_4BYTE_ABGR
    /// @throws LabelException NO_ROOM_FOR_WATERMARK if the picture is too small or too oblong
    public static void embed(BufferedImage picture, WatermarkKey key, long id) {
        requireFit(picture.getWidth(), picture.getHeight());
        Pixels pixels = Pixels.direct(picture)
                .orElseThrow(() -> new IllegalArgumentException("the picture is not a canvas of BGR bytes"));
        new Embedding(new Pattern(key), new SealedId(key).encode(id), STRENGTH).apply(pixels);
    }

    /// Finds the id in a picture that is whole, of any size, and possibly mirrored.
    public static OptionalLong detect(BufferedImage picture, WatermarkKey key) {
        return fits(picture.getWidth(), picture.getHeight())
                ? inWhole(Luma.of(picture), new Pattern(key), new SealedId(key))
                : OptionalLong.empty();
    }

    /// Finds the id in a picture that may also have been cut to half of each side, stretched by half, or turned by up
    /// to
    /// 6 degrees or by quarters; takes many times as long.
    public static OptionalLong detectThoroughly(BufferedImage picture, WatermarkKey key) {
        if (!fits(picture.getWidth(), picture.getHeight())) {
            return OptionalLong.empty();
        }
        Luma luma = Luma.of(picture);
        Pattern pattern = new Pattern(key);
        SealedId sealed = new SealedId(key);
        OptionalLong id = inWhole(luma, pattern, sealed);
        return id.isPresent() ? id : new LatticeSearch(luma, pattern, sealed).find();
    }

    static void requireFit(int width, int height) {
        if (!fits(width, height)) {
            throw LabelException.Code.NO_ROOM_FOR_WATERMARK.with("a picture of " + width + " x " + height
                    + " pixels cannot hold a watermark: give one of at least " + SHORTEST_SIDE
                    + " pixels each way and at most " + LONGEST_TO_SHORTEST + " times as long as wide");
        }
    }

    static boolean fits(int width, int height) {
        int shorter = Math.min(width, height);
        return shorter >= SHORTEST_SIDE && Math.max(width, height) <= (long) LONGEST_TO_SHORTEST * shorter;
    }

    private static OptionalLong inWhole(Luma luma, Pattern pattern, SealedId sealed) {
        return inSpectrum(spectrum(luma), pattern, sealed);
    }

    static Spectrum spectrum(Luma luma) {
        return Placement.CANONICAL.fold(new Texture(CanonicalFrame.of(luma)).signal());
    }

    static OptionalLong inSpectrum(Spectrum spectrum, Pattern pattern, SealedId sealed) {
        OptionalLong id = sealed.decode(pattern.read(spectrum));
        return id.isPresent() ? id : sealed.decode(pattern.read(spectrum.posed(1)));
    }
}
