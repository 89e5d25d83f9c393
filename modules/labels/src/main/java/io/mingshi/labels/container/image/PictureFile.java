package io.mingshi.labels.container.image;

import static io.mingshi.labels.LabelException.Code.TOO_LARGE;

import io.mingshi.labels.container.Size;
import io.mingshi.labels.source.Source;
import java.io.IOException;

/// A picture file taken apart for an edit of its pixels: what a decoder needs, and what outlives new pixels.
///
/// Manifests, checksums and further pictures speak of the old pixels and are left behind.
public sealed interface PictureFile permits JpegPicture, PngPicture, WebpPicture {
    /// The most bytes that are decoded, since they are held in memory: 128 MiB.
    long MAX_BYTES = 128L << 20;

    /// The most pixels that are decoded; at 4 bytes each that is 256 MB.
    long MAX_PIXELS = 64_000_000;

    /// Width and height as the file states them.
    Size size();

    /// The EXIF orientation of the pixels, 1 to 8.
    int orientation();

    /// The file with nothing but what a decoder needs, so that it applies neither profile nor orientation.
    byte[] pixels() throws IOException;

    /// Newly encoded pixels, now upright, with the metadata of this file.
    byte[] dress(byte[] encoded) throws IOException;

    /// Refuses what is too large to be held in memory.
    static void requireSize(Source file, Size size) {
        if (file.size() > MAX_BYTES) {
            throw TOO_LARGE.with("the picture has " + file.size() + " bytes; at most " + MAX_BYTES + " are decoded");
        }
        if (size.pixels() > MAX_PIXELS) {
            throw TOO_LARGE.with("the picture has " + size.width() + " x " + size.height() + " pixels; at most "
                    + MAX_PIXELS + " are decoded");
        }
    }
}
