package io.mingshi.labels.watermark.picture;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.util.Optional;

/// The bytes of a picture, to read and to change in place, without gaps: for each pixel its luma, or blue, green and
/// red,
/// or these after an alpha.
final class Pixels implements Luma {
    private static final float RED = 0.299f;
    private static final float GREEN = 0.587f;
    private static final float BLUE = 0.114f;

    /// Makes a cast round to the nearest: more than any change, and a half.
    private static final float ROUNDING = 1024.5f;

    private final byte[] bytes;
    private final int stride;
    private final int width;
    private final int height;

    Pixels(byte[] bytes, int stride, int width, int height) {
        if (width < 1 || height < 1 || bytes.length < (long) stride * width * height) {
            throw new IllegalArgumentException(
                    bytes.length + " bytes do not hold " + width + " x " + height + " pixels");
        }
        this.bytes = bytes;
        this.stride = stride;
        this.width = width;
        this.height = height;
    }

    /// The bytes of a TYPE_3BYTE_BGR or TYPE_4BYTE_ABGR picture that is no part of a larger one.
    static Optional<Pixels> direct(BufferedImage picture) {
        int stride = switch (picture.getType()) {
            case BufferedImage.TYPE_3BYTE_BGR -> 3;
            case BufferedImage.TYPE_4BYTE_ABGR -> 4;
            default -> 0;
        };
        if (stride == 0 || picture.getRaster().getParent() != null) {
            return Optional.empty();
        }
        byte[] bytes = ((DataBufferByte) picture.getRaster().getDataBuffer()).getData();
        return Optional.of(new Pixels(bytes, stride, picture.getWidth(), picture.getHeight()));
    }

    static float luma(int red, int green, int blue) {
        return RED * red + GREEN * green + BLUE * blue;
    }

    @Override
    public int width() {
        return width;
    }

    @Override
    public int height() {
        return height;
    }

    @Override
    public void read(int y, float[] row) {
        if (stride == 1) {
            for (int x = 0; x < width; x++) {
                row[x] = bytes[y * width + x] & 0xFF;
            }
        } else {
            readColours(y, row);
        }
    }

    private void readColours(int y, float[] row) {
        int at = (y * width + 1) * stride - 3;
        for (int x = 0; x < width; x++) {
            row[x] = luma(bytes[at + 2] & 0xFF, bytes[at + 1] & 0xFF, bytes[at] & 0xFF);
            at += stride;
        }
    }

    /// Makes each pixel of a row brighter by gain times change, in all of its colours alike.
    void brighten(int y, float[] change, float gain) {
        int colours = Math.min(stride, 3);
        int at = (y * width + 1) * stride - colours;
        for (int x = 0; x < width; x++) {
            int by = (int) (gain * change[x] + ROUNDING) - (int) ROUNDING;
            bytes[at] = brighter(bytes[at], by);
            if (colours == 3) {
                bytes[at + 1] = brighter(bytes[at + 1], by);
                bytes[at + 2] = brighter(bytes[at + 2], by);
            }
            at += stride;
        }
    }

    private static byte brighter(byte sample, int by) {
        return (byte) Math.max(0, Math.min(255, (sample & 0xFF) + by));
    }
}
