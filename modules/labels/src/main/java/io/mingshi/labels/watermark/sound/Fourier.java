package io.mingshi.labels.watermark.sound;

/// The discrete Fourier transform of a fixed power of two, in place.
final class Fourier {
    private final int size;
    private final double[] cosine;
    private final double[] sine;

    Fourier(int size) {
        if (Integer.bitCount(size) != 1) {
            throw new IllegalArgumentException("not a power of two: " + size);
        }
        this.size = size;
        cosine = new double[size / 2];
        sine = new double[size / 2];
        for (int i = 0; i < size / 2; i++) {
            cosine[i] = Math.cos(2 * Math.PI * i / size);
            sine[i] = Math.sin(2 * Math.PI * i / size);
        }
    }

    void forward(double[] real, double[] imaginary) {
        reorder(real, imaginary);
        for (int length = 2; length <= size; length <<= 1) {
            int half = length / 2;
            int stride = size / length;
            for (int block = 0; block < size; block += length) {
                for (int i = 0; i < half; i++) {
                    butterfly(real, imaginary, block + i, block + i + half, i * stride);
                }
            }
        }
    }

    /// The inverse, divided by the size: forward and then inverse gives the input.
    void inverse(double[] real, double[] imaginary) {
        forward(imaginary, real);
        for (int i = 0; i < size; i++) {
            real[i] /= size;
            imaginary[i] /= size;
        }
    }

    private void butterfly(double[] real, double[] imaginary, int upper, int lower, int twiddle) {
        double c = cosine[twiddle];
        double s = -sine[twiddle];
        double r = real[lower] * c - imaginary[lower] * s;
        double i = real[lower] * s + imaginary[lower] * c;
        real[lower] = real[upper] - r;
        imaginary[lower] = imaginary[upper] - i;
        real[upper] += r;
        imaginary[upper] += i;
    }

    private void reorder(double[] real, double[] imaginary) {
        int shift = Integer.numberOfLeadingZeros(size) + 1;
        for (int i = 1; i < size; i++) {
            int j = Integer.reverse(i) >>> shift;
            if (i < j) {
                double swap = real[i];
                real[i] = real[j];
                real[j] = swap;
                swap = imaginary[i];
                imaginary[i] = imaginary[j];
                imaginary[j] = swap;
            }
        }
    }
}
