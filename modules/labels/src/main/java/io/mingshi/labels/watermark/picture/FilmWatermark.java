package io.mingshi.labels.watermark.picture;

import io.mingshi.labels.watermark.FrameFilter;
import io.mingshi.labels.watermark.WatermarkKey;
import io.mingshi.labels.watermark.code.SealedId;
import io.mingshi.labels.watermark.picture.Embedding.Strength;
import java.util.OptionalLong;

/// Hides a number in the frames of a film and finds it again in any few seconds of it.
///
/// All frames carry the same tile: what one frame has lost to the encoder, the next ones tell, and nothing flickers.
public final class FilmWatermark {
    private static final Strength STRENGTH = Strength.of(41, 0.016);

    private FilmWatermark() {}

    /// Marks the frames that pass by.
    ///
    /// It throws a [LabelException] with the code NO_ROOM_FOR_WATERMARK at a frame that is too small or too oblong.
    public static FrameFilter embedder(WatermarkKey key, long id) {
        Embedding embedding = new Embedding(new Pattern(key), new SealedId(key).encode(id), STRENGTH);
        return (luma, width, height, index) -> {
            PictureWatermark.requireFit(width, height);
            embedding.apply(new Pixels(luma, 1, width, height));
        };
    }

    /// Sums up what the frames of a film show; not safe for use by several threads.
    ///
    /// The film as a whole and each stretch of 125 frames are tried, so that a marked scene is found among others
    /// that are not. With two attempts each, at most 4,500 stretches, and fewer than 500 calls of [#result], an
    /// unmarked film shows an id with a probability below 1e-8 (see [SealedId]).
    public static final class Detector {
        /// Five seconds at 25 frames each.
        static final int STRETCH = 125;

        static final int MOST_STRETCHES = 4_500;

        private final Pattern pattern;
        private final SealedId sealed;
        private final Spectrum film = new Spectrum();
        private Spectrum stretch = new Spectrum();
        private int frames;
        private OptionalLong found = OptionalLong.empty();

        public Detector(WatermarkKey key) {
            pattern = new Pattern(key);
            sealed = new SealedId(key);
        }

        /// Takes a frame; not every frame of a film need be given. Frames too small for a watermark tell nothing.
        ///
        /// @param luma 8 bits for each pixel, row by row without padding
        public void add(byte[] luma, int width, int height) {
            if (found.isPresent() || !PictureWatermark.fits(width, height)) {
                return;
            }
            Spectrum frame = PictureWatermark.spectrum(new Pixels(luma, 1, width, height));
            film.add(frame);
            stretch.add(frame);
            frames++;
            if (frames % STRETCH == 0) {
                if (frames <= STRETCH * MOST_STRETCHES) {
                    found = PictureWatermark.inSpectrum(stretch, pattern, sealed);
                }
                stretch = new Spectrum();
            }
        }

        /// The id, if the frames so far show one.
        public OptionalLong result() {
            if (found.isEmpty() && frames > 0) {
                found = PictureWatermark.inSpectrum(film, pattern, sealed);
            }
            return found;
        }
    }
}
