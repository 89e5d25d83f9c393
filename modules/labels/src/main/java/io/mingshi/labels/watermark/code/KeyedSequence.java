package io.mingshi.labels.watermark.code;

import io.mingshi.labels.watermark.WatermarkKey;
import java.nio.ByteBuffer;

/// An endless sequence of numbers that only the holder of the key can foretell, the same on every machine for ever.
public final class KeyedSequence {
    private final WatermarkKey key;
    private final String purpose;
    private ByteBuffer block = ByteBuffer.allocate(0);
    private int blocks;

    /// The sequence for a purpose, from its start.
    public KeyedSequence(WatermarkKey key, String purpose) {
        this.key = key;
        this.purpose = purpose;
    }

    /// Any int.
    public int next() {
        if (!block.hasRemaining()) {
            block = ByteBuffer.wrap(key.derive(purpose, Integer.toString(blocks++)));
        }
        return block.getInt();
    }

    /// From 0 up to and without `bound`; uneven by less than `bound` / 2^32.
    public int below(int bound) {
        return (int) (((next() & 0xFFFF_FFFFL) * bound) >>> Integer.SIZE);
    }

    /// +1 or -1.
    public int sign() {
        return next() < 0 ? -1 : 1;
    }

    /// Puts the values into an order of its own (Fisher and Yates).
    public void shuffle(int[] values) {
        for (int i = values.length - 1; i > 0; i--) {
            int other = below(i + 1);
            int value = values[i];
            values[i] = values[other];
            values[other] = value;
        }
    }
}
