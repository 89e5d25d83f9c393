package io.mingshi.records.export.archive;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/// A part of a file, read without moving what others read of it.
final class ChannelStream extends InputStream {
    private final FileChannel file;
    private final long end;
    private long at;

    ChannelStream(FileChannel file, long start, long end) {
        this.file = file;
        this.at = start;
        this.end = end;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        if (at >= end) {
            return -1;
        }
        int read = file.read(ByteBuffer.wrap(bytes, offset, (int) Math.min(length, end - at)), at);
        if (read < 0) {
            throw new EOFException("the file became shorter while it was read");
        }
        at += read;
        return read;
    }
}
