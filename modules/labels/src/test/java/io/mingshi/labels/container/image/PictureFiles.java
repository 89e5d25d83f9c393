package io.mingshi.labels.container.image;

import io.mingshi.labels.container.Container;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;

/// Small picture files, made by other programs and kept beside the tests, or made on the spot.
final class PictureFiles {
    static final String JSON = "{\"Label\":\"1\",\"ContentProducer\":\"001191000000000000000K10001\","
            + "\"ProduceID\":\"a&b<c>\",\"ReservedCode1\":\"\",\"ContentPropagator\":\"\",\"PropagateID\":\"\","
            + "\"ReservedCode2\":\"\"}";

    static final List<String> NAMES = List.of(
            "made.png",
            "made.jpg",
            "444.jpg",
            "lossy.webp",
            "lossless.webp",
            "alpha-lossy.webp",
            "alpha-lossless.webp",
            "animated.webp",
            "animated.gif",
            "disposal.gif",
            "interlaced.gif",
            "big-endian.tif",
            "little-endian.tif",
            "tiled.tif",
            "pages.tif");

    private static final Map<String, Container> CONTAINERS = Map.of(
            "png", new PngContainer(),
            "jpg", new JpegContainer(),
            "webp", new WebpContainer(),
            "gif", new GifContainer(),
            "tif", new TiffContainer());

    private PictureFiles() {}

    static Container container(String name) {
        Container container = CONTAINERS.get(name.substring(name.lastIndexOf('.') + 1));
        if (container == null) {
            throw new IllegalArgumentException(name);
        }
        return container;
    }

    static byte[] bytes(String name) {
        if (name.startsWith("made.")) {
            return encoded(name.endsWith("png") ? "png" : "jpeg");
        }
        try (InputStream file = PictureFiles.class.getResourceAsStream("/io/mingshi/labels/image/" + name)) {
            if (file == null) {
                throw new IllegalArgumentException(name);
            }
            return file.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] encoded(String format) {
        BufferedImage picture = new BufferedImage(96, 64, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = picture.createGraphics();
        g.setPaint(new GradientPaint(0, 0, Color.ORANGE, 96, 64, Color.WHITE));
        g.fillRect(0, 0, 96, 64);
        g.dispose();
        try {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            ImageIO.write(picture, format, out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] latin1(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    static String latin1(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    static byte[] insert(byte[] file, int at, byte[] part) {
        return ByteBuffer.allocate(file.length + part.length)
                .put(file, 0, at)
                .put(part)
                .put(file, at, file.length - at)
                .array();
    }

    static byte[] concat(byte[]... parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }

    /// The PNG file with one more chunk behind its header.
    static byte[] withChunk(byte[] png, String type, byte[] content) {
        CRC32 crc = new CRC32();
        crc.update(latin1(type));
        crc.update(content);
        return insert(
                png,
                33,
                ByteBuffer.allocate(content.length + 12)
                        .putInt(content.length)
                        .put(latin1(type))
                        .put(content)
                        .putInt((int) crc.getValue())
                        .array());
    }

    /// The JPEG file with one more segment behind its first.
    static byte[] withSegment(byte[] jpeg, int marker, byte[] content) {
        return insert(
                jpeg,
                20,
                ByteBuffer.allocate(content.length + 4)
                        .put((byte) 0xFF)
                        .put((byte) marker)
                        .putShort((short) (content.length + 2))
                        .put(content)
                        .array());
    }

    /// An XMP packet with a property of somebody else.
    static String packet(String properties) {
        return "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\"><rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">"
                + "<rdf:Description rdf:about=\"\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\""
                + " xmlns:TC260=\"http://www.tc260.org.cn/ns/AIGC/1.0/\">" + properties
                + "</rdf:Description></rdf:RDF></x:xmpmeta>";
    }
}
