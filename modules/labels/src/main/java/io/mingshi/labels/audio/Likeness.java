package io.mingshi.labels.audio;

/// How alike a short sound is to some part of a longer one: the normalised correlation, 0 to 1.
final class Likeness {
    /// Parts so much softer than the recording (-40 dB) are noise that happens to be alike.
    private static final double AUDIBLE = 1e-4;

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
        if (sound.length < wanted.length) {
            return 0;
        }
        double[] products = products(sound);
        double best = 0;
        double under = 0;
        for (int i = 0; i < sound.length; i++) {
            under += sound[i] * sound[i];
            int from = i - wanted.length + 1;
            if (from >= 0) {
                best = under > energy * AUDIBLE
                        ? Math.max(best, Math.abs(products[from]) / Math.sqrt(energy * under))
                        : best;
                under = Math.max(0, under - sound[from] * sound[from]);
            }
        }
        return best;
    }

    /// The sum of products for each place, by way of the spectrum.
    private double[] products(float[] sound) {
        int size = Integer.highestOneBit(sound.length + wanted.length) * 2;
        double[] real = new double[size];
        double[] imaginary = new double[size];
        double[] otherReal = new double[size];
        double[] otherImaginary = new double[size];
        for (int i = 0; i < sound.length; i++) {
            real[i] = sound[i];
        }
        for (int i = 0; i < wanted.length; i++) {
            otherReal[i] = wanted[i];
        }
        transform(real, imaginary);
        transform(otherReal, otherImaginary);
        for (int i = 0; i < size; i++) {
            double product = real[i] * otherReal[i] + imaginary[i] * otherImaginary[i];
            imaginary[i] = imaginary[i] * otherReal[i] - real[i] * otherImaginary[i];
            real[i] = product / size;
            imaginary[i] /= size;
        }
        transform(imaginary, real); // With the parts exchanged it goes back.
        return real;
    }

    /// The fast Fourier transform in place, of a power of two.
    private static void transform(double[] real, double[] imaginary) {
        int size = real.length;
        for (int i = 1, j = 0; i < size; i++) {
            int bit = size >> 1;
            for (; (j & bit) != 0; bit >>= 1) {
                j ^= bit;
            }
            j ^= bit;
            if (i < j) {
                swap(real, i, j);
                swap(imaginary, i, j);
            }
        }
        for (int half = 1; half < size; half *= 2) {
            for (int k = 0; k < half; k++) {
                double cosine = Math.cos(Math.PI * k / half);
                double sine = -Math.sin(Math.PI * k / half);
                for (int a = k; a < size; a += 2 * half) {
                    int b = a + half;
                    double r = real[b] * cosine - imaginary[b] * sine;
                    double i = real[b] * sine + imaginary[b] * cosine;
                    real[b] = real[a] - r;
                    imaginary[b] = imaginary[a] - i;
                    real[a] += r;
                    imaginary[a] += i;
                }
            }
        }
    }

    private static void swap(double[] values, int i, int j) {
        double value = values[i];
        values[i] = values[j];
        values[j] = value;
    }
}
