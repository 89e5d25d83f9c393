package io.mingshi.labels.audio;

/// How alike a short sound is to some part of a longer one: the normalised correlation, 0 to 1.
final class Likeness {
    private final float[] wanted;
    private final double energy;

    Likeness(float[] wanted) {
        this.wanted = wanted;
        double sum = 0;
        for (float sample : wanted) {
            sum += sample * sample;
        }
        this.energy = sum;
    }

    double bestIn(float[] sound) {
        double best = 0;
        double under = 0;
        for (int i = 0; i < sound.length; i++) {
            under += sound[i] * sound[i];
            int from = i - wanted.length + 1;
            if (from >= 0) {
                best = Math.max(best, at(sound, from, under));
                under = Math.max(0, under - sound[from] * sound[from]);
            }
        }
        return best;
    }

    /// Parts that are much softer than the recording are noise that happens to be alike.
    private double at(float[] sound, int from, double under) {
        if (under <= energy * 1e-4) {
            return 0;
        }
        float sum = 0;
        for (int j = 0; j < wanted.length; j++) {
            sum += wanted[j] * sound[from + j];
        }
        return Math.abs(sum) / Math.sqrt(energy * under);
    }
}
