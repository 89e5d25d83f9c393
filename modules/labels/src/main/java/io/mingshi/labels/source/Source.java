package io.mingshi.labels.source;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.WritableByteChannel;
import java.security.MessageDigest;

/// A file of known length that can be read at any place without being held in memory.
///
/// Reading does not change it, so one source may be read by several threads.
public interface Source {
    /// How much is held in memory at once while bytes are passed on: 1 MiB, enough for the speed of any disk.
    int BUFFER = 1 << 20;

    /// The length in bytes.
    long size();

    /// Fills the whole buffer with the bytes from this place on.
    ///
    /// @throws EOFException if fewer bytes are left
    void read(long at, ByteBuffer into) throws IOException;

    /// Passes a range on.
    ///
    /// @throws EOFException if the range reaches beyond the end
    default void transfer(long from, long length, WritableByteChannel out) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate((int) Math.min(BUFFER, length));
        for (long at = from; at < from + length; at += buffer.limit()) {
            buffer.clear().limit((int) Math.min(buffer.capacity(), from + length - at));
            read(at, buffer);
            buffer.flip();
            while (buffer.hasRemaining()) {
                out.write(buffer);
            }
        }
    }

    /// Passes everything on.
    default void transferTo(WritableByteChannel out) throws IOException {
        transfer(0, size(), out);
    }

    /// Feeds a range to a digest.
    default void digest(long from, long length, MessageDigest digest) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate((int) Math.min(BUFFER, length));
        for (long at = from; at < from + length; at += buffer.limit()) {
            buffer.clear().limit((int) Math.min(buffer.capacity(), from + length - at));
            read(at, buffer);
            digest.update(buffer.flip());
        }
    }

    /// A copy of a range that the caller knows to be small.
    default byte[] bytes(long at, int length) throws IOException {
        if (at < 0 || length < 0 || at + length > size()) {
            throw new EOFException("the range lies outside the file");
        }
        byte[] bytes = new byte[length];
        read(at, ByteBuffer.wrap(bytes));
        return bytes;
    }

    /// A copy of everything, for a file that the caller knows to be small.
    default byte[] bytes() throws IOException {
        return bytes(0, Math.toIntExact(size()));
    }

    /// These bytes, which the caller no longer changes.
    static Source of(byte[] bytes) {
        return new MemorySource(bytes);
    }

    /// The file behind an open channel, as long as it is now. The caller keeps the channel open and closes it.
    static Source of(FileChannel channel) throws IOException {
        return new FileSource(channel, channel.size());
    }
}
