package io.mingshi.labels.watermark.sound;

/// Marks one channel as it passes by, holding back 50 ms.
///
/// The mark is made at [Layout#RATE] and added to the sound as it came, so that nothing else of it changes.
final class ChannelMarker {
    /// Twice the window: long enough to tell tones from noise. What the short window conceals is limited by it.
    private static final int LONG_WINDOW = 2 * Layout.WINDOW;

    private final byte[][] directions;
    private final Resampler down;
    private final Resampler up;
    private final Samples sound = new Samples();
    private final Samples low = new Samples();
    private final Samples mark = new Samples();
    private final Spectrum spectrum = new Spectrum(Layout.WINDOW);
    private final Spectrum longSpectrum = new Spectrum(LONG_WINDOW);
    private final Fourier fourier = new Fourier(Layout.WINDOW);
    private final double[] window = Spectrum.window(Layout.WINDOW);
    private final double[] depths = new double[Layout.CELLS];
    private final double[] secondHalf = new double[Layout.SYMBOL];
    private long symbol;

    /// @param directions of each symbol's cells
    ChannelMarker(byte[][] directions, int rate) {
        this.directions = directions;
        down = new Resampler((double) rate / Layout.RATE);
        up = new Resampler((double) Layout.RATE / rate);
    }

    /// Takes a sample and appends those that are ready.
    void next(float sample, Samples ready) {
        float taken = Float.isFinite(sample) ? sample : 0;
        sound.append(taken);
        down.next(taken, low);
        while (low.end() >= (symbol + 2) * Layout.SYMBOL) {
            markSymbol();
        }
        long position = ready.end();
        for (; position < Math.min(mark.end(), sound.end()); position++) {
            ready.append(sum(sound.at(position), mark.at(position)));
        }
        mark.forgetBefore(position);
        sound.forgetBefore(position);
    }

    /// The mark never makes sound clip that did not.
    private static float sum(float sound, float mark) {
        float most = Math.max(1, Math.abs(sound));
        return Math.clamp(sound + mark, -most, most);
    }

    /// The window of symbol n is the one that is centred where the symbol is, at n times its length.
    private void markSymbol() {
        long centre = symbol * Layout.SYMBOL;
        spectrum.look(low, centre - Layout.WINDOW / 2);
        longSpectrum.look(low, centre - LONG_WINDOW / 2);
        Depth.of(spectrum, lesser(spectrum.threshold(), longSpectrum.threshold()), depths);
        double[] change = change(directions[(int) (symbol % Layout.SYMBOLS)], calm(centre));
        for (int i = 0; symbol > 0 && i < Layout.SYMBOL; i++) {
            up.next((float) (secondHalf[i] + change[i] * window[i]), mark);
        }
        for (int i = 0; i < Layout.SYMBOL; i++) {
            secondHalf[i] = change[i + Layout.SYMBOL] * window[i + Layout.SYMBOL];
        }
        symbol++;
        low.forgetBefore(centre - Layout.WINDOW);
    }

    private static double[] lesser(double[] one, double[] other) {
        double[] lesser = new double[one.length];
        for (int i = 0; i < one.length; i++) {
            lesser[i] = Math.min(one[i], other[i]);
        }
        return lesser;
    }

    /// Less than 1 where sound sets in or breaks off: the mark of a window is as long as it and would be heard in the
    /// half that is quiet. A half that has a quarter of the mean power or more conceals it.
    private double calm(long centre) {
        double before = 0;
        double after = 0;
        for (int i = 0; i < Layout.SYMBOL; i++) {
            before += low.at(centre - 1 - i) * low.at(centre - 1 - i);
            after += low.at(centre + i) * low.at(centre + i);
        }
        double mean = (before + after) / 2;
        return mean == 0 ? 1 : Math.min(1, Math.sqrt(Math.min(before, after) / mean / 0.25));
    }

    private double[] change(byte[] direction, double calm) {
        double[] real = new double[Layout.WINDOW];
        double[] imaginary = new double[Layout.WINDOW];
        for (int cell = 0; cell < Layout.CELLS; cell++) {
            double gain = direction[cell] * depths[cell] * calm;
            for (int i = 0; i < Layout.WIDTH; i++) {
                int bin = Layout.firstBin(cell) + i;
                real[bin] = spectrum.real(bin) * gain;
                imaginary[bin] = spectrum.imaginary(bin) * gain;
                real[Layout.WINDOW - bin] = real[bin];
                imaginary[Layout.WINDOW - bin] = -imaginary[bin];
            }
        }
        fourier.inverse(real, imaginary);
        return real;
    }
}
