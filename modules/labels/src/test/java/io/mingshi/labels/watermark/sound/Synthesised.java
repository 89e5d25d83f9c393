package io.mingshi.labels.watermark.sound;

import java.util.Random;

/// Sounds like speech and like music, for tests that have no recordings.
final class Synthesised {
    private static final double[] FORMANTS = {300, 500, 700, 1000, 1500, 2300, 2800, 3500};

    private Synthesised() {}

    /// Syllables of gliding harmonics under changing formants, hisses between them, and pauses.
    static float[] speech(int rate, double seconds) {
        Random random = new Random(7);
        float[] sound = new float[(int) (rate * seconds)];
        for (int from = 0; from < sound.length; ) {
            int length = (int) (rate * (0.1 + 0.2 * random.nextDouble()));
            int kind = random.nextInt(8);
            if (kind > 1) {
                voice(sound, from, length, rate, random);
            } else if (kind == 1) {
                hiss(sound, from, length, random);
            }
            from += length;
        }
        return sound;
    }

    private static void voice(float[] sound, int from, int length, int rate, Random random) {
        double pitch = 90 + 60 * random.nextDouble();
        double glide = 0.8 + 0.4 * random.nextDouble();
        double first = FORMANTS[random.nextInt(3)];
        double second = FORMANTS[3 + random.nextInt(5)];
        double phase = 0;
        for (int i = 0; i < length && from + i < sound.length; i++) {
            double hertz = pitch * (1 + (glide - 1) * i / length);
            phase += 2 * Math.PI * hertz / rate;
            double sum = 0;
            for (int harmonic = 1; harmonic * hertz < Math.min(7500, rate / 2.0); harmonic++) {
                double f = harmonic * hertz;
                double level =
                        0.01 + 1 / (1 + Math.pow((f - first) / 80, 2)) + 0.5 / (1 + Math.pow((f - second) / 120, 2));
                sum += level * Math.sin(harmonic * phase);
            }
            sound[from + i] += (float) (0.1 * Math.sin(Math.PI * i / length) * (sum + 0.05 * random.nextGaussian()));
        }
    }

    private static void hiss(float[] sound, int from, int length, Random random) {
        for (int i = 0; i < length && from + i < sound.length; i++) {
            sound[from + i] += (float) (0.03 * Math.sin(Math.PI * i / length) * random.nextGaussian());
        }
    }

    /// Four plucked voices and a drum.
    static float[] music(int rate, double seconds) {
        Random random = new Random(11);
        float[] sound = new float[(int) (rate * seconds)];
        for (int from = 0; from < sound.length; from += rate / 4) {
            for (int voice = 0; voice < 4; voice++) {
                pluck(sound, from, rate, 110 * Math.pow(2, random.nextInt(36) / 12.0), random);
            }
            for (int i = 0; i < rate / 8 && from + i < sound.length; i++) {
                sound[from + i] += (float) (0.08 * Math.exp(-40.0 * i / rate) * random.nextGaussian());
            }
        }
        return sound;
    }

    private static void pluck(float[] sound, int from, int rate, double pitch, Random random) {
        double phase = random.nextDouble();
        for (int i = 0; i < rate && from + i < sound.length; i++) {
            double time = (double) i / rate;
            double sum = 0;
            for (int harmonic = 1; harmonic <= 12 && harmonic * pitch < Math.min(7500, rate / 2.0); harmonic++) {
                sum += Math.exp(-(2 + harmonic) * time)
                        / harmonic
                        * Math.sin(2 * Math.PI * harmonic * (pitch * time + phase));
            }
            sound[from + i] += (float) (0.1 * Math.min(1, time * 200) * sum);
        }
    }
}
