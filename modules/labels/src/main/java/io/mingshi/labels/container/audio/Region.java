package io.mingshi.labels.container.audio;

import io.mingshi.labels.source.Source;
import io.mingshi.labels.source.Splice;
import java.io.IOException;

/// A range of a file that holds one thing, for example a chunk, a frame or a block.
record Region(Source source, long start, long length) {
    Region {
        if (start < 0 || length < 0 || length > source.size() - start) {
            throw new IllegalArgumentException("the region lies outside the file");
        }
    }

    static Region of(Source whole) {
        return new Region(whole, 0, whole.size());
    }

    static Region of(byte[] bytes) {
        return of(Source.of(bytes));
    }

    long end() {
        return start + length;
    }

    /// A range of this range.
    Region part(long from, long size) {
        return new Region(source, start + from, size);
    }

    /// This range without its first bytes.
    Region after(long from) {
        return part(from, length - from);
    }

    /// All bytes, of a region that the caller knows to be small.
    byte[] bytes() throws IOException {
        return source.bytes(start, Math.toIntExact(length));
    }

    /// The bytes at a place inside.
    byte[] bytes(long at, int size) throws IOException {
        return source.bytes(start + at, size);
    }

    /// As many of the first bytes as there are, at most this many.
    byte[] head(int most) throws IOException {
        return source.bytes(start, (int) Math.min(most, length));
    }

    void appendTo(Splice.Builder file) {
        file.copy(source, start, length);
    }

    /// This range as a file of its own.
    Source toSource() {
        return Splice.builder().copy(source, start, length).build();
    }
}
