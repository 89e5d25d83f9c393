package io.mingshi.labels;

import io.mingshi.labels.media.SoundEditor;
import java.util.Arrays;

/// Gathers the part of a sound that is searched for a watermark.
final class SearchedSound implements SoundEditor.SoundSink {
    private static final int FIRST = 1 << 20;

    private float[] samples = new float[FIRST];
    private int length;
    private int rate = 1;

    @Override
    public boolean take(float[] mono, int rateOfSound) {
        rate = rateOfSound;
        if (samples.length - length < mono.length) {
            samples = Arrays.copyOf(samples, Math.max(2 * samples.length, length + mono.length));
        }
        System.arraycopy(mono, 0, samples, length, mono.length);
        length += mono.length;
        return true;
    }

    /// All samples, -1 to 1.
    float[] samples() {
        return Arrays.copyOf(samples, length);
    }

    /// Frames per second.
    int rate() {
        return rate;
    }
}
