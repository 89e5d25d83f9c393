package io.mingshi.labels.image;

import io.mingshi.labels.MediaType;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.io.IOException;

/// Decodes and encodes still pictures in memory.
///
/// The caller has checked the dimensions and taken everything out of the file that is not needed for pixels.
sealed interface PictureCodec permits JdkCodec, OpenCvCodec {
    /// JPEG and lossy WebP are written with this quality.
    int QUALITY = 90;

    /// How a picture was coded, so that an edit of it can be too.
    ///
    /// @param grey whether it has brightness alone
    /// @param sampling as in [io.mingshi.labels.container.image.JpegPicture#sampling()]
    /// @param lossless whether no pixel may change
    record Coding(boolean grey, int sampling, boolean lossless) {}

    /// The whole picture.
    ///
    /// @throws IOException if it is damaged
    BufferedImage decode(MediaType type, byte[] file) throws IOException;

    /// This part of the picture, or less if the picture is smaller.
    BufferedImage decode(MediaType type, byte[] file, Rectangle part) throws IOException;

    /// The encoded picture.
    byte[] encode(MediaType type, BufferedImage picture, Coding coding) throws IOException;
}
