package io.mingshi.screening.media;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Tells whether a sound holds a human voice that speaks, by its pitch and rhythm alone.
///
/// A voice sample makes the separate consent of its owner necessary:
/// [DSP-14](http://www.cac.gov.cn/2022-12/11/c_1672221949354811.htm). A voice glides: its pitch lies between 70 and
/// 400 Hz and moves a little from one moment to the next, where notes stand still or jump; and it comes in syllables,
/// a few a second. No voice is told from another here. How often it errs is measured in `docs/face-detection.md`.
public final class VoiceDetector {
    private static final int RATE = 8_000;
    private static final int FRAME = 256;
    private static final int HOP = 128;
    private static final int LEAST_LAG = RATE / 400;
    private static final int MOST_LAG = RATE / 70;

    /// How alike a frame and its copy one period later are when it is voiced.
    private static final double PERIODIC = 0.6;

    /// Frames quieter than this part of the loudest count as silence.
    private static final double QUIET = 0.02;

    /// The least time with voice, in frames: a third of a second.
    private static final int LEAST_VOICED = RATE / 3 / HOP;

    /// Pitch that changes by less than this part from frame to frame stands still.
    private static final double STILL = 0.001;

    /// Pitch that changes by more than this part from frame to frame jumps.
    private static final double JUMP = 0.08;

    /// Between music and speech: nine tenths of the steps of a voice glide, six tenths of those of an orchestra.
    private static final double LEAST_GLIDING = 0.75;

    private static final double LEAST_SYLLABLES = 0.7;
    private static final double LEAST_VOICED_SHARE = 0.4;

    private VoiceDetector() {}

    /// What was measured.
    ///
    /// @param voiced the share of the frames with sound that have a pitch of a voice
    /// @param gliding the share of steps between such frames in which the pitch moves without a jump
    /// @param syllables how often a second voice begins
    /// @param voicedFrames how many frames have a pitch of a voice
    record Traits(double voiced, double gliding, double syllables, int voicedFrames) {
        boolean ofAVoice() {
            return voicedFrames >= LEAST_VOICED
                    && voiced >= LEAST_VOICED_SHARE
                    && gliding >= LEAST_GLIDING
                    && syllables >= LEAST_SYLLABLES;
        }
    }

    /// @param samples one channel, -1 to 1
    /// @param rate samples a second, at least 8,000
    public static boolean hears(float[] samples, int rate) {
        return traits(samples, rate).ofAVoice();
    }

    static Traits traits(float[] samples, int rate) {
        if (rate < RATE) {
            throw new IllegalArgumentException("a voice is looked for in at least " + RATE + " samples a second");
        }
        return traits(pitches(resampled(samples, rate)));
    }

    /// Averages what falls on one sample of the lower rate, which keeps out what would fold back.
    private static float[] resampled(float[] samples, int rate) {
        if (rate == RATE) {
            return samples;
        }
        float[] lower = new float[(int) ((long) samples.length * RATE / rate)];
        for (int i = 0; i < lower.length; i++) {
            int from = (int) ((long) i * rate / RATE);
            int to = Math.max(from + 1, (int) ((long) (i + 1) * rate / RATE));
            double sum = 0;
            for (int j = from; j < to; j++) {
                sum += samples[j];
            }
            lower[i] = (float) (sum / (to - from));
        }
        return lower;
    }

    /// The period of each frame in samples; 0 for one with another sound, -1 for a silent one.
    private static List<Double> pitches(float[] samples) {
        int frames = Math.max(0, Math.floorDiv(samples.length - FRAME - MOST_LAG, HOP) + 1);
        double[] loudness = new double[frames];
        for (int frame = 0; frame < frames; frame++) {
            loudness[frame] = energy(samples, frame * HOP);
        }
        double loudest = Arrays.stream(loudness).max().orElse(0);
        List<Double> pitches = new ArrayList<>();
        for (int frame = 0; frame < frames; frame++) {
            boolean silent = loudest == 0 || loudness[frame] < QUIET * loudest;
            pitches.add(silent ? -1.0 : period(samples, frame * HOP));
        }
        return pitches;
    }

    private static double energy(float[] samples, int from) {
        double sum = 0;
        for (int i = from; i < from + FRAME; i++) {
            sum += (double) samples[i] * samples[i];
        }
        return sum;
    }

    /// The shortest lag at which the frame is nearly as alike to itself as at the best one.
    private static double period(float[] samples, int from) {
        double[] alike = new double[MOST_LAG + 2];
        double best = 0;
        for (int lag = LEAST_LAG - 1; lag < alike.length; lag++) {
            alike[lag] = alike(samples, from, lag);
            best = Math.max(best, alike[lag]);
        }
        if (best < PERIODIC) {
            return 0;
        }
        for (int lag = LEAST_LAG; lag <= MOST_LAG; lag++) {
            if (alike[lag] >= 0.9 * best && alike[lag] >= alike[lag - 1] && alike[lag] >= alike[lag + 1]) {
                double bend = alike[lag - 1] - 2 * alike[lag] + alike[lag + 1];
                return bend == 0 ? lag : lag + (alike[lag - 1] - alike[lag + 1]) / (2 * bend);
            }
        }
        return 0;
    }

    private static double alike(float[] samples, int from, int lag) {
        double product = 0;
        double one = 1e-9;
        double other = 1e-9;
        for (int i = from; i < from + FRAME && i + lag < samples.length; i++) {
            product += (double) samples[i] * samples[i + lag];
            one += (double) samples[i] * samples[i];
            other += (double) samples[i + lag] * samples[i + lag];
        }
        return product / Math.sqrt(one * other);
    }

    private static Traits traits(List<Double> pitches) {
        int sounding = 0;
        int voiced = 0;
        int steps = 0;
        int gliding = 0;
        int begun = 0;
        double before = -1;
        for (double pitch : pitches) {
            sounding += pitch >= 0 ? 1 : 0;
            voiced += pitch > 0 ? 1 : 0;
            if (pitch > 0 && before > 0) {
                double change = Math.abs(pitch / before - 1);
                steps++;
                gliding += change > STILL && change < JUMP ? 1 : 0;
            }
            begun += pitch > 0 && before <= 0 ? 1 : 0;
            before = pitch;
        }
        double seconds = (double) pitches.size() * HOP / RATE;
        return new Traits(
                sounding == 0 ? 0 : (double) voiced / sounding,
                steps == 0 ? 0 : (double) gliding / steps,
                seconds == 0 ? 0 : begun / seconds,
                voiced);
    }
}
