package io.mingshi.labels.container.image;

import io.mingshi.labels.container.Size;
import java.io.IOException;

/// A picture file taken apart for an edit of its pixels: what a decoder needs, and what outlives new pixels.
///
/// Manifests, checksums and further pictures speak of the old pixels and are left behind.
public sealed interface PictureFile permits JpegPicture, PngPicture, WebpPicture {
    /// Width and height as the file states them.
    Size size();

    /// The EXIF orientation of the pixels, 1 to 8.
    int orientation();

    /// The file with nothing but what a decoder needs, so that it applies neither profile nor orientation.
    byte[] pixels() throws IOException;

    /// Newly encoded pixels, now upright, with the metadata of this file.
    byte[] dress(byte[] encoded) throws IOException;
}
