package io.mingshi.labels.image;

import io.mingshi.labels.MediaType;
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
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/// The codecs of the JDK for PNG and JPEG: everywhere at hand, several times slower than [OpenCvCodec] for JPEG.
final class JdkCodec implements PictureCodec {
    private static final String JPEG_METADATA = "javax_imageio_jpeg_image_1.0";

    @Override
    public BufferedImage decode(MediaType type, byte[] file) throws IOException {
        return read(type, file, null);
    }

    @Override
    public BufferedImage decode(MediaType type, byte[] file, Rectangle part) throws IOException {
        return read(type, file, part);
    }

    private static BufferedImage read(MediaType type, byte[] file, @Nullable Rectangle part) throws IOException {
        ImageReader reader = ImageIO.getImageReadersByFormatName(type.name()).next();
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

    @Override
    public byte[] encode(MediaType type, BufferedImage picture, Coding coding) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName(type.name()).next();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ImageOutputStream stream = new MemoryCacheImageOutputStream(out)) {
            writer.setOutput(stream);
            ImageWriteParam param = writer.getDefaultWriteParam();
            if (type == MediaType.JPEG) {
                BufferedImage pixels = coding.grey() ? grey(picture) : picture;
                param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
                param.setCompressionQuality(QUALITY / 100f);
                writer.write(null, new IIOImage(pixels, null, sampling(writer, param, pixels, coding)), param);
            } else {
                writer.write(null, new IIOImage(picture, null, null), param);
            }
        } finally {
            writer.dispose();
        }
        return out.toByteArray();
    }

    static BufferedImage grey(BufferedImage picture) {
        BufferedImage grey = new BufferedImage(picture.getWidth(), picture.getHeight(), BufferedImage.TYPE_BYTE_GRAY);
        int[] row = new int[picture.getWidth()];
        for (int y = 0; y < picture.getHeight(); y++) {
            picture.getRaster().getSamples(0, y, row.length, 1, 1, row);
            grey.getRaster().setSamples(0, y, row.length, 1, 0, row);
        }
        return grey;
    }

    private static IIOMetadata sampling(ImageWriter writer, ImageWriteParam param, BufferedImage pixels, Coding coding)
            throws IOException {
        IIOMetadata metadata = writer.getDefaultImageMetadata(new ImageTypeSpecifier(pixels), param);
        Node root = metadata.getAsTree(JPEG_METADATA);
        Element brightness =
                (Element) ((Element) root).getElementsByTagName("componentSpec").item(0);
        if (brightness != null && !coding.grey()) {
            brightness.setAttribute("HsamplingFactor", String.valueOf(coding.sampling() >> 4));
            brightness.setAttribute("VsamplingFactor", String.valueOf(coding.sampling() & 0xF));
            metadata.setFromTree(JPEG_METADATA, root);
        }
        return metadata;
    }
}
