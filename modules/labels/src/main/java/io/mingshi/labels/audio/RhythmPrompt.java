package io.mingshi.labels.audio;

/// The audible label: short-long, short-short, the Morse signs of "AI" (GB 45438-2025 clause 5.3 c).
///
/// The standard gives no timing, pitch or loudness. Chosen here: Morse proportions with a short tone of 100 ms,
/// 800 Hz, and the loudness of the sound around it, so that it is heard without startling.
public final class RhythmPrompt implements Prompt {
    /// Length of a short tone, and of the pause inside a pair, in milliseconds (12 words per minute).
    public static final int UNIT_MILLIS = 100;

    /// Tone and pause alternately, in units: short 1 long 3 | pause 3 | short 1 short.
    private static final int[] UNITS = {1, 1, 3, 3, 1, 1, 1};

    /// Silence before the content, in units.
    private static final int SILENCE = 5;

    private static final double PITCH = 800;

    /// -9 dB below full scale, where the sound around is not known.
    private static final double PEAK = 0.35;

    /// Between -20 dB, to be heard at all, and -6 dB, not to startle.
    private static final double LEAST_PEAK = 0.1;

    private static final double MOST_PEAK = 0.5;

    /// Rise and fall of a tone, against clicks.
    private static final double RAMP_SECONDS = 0.005;

    /// The prompt followed by the content.
    public static byte[] before(byte[] content, PcmFormat format) {
        float[] prompt = mono(format.rate(), PEAK);
        int frames = prompt.length + frames(SILENCE, format.rate());
        byte[] whole = new byte[frames * format.frameBytes() + content.length];
        for (int frame = 0; frame < frames; frame++) {
            format.put(whole, frame, frame < prompt.length ? prompt[frame] : 0);
        }
        System.arraycopy(content, 0, whole, frames * format.frameBytes(), content.length);
        return whole;
    }

    @Override
    public float[] samples(int rate, double loudness) {
        return mono(rate, loudness > 0 ? Math.clamp(Math.sqrt(2) * loudness, LEAST_PEAK, MOST_PEAK) : PEAK);
    }

    @Override
    public boolean isIn(float[] mono, int rate) {
        return RhythmDetector.find(mono, rate);
    }

    @Override
    public String words() {
        return "the rhythm short-long, short-short";
    }

    private static float[] mono(int rate, double peak) {
        int total = 0;
        for (int units : UNITS) {
            total += frames(units, rate);
        }
        float[] samples = new float[total];
        int at = 0;
        for (int i = 0; i < UNITS.length; i++) {
            int length = frames(UNITS[i], rate);
            for (int frame = 0; i % 2 == 0 && frame < length; frame++) {
                samples[at + frame] = (float) (peak * tone(frame, length, rate));
            }
            at += length;
        }
        return samples;
    }

    private static int frames(int units, int rate) {
        return units * UNIT_MILLIS * rate / 1000;
    }

    private static double tone(int frame, int length, int rate) {
        double pitch = Math.min(PITCH, rate / 5.0);
        double ramp = RAMP_SECONDS * rate;
        double edge = Math.min(1, Math.min(frame, length - 1 - frame) / ramp);
        double shape = 0.5 - 0.5 * Math.cos(Math.PI * edge);
        return shape * Math.sin(2 * Math.PI * pitch * frame / rate);
    }
}
