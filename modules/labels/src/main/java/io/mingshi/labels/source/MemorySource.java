package io.mingshi.labels.source;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;
import java.security.MessageDigest;

/// A file in memory.
final class MemorySource implements Source {
    private final byte[] content;

    MemorySource(byte[] content) {
        this.content = content;
    }

    @Override
    public long size() {
        return content.length;
    }

    @Override
    public void read(long at, ByteBuffer into) throws IOException {
        into.put(content, requireInside(at, into.remaining()), into.remaining());
    }

    @Override
    public void transfer(long from, long length, WritableByteChannel out) throws IOException {
        ByteBuffer range = ByteBuffer.wrap(content, requireInside(from, length), (int) length);
        while (range.hasRemaining()) {
            out.write(range);
        }
    }

    @Override
    public void digest(long from, long length, MessageDigest digest) throws IOException {
        digest.update(content, requireInside(from, length), (int) length);
    }

    private int requireInside(long at, long length) throws EOFException {
        if (at < 0 || length < 0 || at + length > content.length) {
            throw new EOFException("the range lies outside the file");
        }
        return (int) at;
    }
}
