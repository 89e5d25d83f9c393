package io.mingshi.labels.audio;

/// The audible label: short-long, short-short, the Morse signs of "AI" (GB 45438-2025 clause 5.3 c).
///
/// The standard gives no timing, pitch or loudness. Chosen here: Morse proportions with a short tone of 100 ms,
/// 800 Hz, and a level that is heard over speech without startling.
public final class RhythmPrompt {
    /// Length of a short tone, and of the pause inside a pair, in milliseconds (12 words per minute).
    public static final int UNIT_MILLIS = 100;

    /// Tone and pause alternately, in units: short 1 long 3 | pause 3 | short 1 short, then 5 of silence before the
    /// content.
    private static final int[] UNITS = {1, 1, 3, 3, 1, 1, 1, 5};

    private static final double PITCH = 800;

    /// -9 dB below full scale.
    private static final double PEAK = 0.35;

    /// Rise and fall of a tone, against clicks.
    private static final double RAMP_SECONDS = 0.005;

    private RhythmPrompt() {}

    /// The prompt followed by the content.
    public static byte[] before(byte[] content, PcmFormat format) {
        byte[] prompt = samples(format);
        byte[] whole = new byte[prompt.length + content.length];
        System.arraycopy(prompt, 0, whole, 0, prompt.length);
        System.arraycopy(content, 0, whole, prompt.length, content.length);
        return whole;
    }

    private static byte[] samples(PcmFormat format) {
        int total = 0;
        for (int units : UNITS) {
            total += frames(units, format);
        }
        byte[] data = new byte[total * format.frameBytes()];
        int at = 0;
        for (int i = 0; i < UNITS.length; i++) {
            int length = frames(UNITS[i], format);
            for (int frame = 0; frame < length; frame++) {
                format.put(data, at + frame, i % 2 == 0 ? tone(frame, length, format.rate()) : 0);
            }
            at += length;
        }
        return data;
    }

    private static int frames(int units, PcmFormat format) {
        return units * UNIT_MILLIS * format.rate() / 1000;
    }

    private static double tone(int frame, int length, int rate) {
        double pitch = Math.min(PITCH, rate / 5.0);
        double ramp = RAMP_SECONDS * rate;
        double edge = Math.min(1, Math.min(frame, length - 1 - frame) / ramp);
        double shape = 0.5 - 0.5 * Math.cos(Math.PI * edge);
        return PEAK * shape * Math.sin(2 * Math.PI * pitch * frame / rate);
    }
}
