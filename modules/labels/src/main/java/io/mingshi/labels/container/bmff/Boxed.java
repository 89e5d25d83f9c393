package io.mingshi.labels.container.bmff;

import io.mingshi.labels.container.Bytes;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;

/// Writes small boxes.
final class Boxed {
    private Boxed() {}

    /// A box with this content.
    static byte[] box(String type, byte[]... content) {
        byte[] all = joined(content);
        return ByteBuffer.allocate(8 + all.length)
                .putInt(8 + all.length)
                .put(Bytes.latin1(type))
                .put(all)
                .array();
    }

    static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }

    /// Numbers of four bytes.
    static byte[] u32(int... values) {
        ByteBuffer out = ByteBuffer.allocate(4 * values.length);
        for (int value : values) {
            out.putInt(value);
        }
        return out.array();
    }

    static byte[] u16(int... values) {
        ByteBuffer out = ByteBuffer.allocate(2 * values.length);
        for (int value : values) {
            out.putShort((short) value);
        }
        return out.array();
    }
}
