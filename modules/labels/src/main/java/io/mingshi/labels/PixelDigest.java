package io.mingshi.labels;

import java.awt.image.BufferedImage;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// Names a picture by its pixels, so that it is known again when its metadata are gone.
final class PixelDigest {
    private PixelDigest() {}

    /// SHA-256 over width, height and the pixels as 8-bit ARGB, row by row.
    static String of(BufferedImage picture) {
        MessageDigest digest = sha256();
        int width = picture.getWidth();
        digest.update(
                ByteBuffer.allocate(8).putInt(width).putInt(picture.getHeight()).flip());
        int[] row = new int[width];
        ByteBuffer bytes = ByteBuffer.allocate(4 * width);
        for (int y = 0; y < picture.getHeight(); y++) {
            picture.getRGB(0, y, width, 1, row, 0, width);
            bytes.clear().asIntBuffer().put(row);
            digest.update(bytes);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
