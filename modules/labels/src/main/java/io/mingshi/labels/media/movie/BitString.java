package io.mingshi.labels.media.movie;

/// The bits of a unit's content, ended by a one and zeros up to a whole byte.
final class BitString {
    private static final int LONGEST_PREFIX = 31;

    private final byte[] bytes;
    private final int length;

    BitString(byte[] bytes) {
        this(bytes, bytes.length * 8);
    }

    private BitString(byte[] bytes, int length) {
        this.bytes = bytes;
        this.length = length;
    }

    /// A number and where it stands.
    record Code(int from, int end, long value) {}

    byte[] bytes() {
        return bytes;
    }

    boolean bit(int at) throws Unspliceable {
        if (at >= length) {
            throw new Unspliceable("the encoder made a unit that ends early");
        }
        return (bytes[at / 8] >> (7 - at % 8) & 1) == 1;
    }

    /// The number in Exp-Golomb coding at this bit (clause 9.1).
    Code exponential(int from) throws Unspliceable {
        int zeros = 0;
        while (!bit(from + zeros)) {
            if (++zeros > LONGEST_PREFIX) {
                throw new Unspliceable("the encoder made a number that is too large");
            }
        }
        long value = 0;
        for (int i = 0; i <= zeros; i++) {
            value = value * 2 + (bit(from + zeros + i) ? 1 : 0);
        }
        return new Code(from, from + 2 * zeros + 1, value - 1);
    }

    /// The same bits with another number in the place of this one.
    BitString with(Code old, int value) throws Unspliceable {
        int last = length - 1;
        while (last > old.end && !bit(last)) {
            last--;
        }
        int digits = 32 - Integer.numberOfLeadingZeros(value + 1);
        int bits = old.from + 2 * digits - 1 + last + 1 - old.end;
        byte[] changed = new byte[(bits + 7) / 8];
        int to = 0;
        for (int i = 0; i < old.from; i++) {
            set(changed, to++, bit(i));
        }
        to += digits - 1;
        for (int i = digits - 1; i >= 0; i--) {
            set(changed, to++, ((value + 1) >> i & 1) == 1);
        }
        for (int i = old.end; i <= last; i++) {
            set(changed, to++, bit(i));
        }
        return new BitString(changed);
    }

    private static void set(byte[] bytes, int at, boolean one) {
        if (one) {
            bytes[at / 8] |= (byte) (1 << (7 - at % 8));
        }
    }
}
