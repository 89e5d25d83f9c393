package io.mingshi.labels.container;

import io.mingshi.labels.source.Source;
import java.io.IOException;
import java.nio.ByteBuffer;

/// A file whose many small parts are read one behind the other: where they lie close together one access of the disk
/// serves many of them, and where they lie far apart no more is read than asked for. For one thread.
public final class Skimmed implements Source {
    private static final int BLOCK = 1 << 16;

    /// A longer range is not worth keeping.
    private static final int SMALL = 1 << 10;

    private final Source file;
    private final byte[] block = new byte[BLOCK];

    /// What the block holds.
    private long start;

    private int length;

    /// Behind the last range that was asked for.
    private long last;

    /// Over a file that does not change meanwhile.
    public Skimmed(Source file) {
        this.file = file;
    }

    @Override
    public long size() {
        return file.size();
    }

    @Override
    public void read(long at, ByteBuffer into) throws IOException {
        int wanted = into.remaining();
        boolean near = at >= last && at - last < BLOCK;
        last = at + wanted;
        if (!holds(at, wanted) && wanted <= SMALL && near) {
            fill(at);
        }
        if (holds(at, wanted)) {
            into.put(block, (int) (at - start), wanted);
        } else {
            file.read(at, into);
        }
    }

    private boolean holds(long at, int wanted) {
        return at >= start && at + wanted <= start + length;
    }

    private void fill(long at) throws IOException {
        length = 0;
        int more = (int) Math.min(BLOCK, file.size() - at);
        if (more > 0) {
            file.read(at, ByteBuffer.wrap(block, 0, more));
            start = at;
            length = more;
        }
    }
}
