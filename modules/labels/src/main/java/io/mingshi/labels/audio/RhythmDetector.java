package io.mingshi.labels.audio;

import java.util.ArrayList;
import java.util.List;

/// Finds the rhythm short-long, short-short, of any pitch and tempo.
///
/// Loudness over time is cut at several thresholds into sounding and silent runs. Seven runs in Morse proportion,
/// with a longer pause between the pairs than inside them and silence around, whose sounding parts are steady
/// tones, are the prompt. Lossy coding blurs the edges and puts noise into pauses; some threshold lies between.
public final class RhythmDetector {
    private static final int WINDOW_SECONDS = 10;
    private static final int FRAMES_PER_SECOND = 200;
    private static final double[] THRESHOLDS = {0.006, 0.01, 0.02, 0.03, 0.05, 0.08, 0.12, 0.16, 0.24};

    /// A short tone lasts 30 to 400 ms, in envelope frames.
    private static final int SHORTEST = 6;

    private static final int LONGEST = 80;

    private final float[] samples;
    private final int step;

    private record Run(boolean sounds, int from, int length) {}

    private RhythmDetector(float[] samples, int rate) {
        this.samples = samples;
        this.step = Math.max(1, rate / FRAMES_PER_SECOND);
    }

    /// Whether the prompt is in these samples.
    ///
    /// @param mono -1 to 1
    public static boolean find(float[] mono, int rate) {
        return new RhythmDetector(mono, rate).find();
    }

    /// Whether the prompt is in the first or the last ten seconds.
    public static boolean find(PcmFormat format, byte[] data) {
        return atStart(format, data) || in(format, data, Math.max(0, format.frames(data) - window(format)));
    }

    /// Whether the prompt is in the first ten seconds.
    public static boolean atStart(PcmFormat format, byte[] data) {
        return in(format, data, 0);
    }

    private static boolean in(PcmFormat format, byte[] data, int from) {
        float[] mono = new float[Math.min(format.frames(data) - from, window(format))];
        for (int i = 0; i < mono.length; i++) {
            mono[i] = format.mono(data, from + i);
        }
        return find(mono, format.rate());
    }

    private static int window(PcmFormat format) {
        return WINDOW_SECONDS * format.rate();
    }

    private boolean find() {
        double[] envelope = envelope();
        for (double threshold : THRESHOLDS) {
            List<Run> runs = runs(envelope, threshold);
            for (int i = 0; i + 7 <= runs.size(); i++) {
                if (isPrompt(runs, i) && soundsAreTones(runs, i)) {
                    return true;
                }
            }
        }
        return false;
    }

    private double[] envelope() {
        double[] envelope = new double[samples.length / step];
        for (int i = 0; i < envelope.length; i++) {
            double sum = 0;
            for (int j = 0; j < step; j++) {
                float sample = samples[i * step + j];
                sum += sample * sample;
            }
            envelope[i] = Math.sqrt(sum / step);
        }
        return envelope;
    }

    private static List<Run> runs(double[] envelope, double threshold) {
        List<Run> runs = new ArrayList<>();
        int from = 0;
        for (int i = 1; i <= envelope.length; i++) {
            if (i == envelope.length || (envelope[i] > threshold) != (envelope[from] > threshold)) {
                runs.add(new Run(envelope[from] > threshold, from, i - from));
                from = i;
            }
        }
        return runs;
    }

    private static boolean isPrompt(List<Run> runs, int i) {
        int unit = runs.get(i).length;
        if (!runs.get(i).sounds || unit < SHORTEST || unit > LONGEST) {
            return false;
        }
        boolean tones = within(runs.get(i + 2), unit, 2, 4.5)
                && within(runs.get(i + 4), unit, 0.6, 1.6)
                && within(runs.get(i + 6), unit, 0.6, 1.6);
        int inside = Math.max(runs.get(i + 1).length, runs.get(i + 5).length);
        boolean pauses = within(runs.get(i + 1), unit, 0.4, 2)
                && within(runs.get(i + 5), unit, 0.4, 2)
                && runs.get(i + 3).length >= 1.5 * inside
                && within(runs.get(i + 3), unit, 1.5, 6);
        boolean alone = (i <= 1 || runs.get(i - 1).length >= 1.5 * unit)
                && (i + 8 >= runs.size() || runs.get(i + 7).length >= 1.5 * inside);
        return tones && pauses && alone;
    }

    private static boolean within(Run run, int unit, double least, double most) {
        return run.length >= least * unit && run.length <= most * unit;
    }

    private boolean soundsAreTones(List<Run> runs, int first) {
        for (int i = first; i < first + 7; i += 2) {
            if (!isTone(runs.get(i).from * step, runs.get(i).length * step)) {
                return false;
            }
        }
        return true;
    }

    /// A steady tone crosses zero at even distances; speech and noise do not.
    private boolean isTone(int from, int length) {
        List<Integer> crossings = new ArrayList<>();
        for (int i = 1; i < length; i++) {
            if (samples[from + i - 1] < 0 && samples[from + i] >= 0) {
                crossings.add(i);
            }
        }
        if (crossings.size() < 4) {
            return false;
        }
        double period = (crossings.getLast() - crossings.getFirst()) / (double) (crossings.size() - 1);
        long even = 0;
        for (int i = 1; i < crossings.size(); i++) {
            double distance = crossings.get(i) - crossings.get(i - 1);
            even += Math.abs(distance - period) <= Math.max(1.01, 0.15 * period) ? 1 : 0;
        }
        return even >= 0.85 * (crossings.size() - 1);
    }
}
