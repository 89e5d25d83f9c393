package io.mingshi.labels.watermark.sound;

import java.util.Arrays;

/// Samples of one channel that are appended at the end and forgotten from the start; positions count from the first
/// ever.
final class Samples implements Wave {
    private float[] kept = new float[4096];
    private long first;
    private int count;

    /// The position after the last sample.
    long end() {
        return first + count;
    }

    void append(float sample) {
        if (count == kept.length) {
            kept = Arrays.copyOf(kept, 2 * count);
        }
        kept[count++] = sample;
    }

    @Override
    public float at(long position) {
        long index = position - first;
        return index < 0 || index >= count ? 0 : kept[(int) index];
    }

    /// Forgets what lies before a position; is lazy, so that it costs little to call often.
    void forgetBefore(long position) {
        int forget = Math.clamp(position - first, 0, count);
        if (forget > kept.length / 2) {
            System.arraycopy(kept, forget, kept, 0, count - forget);
            first += forget;
            count -= forget;
        }
    }
}
