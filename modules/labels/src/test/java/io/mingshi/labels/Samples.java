package io.mingshi.labels;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;

/// Small real files, made on the spot.
public final class Samples {
    public static final ProviderCode PRODUCER = ProviderCode.of("001191000000000000000K10001");
    public static final ProviderCode OTHER_PRODUCER = ProviderCode.of("001191999999MA0000007910001");
    public static final String ID = "019ab0c2-7d1e-7000-8000-00000000abcd";

    private Samples() {}

    static BufferedImage picture(int width, int height, int type) {
        BufferedImage picture = new BufferedImage(width, height, type);
        Graphics2D g = picture.createGraphics();
        g.setPaint(new GradientPaint(0, 0, Color.ORANGE, width, height, Color.WHITE));
        g.fillRect(0, 0, width, height);
        g.setColor(Color.BLUE);
        g.fillOval(width / 4, height / 4, width / 2, height / 2);
        g.dispose();
        return picture;
    }

    public static byte[] png(int width, int height) {
        return encode(picture(width, height, BufferedImage.TYPE_INT_RGB), "png");
    }

    public static byte[] jpeg(int width, int height) {
        return encode(picture(width, height, BufferedImage.TYPE_INT_RGB), "jpeg");
    }

    static byte[] encode(BufferedImage picture, String format) {
        try {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            ImageIO.write(picture, format, out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static BufferedImage decode(byte[] file) {
        try {
            return ImageIO.read(new ByteArrayInputStream(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// A swelling tone of one and a half seconds.
    public static byte[] wav(int rate, int channels, int bits) {
        return wav(rate, channels, bits, rate * 3 / 2);
    }

    public static byte[] wav(int rate, int channels, int bits, int frames) {
        byte[] data = new byte[frames * channels * bits / 8];
        ByteBuffer samples = ByteBuffer.wrap(data).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < frames; i++) {
            double value = 0.4 * Math.sin(i * 0.3) * Math.sin(i * 3.0 / rate);
            for (int channel = 0; channel < channels; channel++) {
                switch (bits) {
                    case 8 -> samples.put((byte) (128 + 127 * value));
                    case 16 -> samples.putShort((short) (32_767 * value));
                    default -> {
                        int sample = (int) (8_388_607 * value);
                        samples.put((byte) sample).put((byte) (sample >> 8)).put((byte) (sample >> 16));
                    }
                }
            }
        }
        return riff(chunk("fmt ", format(rate, channels, bits)), chunk("data", data));
    }

    private static byte[] format(int rate, int channels, int bits) {
        int frame = channels * bits / 8;
        return ByteBuffer.allocate(16)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putShort((short) 1)
                .putShort((short) channels)
                .putInt(rate)
                .putInt(rate * frame)
                .putShort((short) frame)
                .putShort((short) bits)
                .array();
    }

    static byte[] riff(byte[]... chunks) {
        byte[] body = concat(chunks);
        return ByteBuffer.allocate(body.length + 12)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(latin1("RIFF"))
                .putInt(body.length + 4)
                .put(latin1("WAVE"))
                .put(body)
                .array();
    }

    static byte[] chunk(String id, byte[] content) {
        return ByteBuffer.allocate(8 + content.length + content.length % 2)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(latin1(id))
                .putInt(content.length)
                .put(content)
                .array();
    }

    /// The WAV file with one more chunk at its end.
    static byte[] withChunk(byte[] wav, String id, byte[] content) {
        byte[] whole = concat(wav, chunk(id, content));
        ByteBuffer.wrap(whole).order(ByteOrder.LITTLE_ENDIAN).putInt(4, whole.length - 8);
        return whole;
    }

    /// The PNG file with one more chunk behind its header.
    static byte[] withPngChunk(byte[] png, String type, byte[] content) {
        CRC32 crc = new CRC32();
        crc.update(latin1(type));
        crc.update(content);
        byte[] chunk = ByteBuffer.allocate(content.length + 12)
                .putInt(content.length)
                .put(latin1(type))
                .put(content)
                .putInt((int) crc.getValue())
                .array();
        return insert(png, 33, chunk);
    }

    /// The JPEG file with one more segment behind its first.
    static byte[] withJpegSegment(byte[] jpeg, int marker, byte[] content) {
        byte[] segment = ByteBuffer.allocate(content.length + 4)
                .put((byte) 0xFF)
                .put((byte) marker)
                .putShort((short) (content.length + 2))
                .put(content)
                .array();
        return insert(jpeg, 20, segment);
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

    static byte[] latin1(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
