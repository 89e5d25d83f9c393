package io.mingshi.labels.container.document;

import io.mingshi.labels.source.Source;
import java.io.IOException;
import java.nio.ByteBuffer;

/// Goes through a file byte by byte, holding one buffer of it.
final class ByteWalk {
    private static final int BUFFER = 1 << 16;

    /// What stands behind the last byte.
    static final int END = -1;

    private final Source file;
    private final byte[] buffer = new byte[BUFFER];
    private long base;
    private int filled;
    private int at;

    ByteWalk(Source file) {
        this.file = file;
    }

    long position() {
        return base + at;
    }

    int peek() throws IOException {
        if (at == filled) {
            base += filled;
            at = 0;
            filled = (int) Math.min(BUFFER, file.size() - base);
            file.read(base, ByteBuffer.wrap(buffer, 0, filled));
        }
        return at == filled ? END : buffer[at] & 0xFF;
    }

    int next() throws IOException {
        int next = peek();
        if (next != END) {
            at++;
        }
        return next;
    }
}
