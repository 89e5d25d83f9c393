package io.mingshi.evidencelog.store;

import static io.mingshi.evidencelog.EvidenceLogException.Code.DAMAGED;

import io.mingshi.evidencelog.merkle.Hash;
import io.mingshi.evidencelog.merkle.TreeHasher;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;

/// Entries one after another, each with its length before it in two bytes.
public final class Bundle {
    /// Bytes of the largest entry: what two bytes can tell.
    public static final int MAX_ENTRY = 0xffff;

    private final byte[] bytes;
    private final int[] starts;

    private Bundle(byte[] bytes, int[] starts) {
        this.bytes = bytes;
        this.starts = starts;
    }

    /// Reads a bundle; lengths that do not add up are damage.
    ///
    /// @param path whose bytes these are, to be named if they are damaged
    public static Bundle parse(String path, byte[] bytes) {
        int[] starts = new int[1];
        int count = 0;
        for (int at = 0; at < bytes.length; ) {
            int end = bytes.length - at < Short.BYTES ? Integer.MAX_VALUE : at + Short.BYTES + length(bytes, at);
            if (end > bytes.length) {
                throw DAMAGED.with(path + " ends within its entry " + count);
            }
            at = end;
            count++;
            if (count == starts.length) {
                starts = Arrays.copyOf(starts, 2 * count);
            }
            starts[count] = at;
        }
        return new Bundle(bytes, Arrays.copyOf(starts, count + 1));
    }

    static void write(ByteArrayOutputStream bundle, byte[] entry) {
        bundle.write(entry.length >> Byte.SIZE);
        bundle.write(entry.length);
        bundle.writeBytes(entry);
    }

    /// The number of entries.
    public int count() {
        return starts.length - 1;
    }

    /// The entry at a place within the bundle.
    public byte[] entry(int place) {
        return Arrays.copyOfRange(bytes, starts[place] + Short.BYTES, starts[place + 1]);
    }

    /// The leaf hash of the entry at a place.
    public Hash leaf(int place, TreeHasher hasher) {
        int start = starts[place] + Short.BYTES;
        return hasher.leaf(bytes, start, starts[place + 1] - start);
    }

    private static int length(byte[] bytes, int at) {
        return ((bytes[at] & 0xff) << Byte.SIZE) | (bytes[at + 1] & 0xff);
    }
}
