package io.mingshi.labels.container.image;

import static io.mingshi.labels.LabelException.Code.TOO_LARGE;

import io.mingshi.labels.LabelException;
import io.mingshi.labels.container.Size;
import io.mingshi.labels.source.Source;

/// How large a picture may be for its pixels to be held in memory, so that one file cannot exhaust the heap.
///
/// @param heap the most bytes of the heap, which others use too
public record PixelBudget(long heap) {
    /// The budget of this process.
    public static final PixelBudget STANDARD =
            new PixelBudget(Runtime.getRuntime().maxMemory());

    /// However large the heap, decoding more takes too long.
    public static final long MOST_PIXELS = 64_000_000;

    /// However large the heap, longer files are not decoded: 128 MiB.
    private static final long MOST_BYTES = 128L << 20;

    /// The other half of the heap is for whatever else the process does.
    private static final int SHARE = 2;

    /// Four bytes a pixel, of up to three copies: as decoded, converted to 8 bits or turned upright, and at work for
    /// the watermark.
    private static final int BYTES_PER_PIXEL = 12;

    /// A decoder may hold the file twice: as given, and buffered, before there are copies of the pixels.
    private static final int BYTES_PER_BYTE = 4;

    /// One for the brightness, and up to three for the parts of four corners in three colours.
    private static final int BYTES_PER_FILM_PIXEL = 4;

    /// A decoded sample of 16 bits takes twice the memory.
    private static final int SHORT_SAMPLES = 8;

    /// The most pixels of a picture with samples of 8 bits.
    public long pixels() {
        return Math.min(MOST_PIXELS, heap / SHARE / BYTES_PER_PIXEL);
    }

    /// Refuses a picture with samples of 8 bits that is too large to be held in memory.
    public void require(Source file, Size size) {
        require(file, size, SHORT_SAMPLES);
    }

    /// Refuses a picture that is too large to be held in memory.
    ///
    /// @param bits of each sample as decoded
    public void require(Source file, Size size, int bits) {
        long bytes = Math.min(MOST_BYTES, heap / SHARE / BYTES_PER_BYTE);
        if (file.size() > bytes) {
            throw TOO_LARGE.with("the picture has " + file.size() + " bytes; at most " + bytes + " are decoded");
        }
        requirePixels("the picture", size, bits > SHORT_SAMPLES ? pixels() / 2 : pixels());
    }

    /// Refuses a film whose single frames are too large to be held in memory.
    ///
    /// @throws LabelException TOO_LARGE
    public void requireFrame(Size size) {
        requirePixels("a frame of the film", size, Math.min(MOST_PIXELS, heap / SHARE / BYTES_PER_FILM_PIXEL));
    }

    private static void requirePixels(String what, Size size, long most) {
        if (size.pixels() > most) {
            throw TOO_LARGE.with(what + " has " + size.width() + " x " + size.height() + " pixels; at most " + most
                    + " are decoded with the memory of this process");
        }
    }
}
