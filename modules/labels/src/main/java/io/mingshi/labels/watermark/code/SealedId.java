package io.mingshi.labels.watermark.code;

import io.mingshi.labels.watermark.WatermarkKey;
import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.OptionalLong;

/// Turns the 64-bit number of a work into 312 coded bits that only the holder of the key can make, and back.
///
/// The number is followed by a tag of 40 bits that the key derives from it. What a decoder makes of noise passes as
/// authentic with a probability of 2^-40 for each attempt: a reader that makes at most 10,000 attempts on a file takes
/// an unmarked file for a marked one with less than 1e-8 (10,000 / 2^40 = 9.1e-9).
public final class SealedId {
    /// How many values [#encode] gives and [#decode] takes.
    public static final int CODED_BITS = 312;

    private static final int TAG_BITS = 40;
    private static final int MESSAGE_BITS = Long.SIZE + TAG_BITS;

    private final WatermarkKey key;

    public SealedId(WatermarkKey key) {
        this.key = key;
    }

    /// The coded bits: +1 for a one, -1 for a zero.
    public float[] encode(long id) {
        boolean[] message = new boolean[MESSAGE_BITS];
        write(id, Long.SIZE, message, 0);
        write(tag(id), TAG_BITS, message, Long.SIZE);
        return ConvolutionalCode.encode(message);
    }

    /// The number, if there is an authentic one in these values.
    ///
    /// @param soft [#CODED_BITS] values: how surely each is a one (above 0) or a zero (below), in any unit
    public OptionalLong decode(float[] soft) {
        if (soft.length != CODED_BITS) {
            throw new IllegalArgumentException("a sealed id has " + CODED_BITS + " coded bits, not " + soft.length);
        }
        boolean[] message = ConvolutionalCode.decode(soft);
        long id = read(message, 0, Long.SIZE);
        return read(message, Long.SIZE, TAG_BITS) == tag(id) ? OptionalLong.of(id) : OptionalLong.empty();
    }

    private long tag(long id) {
        byte[] derived = key.derive("tag", HexFormat.of().toHexDigits(id));
        return ByteBuffer.wrap(derived).getLong() >>> (Long.SIZE - TAG_BITS);
    }

    private static void write(long value, int bits, boolean[] message, int at) {
        for (int i = 0; i < bits; i++) {
            message[at + i] = ((value >>> (bits - 1 - i)) & 1) == 1;
        }
    }

    private static long read(boolean[] message, int at, int bits) {
        long value = 0;
        for (int i = 0; i < bits; i++) {
            value = (value << 1) | (message[at + i] ? 1 : 0);
        }
        return value;
    }
}
