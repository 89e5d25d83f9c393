package io.mingshi.labels.source;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// A file as it will be: ranges of other files and new bytes, in order. Nothing is copied until it is read.
///
/// A splice can be spliced again, so that several changes of a large file cost one pass over it.
public final class Splice implements Source {
    private final List<Piece> pieces;
    /// Where each piece starts, and behind the last the end.
    private final long[] starts;

    private record Piece(Source source, long from, long length) {}

    private Splice(List<Piece> pieces) {
        this.pieces = pieces;
        this.starts = new long[pieces.size() + 1];
        for (int i = 0; i < pieces.size(); i++) {
            starts[i + 1] = starts[i] + pieces.get(i).length;
        }
    }

    /// Collects the pieces of one file.
    public static final class Builder {
        private final List<Piece> pieces = new ArrayList<>();
        private long length;

        /// Appends a range of a source; one that continues the range before becomes one with it.
        public Builder copy(Source source, long from, long length) {
            if (from < 0 || length < 0 || from + length > source.size()) {
                throw new IndexOutOfBoundsException("the range lies outside the file");
            }
            this.length += length;
            if (length == 0) {
                return this;
            }
            if (!pieces.isEmpty()) {
                Piece last = pieces.getLast();
                if (last.source.equals(source) && last.from + last.length == from) {
                    pieces.set(pieces.size() - 1, new Piece(source, last.from, last.length + length));
                    return this;
                }
            }
            pieces.add(new Piece(source, from, length));
            return this;
        }

        /// Appends new bytes, which the caller no longer changes.
        public Builder insert(byte[] bytes) {
            return copy(Source.of(bytes), 0, bytes.length);
        }

        /// How many bytes were appended so far.
        public long length() {
            return length;
        }

        /// The file.
        public Splice build() {
            return new Splice(List.copyOf(pieces));
        }
    }

    /// A new, empty file to append to.
    public static Builder builder() {
        return new Builder();
    }

    /// The file with new bytes in the place of a range, which may be empty.
    public static Splice replace(Source file, long from, long length, byte[] bytes) {
        long end = from + length;
        return builder()
                .copy(file, 0, from)
                .insert(bytes)
                .copy(file, end, file.size() - end)
                .build();
    }

    @Override
    public long size() {
        return starts[pieces.size()];
    }

    private interface Step {
        void take(Source source, long from, long length) throws IOException;
    }

    private void walk(long from, long length, Step step) throws IOException {
        if (from < 0 || length < 0 || from + length > size()) {
            throw new EOFException("the range lies outside the file");
        }
        int found = Arrays.binarySearch(starts, from);
        long at = from;
        for (int i = found >= 0 ? found : -found - 2; at < from + length; i++) {
            Piece piece = pieces.get(i);
            long inside = at - starts[i];
            long part = Math.min(piece.length - inside, from + length - at);
            step.take(piece.source, piece.from + inside, part);
            at += part;
        }
    }

    @Override
    public void read(long at, ByteBuffer into) throws IOException {
        int end = into.limit();
        walk(at, into.remaining(), (source, from, length) -> {
            into.limit(into.position() + (int) length);
            source.read(from, into);
            into.limit(end);
        });
    }

    @Override
    public void transfer(long from, long length, WritableByteChannel out) throws IOException {
        walk(from, length, (source, at, part) -> source.transfer(at, part, out));
    }

    @Override
    public void digest(long from, long length, MessageDigest digest) throws IOException {
        walk(from, length, (source, at, part) -> source.digest(at, part, digest));
    }
}
