package io.mingshi.labels.watermark.sound;

/// Sound at other moments: sample j of the result is the input at time j x step, by a windowed sinc as it passes by.
final class Resampler {
    /// Zero crossings of the sinc on each side: what it lets through wrongly is 40 dB down, far below what the mark
    /// needs.
    private static final int CROSSINGS = 16;

    /// Steps of the tabled kernel between two zero crossings.
    private static final int FINENESS = 1024;

    private static final double[] KERNEL = kernel();

    private final double step;
    private final double cutoff;
    private final int reach;
    private final Samples input = new Samples();
    private long next;

    /// @param step how many samples of the input one of the result advances
    Resampler(double step) {
        this.step = step;
        cutoff = Math.min(1, 1 / step);
        reach = (int) Math.ceil(CROSSINGS / cutoff);
    }

    /// Takes one sample and appends to the result what has become known.
    void next(float sample, Samples result) {
        input.append(sample);
        while ((long) (next * step) + reach < input.end()) {
            result.append(value(next * step));
            next++;
        }
        input.forgetBefore((long) (next * step) - reach);
    }

    private float value(double moment) {
        long from = (long) Math.ceil(moment - reach);
        long to = (long) Math.floor(moment + reach);
        double scale = cutoff * FINENESS;
        double sum = 0;
        for (long i = from; i <= to; i++) {
            int index = (int) (Math.abs(moment - i) * scale + 0.5);
            if (index < KERNEL.length) {
                sum += KERNEL[index] * input.at(i);
            }
        }
        return (float) (sum * cutoff);
    }

    /// All of a sound at once, as long as the moments that lie in it.
    static float[] whole(float[] sound, double step) {
        if (step == 1) {
            return sound;
        }
        Resampler resampler = new Resampler(step);
        Samples result = new Samples();
        for (float sample : sound) {
            resampler.next(sample, result);
        }
        for (int i = 0; i < resampler.reach; i++) {
            resampler.next(0, result);
        }
        float[] all = new float[(int) Math.min(result.end(), (long) (sound.length / step))];
        for (int i = 0; i < all.length; i++) {
            all[i] = result.at(i);
        }
        return all;
    }

    private static double[] kernel() {
        double[] kernel = new double[CROSSINGS * FINENESS + 1];
        for (int i = 0; i < kernel.length; i++) {
            double x = (double) i / FINENESS;
            double sinc = i == 0 ? 1 : Math.sin(Math.PI * x) / (Math.PI * x);
            double hann = 0.5 + 0.5 * Math.cos(Math.PI * x / CROSSINGS);
            kernel[i] = sinc * hann;
        }
        return kernel;
    }
}
