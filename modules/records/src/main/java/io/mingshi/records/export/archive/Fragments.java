package io.mingshi.records.export.archive;

import java.io.IOException;
import java.io.OutputStream;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/// Compressed pieces that give one compressed whole when they stand one after another (RFC 1951): each ends at a byte,
/// and only [#END] says that nothing follows.
public final class Fragments {
    private static final byte[] END = {3, 0};
    private static final int BUFFER = 1 << 16;

    private Fragments() {}

    /// What follows the last piece.
    public static byte[] end() {
        return END.clone();
    }

    /// Compresses into a piece; closing it closes the target. For one thread.
    public static OutputStream into(OutputStream target) {
        Deflater deflater = new Deflater(Deflater.BEST_SPEED, true);
        return new DeflaterOutputStream(target, deflater, BUFFER, true) {
            private boolean closed;

            @Override
            public void close() throws IOException {
                if (!closed) {
                    closed = true;
                    try (OutputStream behind = out) {
                        flush();
                        behind.flush();
                    } finally {
                        deflater.end();
                    }
                }
            }
        };
    }
}
