package io.mingshi.labels.container.image;

import io.mingshi.labels.source.Source;
import java.io.EOFException;
import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/// Numbers and short texts at any place of a source, read through a window so that a walk costs few reads.
final class Cursor {
    private static final int WINDOW = 1 << 16;
    private static final long ONES = 0x0101_0101_0101_0101L;
    private static final long HIGHEST = 0x8080_8080_8080_8080L;
    private static final VarHandle EIGHT = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private final Source source;
    private final byte[] window;
    private long start;
    private int length;

    Cursor(Source source) {
        this.source = source;
        this.window = new byte[(int) Math.min(WINDOW, source.size())];
    }

    long size() {
        return source.size();
    }

    /// Whether this many bytes stand at this place.
    boolean has(long at, long count) {
        return at >= 0 && count >= 0 && at <= size() - count;
    }

    int u8(long at) throws IOException {
        if (at < start || at >= start + length) {
            load(at);
        }
        return window[(int) (at - start)] & 0xFF;
    }

    private void load(long at) throws IOException {
        if (at < 0 || at >= size()) {
            throw new EOFException("the file has no byte " + at);
        }
        length = (int) Math.min(window.length, size() - at);
        source.read(at, ByteBuffer.wrap(window, 0, length));
        start = at;
    }

    /// Where this byte stands next, from a place on; the size if nowhere. Eight bytes are looked at together.
    long next(int value, long from) throws IOException {
        long pattern = (value & 0xFFL) * ONES;
        for (long at = from; at < size(); ) {
            u8(at);
            int in = (int) (at - start);
            while (in < length) {
                if (in + Long.BYTES <= length && !holds((long) EIGHT.get(window, in), pattern)) {
                    in += Long.BYTES;
                } else if ((window[in] & 0xFF) == value) {
                    return start + in;
                } else {
                    in++;
                }
            }
            at = start + in;
        }
        return size();
    }

    /// Whether one of eight bytes is that of the pattern: a byte that is zero after their difference borrows.
    private static boolean holds(long eight, long pattern) {
        long difference = eight ^ pattern;
        return ((difference - ONES) & ~difference & HIGHEST) != 0;
    }

    int u16(long at) throws IOException {
        return (u8(at) << 8) | u8(at + 1);
    }

    long u32(long at) throws IOException {
        return ((long) u16(at) << 16) | u16(at + 2);
    }

    int u16le(long at) throws IOException {
        return (u8(at + 1) << 8) | u8(at);
    }

    long u32le(long at) throws IOException {
        return ((long) u16le(at + 2) << 16) | u16le(at);
    }

    /// Whether these characters stand here, each one byte.
    boolean reads(long at, String latin1) throws IOException {
        return has(at, latin1.length()) && latin1(at, latin1.length()).equals(latin1);
    }

    String latin1(long at, int count) throws IOException {
        byte[] text = new byte[count];
        for (int i = 0; i < count; i++) {
            text[i] = (byte) u8(at + i);
        }
        return new String(text, StandardCharsets.ISO_8859_1);
    }
}
