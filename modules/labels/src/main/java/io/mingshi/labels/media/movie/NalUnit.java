package io.mingshi.labels.media.movie;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// One unit of an H.264 stream, without start code or length (ITU-T H.264 clause 7.3.1).
final class NalUnit {
    static final int SLICE = 1;
    static final int KEY_SLICE = 5;
    static final int SEQUENCE_SET = 7;
    static final int PICTURE_SET = 8;

    /// Where the number of a sequence parameter set stands: behind profile, constraints and level.
    private static final int SEQUENCE_NUMBER = 24;

    private final byte[] bytes;

    NalUnit(byte[] bytes) {
        this.bytes = bytes;
    }

    byte[] bytes() {
        return bytes;
    }

    int type() {
        return bytes.length == 0 ? 0 : bytes[0] & 0x1F;
    }

    boolean isSlice() {
        return type() == SLICE || type() == KEY_SLICE;
    }

    /// Whether it begins a picture.
    boolean beginsPicture() throws Unspliceable {
        return isSlice() && new BitString(payload()).exponential(0).value() == 0;
    }

    /// The units of a stream with start codes (annex B).
    static List<NalUnit> ofStream(byte[] stream) {
        List<NalUnit> units = new ArrayList<>();
        int from = -1;
        for (int i = 0; i + 2 < stream.length; i++) {
            if (stream[i] == 0 && stream[i + 1] == 0 && stream[i + 2] == 1) {
                add(units, stream, from, i);
                from = i + 3;
                i += 2;
            }
        }
        add(units, stream, from, stream.length);
        return units;
    }

    /// Zeros before a start code belong to no unit.
    private static void add(List<NalUnit> units, byte[] stream, int from, int to) {
        int end = to;
        while (end > from && from >= 0 && stream[end - 1] == 0) {
            end--;
        }
        if (from >= 0 && end > from) {
            units.add(new NalUnit(Arrays.copyOfRange(stream, from, end)));
        }
    }

    /// The number of the parameter set that this is.
    int number() throws Unspliceable {
        return (int) new BitString(payload())
                .exponential(type() == SEQUENCE_SET ? SEQUENCE_NUMBER : 0)
                .value();
    }

    /// The same unit that belongs to parameter sets of another number. Slices must have been coded without arithmetic
    /// coding, whose data begin at a whole byte.
    NalUnit numbered(int number) throws Unspliceable {
        BitString bits = new BitString(payload());
        BitString renumbered = switch (type()) {
            case SEQUENCE_SET -> bits.with(bits.exponential(SEQUENCE_NUMBER), number);
            case PICTURE_SET -> {
                BitString first = bits.with(bits.exponential(0), number);
                yield first.with(first.exponential(first.exponential(0).end()), number);
            }
            case SLICE, KEY_SLICE -> {
                int kind = bits.exponential(0).end();
                yield bits.with(bits.exponential(bits.exponential(kind).end()), number);
            }
            default -> throw new Unspliceable("the encoder made a unit of type " + type());
        };
        return new NalUnit(protectedFromStartCodes(bytes[0], renumbered.bytes()));
    }

    /// Whether a picture parameter set asks for arithmetic coding.
    boolean isArithmetic() throws Unspliceable {
        BitString bits = new BitString(payload());
        int second = bits.exponential(0).end();
        return bits.bit(bits.exponential(second).end());
    }

    /// The content without the bytes that keep start codes from appearing in it.
    private byte[] payload() {
        ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length);
        int zeros = 0;
        for (int i = 1; i < bytes.length; i++) {
            if (zeros >= 2 && bytes[i] == 3) {
                zeros = 0;
                continue;
            }
            zeros = bytes[i] == 0 ? zeros + 1 : 0;
            out.write(bytes[i]);
        }
        return out.toByteArray();
    }

    private static byte[] protectedFromStartCodes(byte head, byte[] payload) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(payload.length + 16);
        out.write(head);
        int zeros = 0;
        for (byte b : payload) {
            if (zeros >= 2 && (b & 0xFF) <= 3) {
                out.write(3);
                zeros = 0;
            }
            out.write(b);
            zeros = b == 0 ? zeros + 1 : 0;
        }
        return out.toByteArray();
    }
}
