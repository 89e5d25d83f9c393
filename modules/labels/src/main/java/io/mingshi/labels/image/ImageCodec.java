package io.mingshi.labels.image;

import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.IIOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.jspecify.annotations.Nullable;

/// Decodes and encodes PNG and JPEG with the JDK's codecs, in memory only.
///
/// The caller has checked the dimensions and taken everything out of the file that is not needed for pixels.
public enum ImageCodec {
    PNG,
    JPEG;

    private static final float JPEG_QUALITY = 0.9f;

    /// The whole picture.
    public BufferedImage decode(byte[] file) throws IOException {
        return decode(file, null);
    }

    /// This part of the picture, or less if the picture is smaller.
    public BufferedImage decode(byte[] file, @Nullable Rectangle part) throws IOException {
        ImageReader reader = ImageIO.getImageReadersByFormatName(name()).next();
        try (ImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(file))) {
            reader.setInput(in, true, true);
            ImageReadParam param = reader.getDefaultReadParam();
            if (part != null) {
                param.setSourceRegion(part);
            }
            return reader.read(0, param);
        } catch (RuntimeException brokenInside) {
            // The JDK's codecs answer some damaged files with unchecked exceptions of many kinds.
            throw new IIOException("the decoder failed", brokenInside);
        } finally {
            reader.dispose();
        }
    }

    /// The encoded picture; JPEG with quality 0.9.
    public byte[] encode(BufferedImage picture) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName(name()).next();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ImageOutputStream stream = new MemoryCacheImageOutputStream(out)) {
            writer.setOutput(stream);
            ImageWriteParam param = writer.getDefaultWriteParam();
            if (this == JPEG) {
                param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
                param.setCompressionQuality(JPEG_QUALITY);
            }
            writer.write(null, new IIOImage(picture, null, null), param);
        } finally {
            writer.dispose();
        }
        return out.toByteArray();
    }
}
