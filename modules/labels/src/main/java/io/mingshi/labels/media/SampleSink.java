package io.mingshi.labels.media;

import java.io.IOException;

/// Takes sound piece by piece.
@FunctionalInterface
interface SampleSink {
    /// Takes the next samples.
    ///
    /// @param interleaved whole frames, -1 to 1
    void put(float[] interleaved) throws IOException;
}
