package io.mingshi.labels.media;

import java.util.Arrays;

/// Gathers the part of a sound that is searched, thinned so far that its memory is bounded at any rate of the file.
public final class SearchedSound implements SoundEditor.SoundSink {
    /// Nothing that is searched for lies above what this rate can hold.
    private static final int HIGHEST_RATE = 48_000;

    private static final int FIRST = 1 << 18;

    private final int most;
    private float[] samples = new float[FIRST];
    private int length;
    private int rate = 1;
    private float sum;
    private int summed;

    /// @param mostSeconds what comes later is not kept
    public SearchedSound(int mostSeconds) {
        most = mostSeconds * HIGHEST_RATE;
    }

    /// At how many frames per second a sound is kept.
    static int rateOf(int rateOfSound) {
        return rateOfSound / group(rateOfSound);
    }

    private static int group(int rate) {
        return Math.ceilDiv(rate, HIGHEST_RATE);
    }

    @Override
    public boolean take(float[] mono, int rateOfSound) {
        rate = rateOf(rateOfSound);
        int group = group(rateOfSound);
        for (float sample : mono) {
            sum += sample;
            summed++;
            if (summed >= group && !keep(sum / summed)) {
                return false;
            }
        }
        return true;
    }

    private boolean keep(float mean) {
        if (length == most) {
            return false;
        }
        if (length == samples.length) {
            samples = Arrays.copyOf(samples, Math.min(most, 2 * length));
        }
        samples[length++] = mean;
        sum = 0;
        summed = 0;
        return true;
    }

    /// All that is kept, -1 to 1.
    public float[] samples() {
        return Arrays.copyOf(samples, length);
    }

    /// Frames per second of what is kept; 1 where there are none.
    public int rate() {
        return rate;
    }
}
