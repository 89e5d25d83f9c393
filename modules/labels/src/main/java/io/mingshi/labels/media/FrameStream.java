package io.mingshi.labels.media;

import static io.mingshi.labels.LabelException.Code.TOOL_FAILED;

import io.mingshi.labels.watermark.FrameFilter;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/// Passes a Matroska stream of raw frames (planar 4:2:0, 8 bits) on and changes the brightness of each frame on its
/// way; everything else, above all the time of each frame, stays as it is (RFC 9559).
final class FrameStream {
    private static final long SEGMENT = 0x18538067L;
    private static final long CLUSTER = 0x1F43B675L;
    private static final long BLOCK_GROUP = 0xA0;
    private static final long BLOCK = 0xA1;
    private static final long SIMPLE_BLOCK = 0xA3;

    /// Track number, time and flags before the frame in a block.
    private static final int BLOCK_HEAD = 4;

    private static final int COPIED_AT_ONCE = 1 << 16;

    private final InputStream in;
    private final OutputStream out;
    private final int width;
    private final int height;
    private final FrameFilter filter;
    private final byte[] luma;
    private final byte[] frame;
    private long index;

    FrameStream(InputStream in, OutputStream out, int width, int height, FrameFilter filter) {
        this.in = in;
        this.out = out;
        this.width = width;
        this.height = height;
        this.filter = filter;
        this.luma = new byte[Math.multiplyExact(width, height)];
        this.frame = new byte[BLOCK_HEAD + luma.length + 2 * ((width + 1) / 2) * ((height + 1) / 2)];
    }

    /// Passes everything on.
    ///
    /// @return how many frames there were
    long pass() throws IOException {
        for (int first = in.read(); first >= 0; first = in.read()) {
            long id = number(first, false);
            long size = number(in.read(), true);
            if (id == BLOCK || id == SIMPLE_BLOCK) {
                block(size);
            } else if (id != SEGMENT && id != CLUSTER && id != BLOCK_GROUP) {
                copy(size);
            }
        }
        return index;
    }

    /// Reads a number of variable length and passes it on.
    ///
    /// @param isSize whether the marker of its length is no part of it
    private long number(int first, boolean isSize) throws IOException {
        if (first <= 0) {
            throw new EOFException("the stream of frames is not sound");
        }
        int length = Integer.numberOfLeadingZeros(first) - 23;
        long number = isSize ? first & ((1 << (8 - length)) - 1) : first;
        out.write(first);
        for (int i = 1; i < length; i++) {
            int next = in.read();
            if (next < 0) {
                throw new EOFException("the stream of frames ends early");
            }
            out.write(next);
            number = (number << 8) | next;
        }
        return number;
    }

    private void block(long size) throws IOException {
        if (size != frame.length) {
            throw TOOL_FAILED.with("the size of the film's pictures changes on the way, which is not handled");
        }
        if (in.readNBytes(frame, 0, frame.length) < frame.length) {
            throw new EOFException("the stream of frames ends inside a frame");
        }
        System.arraycopy(frame, BLOCK_HEAD, luma, 0, luma.length);
        filter.apply(luma, width, height, index++);
        System.arraycopy(luma, 0, frame, BLOCK_HEAD, luma.length);
        out.write(frame);
    }

    private void copy(long size) throws IOException {
        byte[] buffer = new byte[(int) Math.min(size, COPIED_AT_ONCE)];
        for (long left = size; left > 0; ) {
            int read = in.read(buffer, 0, (int) Math.min(buffer.length, left));
            if (read < 0) {
                throw new EOFException("the stream of frames ends early");
            }
            out.write(buffer, 0, read);
            left -= read;
        }
    }
}
