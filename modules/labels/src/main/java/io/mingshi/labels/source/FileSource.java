package io.mingshi.labels.source;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.WritableByteChannel;

/// A file on disk, read through a channel that somebody else closes.
record FileSource(FileChannel channel, long size) implements Source {
    @Override
    public void read(long at, ByteBuffer into) throws IOException {
        long place = at;
        while (into.hasRemaining()) {
            int read = channel.read(into, place);
            if (read < 0) {
                throw new EOFException("the file ends at byte " + place);
            }
            place += read;
        }
    }

    /// The operating system copies from file to file without a detour over this process.
    @Override
    public void transfer(long from, long length, WritableByteChannel out) throws IOException {
        long at = from;
        while (at < from + length) {
            long moved = channel.transferTo(at, from + length - at, out);
            if (moved <= 0 && at >= channel.size()) {
                throw new EOFException("the file ends at byte " + at);
            }
            at += moved;
        }
    }
}
