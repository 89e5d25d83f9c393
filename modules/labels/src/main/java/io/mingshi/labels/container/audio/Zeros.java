package io.mingshi.labels.container.audio;

import io.mingshi.labels.source.Source;
import java.nio.ByteBuffer;

/// A run of zeros that takes no memory, for padding.
record Zeros(long size) implements Source {
    /// As many as the longest ID3 tag has bytes.
    static final Zeros OF_A_TAG = new Zeros(1 << 28);

    @Override
    public void read(long at, ByteBuffer into) {
        while (into.hasRemaining()) {
            into.put((byte) 0);
        }
    }
}
