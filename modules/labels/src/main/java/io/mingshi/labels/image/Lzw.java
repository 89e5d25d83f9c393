package io.mingshi.labels.image;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;

/// The compression of GIF pictures (GIF89a specification, appendix F).
final class Lzw {
    private static final int MAX_CODES = 4096;

    private Lzw() {}

    /// The colour numbers of a picture; where the data end early the rest is 0.
    ///
    /// @param bits the code size that stands before the data, 2 to 8
    static byte[] decode(byte[] data, int bits, int pixels) {
        byte[] out = new byte[pixels];
        int[] prefix = new int[MAX_CODES];
        byte[] suffix = new byte[MAX_CODES];
        byte[] stack = new byte[MAX_CODES];
        int clear = 1 << bits;
        int next = clear + 2;
        int width = bits + 1;
        int previous = -1;
        int held = 0;
        int window = 0;
        int filled = 0;
        byte first = 0;
        for (int at = 0; filled < pixels; ) {
            while (held < width) {
                if (at >= data.length) {
                    return out;
                }
                window |= (data[at++] & 0xFF) << held;
                held += 8;
            }
            int code = window & ((1 << width) - 1);
            window >>>= width;
            held -= width;
            if (code == clear) {
                next = clear + 2;
                width = bits + 1;
                previous = -1;
                continue;
            }
            if (code == clear + 1 || code > next || (code == next && previous < 0)) {
                return out;
            }
            int depth = 0;
            int walk = code;
            if (code == next) {
                stack[depth++] = first;
                walk = previous;
            }
            for (; walk > clear; walk = prefix[walk]) {
                stack[depth++] = suffix[walk];
            }
            first = (byte) walk;
            stack[depth++] = first;
            while (depth > 0 && filled < pixels) {
                out[filled++] = stack[--depth];
            }
            if (previous >= 0 && next < MAX_CODES) {
                prefix[next] = previous;
                suffix[next] = first;
                next++;
                width = next == 1 << width && next < MAX_CODES ? width + 1 : width;
            }
            previous = code;
        }
        return out;
    }

    /// The compressed data of a picture, without sub-blocks.
    static byte[] encode(byte[] pixels, int bits) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(pixels.length / 2 + 16);
        int clear = 1 << bits;
        int[] children = new int[MAX_CODES << 8];
        int next = clear + 2;
        int width = bits + 1;
        long window = clear;
        int held = width;
        int code = -1;
        for (byte pixel : pixels) {
            int value = pixel & 0xFF;
            if (code < 0) {
                code = value;
                continue;
            }
            int child = children[code << 8 | value];
            if (child != 0) {
                code = child;
                continue;
            }
            window |= (long) code << held;
            held += width;
            if (next == MAX_CODES) {
                window |= (long) clear << held;
                held += width;
                Arrays.fill(children, 0);
                next = clear + 2;
                width = bits + 1;
            } else {
                children[code << 8 | value] = next;
                width = next == 1 << width ? width + 1 : width;
                next++;
            }
            for (; held >= 8; held -= 8, window >>>= 8) {
                out.write((int) window);
            }
            code = value;
        }
        if (code >= 0) {
            window |= (long) code << held;
            held += width;
            width = next == 1 << width && width < 12 ? width + 1 : width;
        }
        window |= (long) (clear + 1) << held;
        for (held += width; held > 0; held -= 8, window >>>= 8) {
            out.write((int) window);
        }
        return out.toByteArray();
    }
}
