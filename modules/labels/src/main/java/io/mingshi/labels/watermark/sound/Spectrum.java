package io.mingshi.labels.watermark.sound;

/// The spectrum of a piece of sound of fixed length under a sine window, and what it conceals.
final class Spectrum {
    private final int size;
    private final Fourier fourier;
    private final Masking masking;
    private final double[] window;
    private final double[] real;
    private final double[] imaginary;
    private final double[] power;

    /// @param size samples at [Layout#RATE], a power of two
    Spectrum(int size) {
        this.size = size;
        fourier = new Fourier(size);
        masking = new Masking(size / 2 + 1, (double) Layout.RATE / size);
        window = window(size);
        real = new double[size];
        imaginary = new double[size];
        power = new double[size / 2 + 1];
    }

    static double[] window(int size) {
        double[] window = new double[size];
        for (int i = 0; i < size; i++) {
            window[i] = Math.sin(Math.PI * (i + 0.5) / size);
        }
        return window;
    }

    /// Looks at the piece that starts there.
    void look(Wave sound, long start) {
        for (int i = 0; i < size; i++) {
            real[i] = sound.at(start + i) * window[i];
            imaginary[i] = 0;
        }
        fourier.forward(real, imaginary);
        // so that a sine of full scale has the power 1 in all
        double scale = 8.0 / ((double) size * size);
        for (int bin = 0; bin < power.length; bin++) {
            power[bin] = (real[bin] * real[bin] + imaginary[bin] * imaginary[bin]) * scale;
        }
    }

    double real(int bin) {
        return real[bin];
    }

    double imaginary(int bin) {
        return imaginary[bin];
    }

    /// The power of a cell; only of a spectrum of [Layout#WINDOW].
    double cell(int cell) {
        double sum = 0;
        for (int i = 0; i < Layout.WIDTH; i++) {
            sum += power[Layout.firstBin(cell) + i];
        }
        return sum;
    }

    /// The power that this piece conceals in each critical band.
    double[] threshold() {
        return masking.threshold(power);
    }
}
