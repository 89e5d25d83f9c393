package io.mingshi.labels.watermark.sound;

/// Where the mark sits, whatever the rate of the sound: cells of two neighbouring frequencies during one symbol.
///
/// The constants were chosen on recordings that are not among those whose results are reported. Short symbols win
/// although they overlap: the sound differs little from one to the next, so that most of it cancels in comparison.
final class Layout {
    /// Samples per second at which the mark is made and read; other sound is resampled.
    static final int RATE = 16_000;

    /// Samples of a Fourier transform, 32 ms.
    static final int WINDOW = 512;

    /// Samples of a symbol, 16 ms; windows overlap by half.
    static final int SYMBOL = WINDOW / 2;

    /// Symbols until the pattern begins anew, 8.2 s.
    static final int SYMBOLS = 512;

    static final double BIN_HERTZ = (double) RATE / WINDOW;

    /// Frequencies of a cell.
    static final int WIDTH = 2;

    /// From 188 Hz to 7 kHz, what cheap loudspeakers and coders of low bit rates keep; telephones keep half of it.
    static final int CELLS = 109;

    private static final int LOWEST_BIN = 6;

    private Layout() {}

    static int firstBin(int cell) {
        return LOWEST_BIN + cell * WIDTH;
    }
}
