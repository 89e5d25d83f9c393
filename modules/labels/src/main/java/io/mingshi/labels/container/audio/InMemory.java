package io.mingshi.labels.container.audio;

import java.io.IOException;
import java.io.UncheckedIOException;

/// Reading of files that are in memory, where no read fails.
interface InMemory<T> {
    T read() throws IOException;

    static <T> T call(InMemory<T> reading) {
        try {
            return reading.read();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
