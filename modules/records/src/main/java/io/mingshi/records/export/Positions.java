package io.mingshi.records.export;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The positions of the records of an export, in their order. For one thread.
final class Positions implements Closeable {
    /// What [#next] gives at the end: above every position.
    static final long END = Long.MAX_VALUE;

    private static final int BUFFER = 1 << 16;

    private final Iterator<Path> files;
    private @Nullable DataInputStream current;
    private long left;

    Positions(List<Path> files) {
        this.files = files.iterator();
    }

    long next() throws IOException {
        while (left == 0) {
            close();
            if (!files.hasNext()) {
                return END;
            }
            Path file = files.next();
            left = Files.size(file) / Long.BYTES;
            current = new DataInputStream(new BufferedInputStream(Files.newInputStream(file), BUFFER));
        }
        left--;
        return current == null ? END : current.readLong();
    }

    @Override
    public void close() throws IOException {
        if (current != null) {
            current.close();
            current = null;
        }
    }
}
