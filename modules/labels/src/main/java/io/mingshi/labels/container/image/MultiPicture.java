package io.mingshi.labels.container.image;

import io.mingshi.labels.container.Bytes;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/// The index of a JPEG file that holds further pictures behind its first (CIPA DC-007, Multi-Picture Format).
final class MultiPicture {
    private static final int ENTRIES = 0xB002;
    private static final int ENTRY = 16;
    private static final int MAX_FIELDS = 100;

    private MultiPicture() {}

    /// The index for a file whose first picture grew.
    ///
    /// @param index the TIFF block that the segment holds
    /// @param growth of the first picture as a whole
    /// @param growthBehind how much of it lies behind the index, from where offsets count
    static byte[] moved(byte[] index, long growth, long growthBehind) {
        byte[] moved = index.clone();
        if (index.length < 10) {
            return moved;
        }
        ByteOrder order = index[0] == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN;
        ByteBuffer tiff = ByteBuffer.wrap(moved).order(order);
        int directory = tiff.getInt(4);
        if (directory < 8 || directory > index.length - 2) {
            return moved;
        }
        int fields = Math.min(MAX_FIELDS, tiff.getShort(directory) & 0xFFFF);
        for (int at = directory + 2; fields > 0 && at <= index.length - 12; at += 12, fields--) {
            if ((tiff.getShort(at) & 0xFFFF) == ENTRIES) {
                move(tiff, tiff.getInt(at + 8), tiff.getInt(at + 4) / ENTRY, growth, growthBehind);
            }
        }
        return moved;
    }

    private static void move(ByteBuffer tiff, int start, int count, long growth, long growthBehind) {
        for (int i = 0, at = start; i < count && at >= 8 && at <= tiff.limit() - ENTRY; i++, at += ENTRY) {
            int offset = tiff.getInt(at + 8);
            if (offset == 0) {
                tiff.putInt(at + 4, (int) (tiff.getInt(at + 4) + growth));
            } else {
                tiff.putInt(at + 8, (int) (offset + growthBehind));
            }
        }
    }

    /// Whether these are the first bytes of an index.
    static boolean isIndex(byte[] data) {
        return Bytes.startsWith(data, 0, data.length, "II*\0") || Bytes.startsWith(data, 0, data.length, "MM\0*");
    }
}
