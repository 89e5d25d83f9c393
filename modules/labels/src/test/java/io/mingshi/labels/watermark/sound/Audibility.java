package io.mingshi.labels.watermark.sound;

/// How audible a change of a sound is.
///
/// @param signalToNoise in decibel
/// @param segmental the mean of the same in pieces of 20 ms that are louder than -60 dB, each limited to -10 to 60 dB
/// @param noiseToMask the mean of change over threshold of hearing in all frames and critical bands, in decibel
/// @param above the share of frames and critical bands in which the change is above the threshold
/// @param disturbed the share of frames in which it is 1.5 dB above in at least one band (as in ITU-R BS.1387)
record Audibility(double signalToNoise, double segmental, double noiseToMask, double above, double disturbed) {
    /// The bands from 100 Hz to 9.5 kHz, where the mark may be heard.
    private static final int FIRST_BAND = 1;

    private static final int LAST_BAND = 21;
    private static final double QUIET = 1e-6;

    /// Judges at the sound's own rate with windows of about 46 ms, other ones than those by which the mark was made.
    static Audibility of(float[] sound, float[] changed, int rate) {
        int size = Integer.highestOneBit(rate / 16);
        Masking masking = new Masking(size / 2 + 1, (double) rate / size);
        double sum = 0;
        int cells = 0;
        int above = 0;
        int frames = 0;
        int disturbed = 0;
        for (int from = 0; from + size <= sound.length; from += size / 2) {
            double[] threshold = masking.threshold(power(sound, sound, from, size, 0));
            double[] noise = masking.energy(power(changed, sound, from, size, 1));
            if (loudness(sound, from, size) < QUIET) {
                continue;
            }
            double most = 0;
            for (int band = FIRST_BAND; band <= Math.min(LAST_BAND, masking.bands() - 1); band++) {
                double ratio = noise[band] / threshold[band];
                sum += ratio;
                cells++;
                above += ratio > 1 ? 1 : 0;
                most = Math.max(most, ratio);
            }
            frames++;
            disturbed += most > Math.pow(10, 0.15) ? 1 : 0;
        }
        return new Audibility(
                decibel(sound, changed, 0, sound.length),
                segmental(sound, changed, rate / 50),
                10 * Math.log10(sum / cells),
                (double) above / cells,
                (double) disturbed / frames);
    }

    private static double[] power(float[] sound, float[] less, int from, int size, int times) {
        double[] real = new double[size];
        double[] imaginary = new double[size];
        for (int i = 0; i < size; i++) {
            double hann = 0.5 - 0.5 * Math.cos(2 * Math.PI * (i + 0.5) / size);
            real[i] = (sound[from + i] - times * less[from + i]) * hann;
        }
        new Fourier(size).forward(real, imaginary);
        double[] power = new double[size / 2 + 1];
        for (int bin = 0; bin < power.length; bin++) {
            // so that a sine of full scale has the power 1 in all
            power[bin] = (real[bin] * real[bin] + imaginary[bin] * imaginary[bin]) * 32 / (3.0 * size * size);
        }
        return power;
    }

    private static double loudness(float[] sound, int from, int size) {
        double sum = 0;
        for (int i = from; i < from + size; i++) {
            sum += sound[i] * sound[i];
        }
        return sum / size;
    }

    private static double segmental(float[] sound, float[] changed, int size) {
        double sum = 0;
        int count = 0;
        for (int from = 0; from + size <= sound.length; from += size) {
            if (loudness(sound, from, size) >= QUIET) {
                sum += Math.clamp(decibel(sound, changed, from, size), -10, 60);
                count++;
            }
        }
        return sum / count;
    }

    private static double decibel(float[] sound, float[] changed, int from, int size) {
        double signal = 0;
        double noise = 1e-12;
        for (int i = from; i < from + size; i++) {
            signal += sound[i] * sound[i];
            noise += Math.pow(sound[i] - changed[i], 2);
        }
        return 10 * Math.log10(signal / noise);
    }
}
