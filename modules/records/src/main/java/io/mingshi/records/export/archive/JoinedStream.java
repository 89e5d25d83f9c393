package io.mingshi.records.export.archive;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;

/// Pieces of one compressed file and its end; one piece is open at a time, however many there are.
final class JoinedStream extends InputStream {
    private final Iterator<Path> pieces;
    private boolean ended;
    private InputStream current = InputStream.nullInputStream();

    JoinedStream(List<Path> pieces) {
        this.pieces = pieces.iterator();
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int read = current.read(bytes, offset, length);
        while (read < 0 && !ended) {
            current.close();
            if (pieces.hasNext()) {
                current = Files.newInputStream(pieces.next());
            } else {
                current = new ByteArrayInputStream(Fragments.end());
                ended = true;
            }
            read = current.read(bytes, offset, length);
        }
        return read;
    }

    @Override
    public void close() throws IOException {
        current.close();
    }
}
