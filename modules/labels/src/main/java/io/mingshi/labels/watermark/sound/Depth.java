package io.mingshi.labels.watermark.sound;

/// By what part a cell may be made louder or softer.
///
/// The change that a critical band conceals is shared out evenly among its cells, so that the loud ones are changed by
/// a
/// small part and the soft ones by a large one: it tells more, and is no louder, than the same part everywhere.
final class Depth {
    /// 6 dB below the threshold of hearing: the model has its errors.
    private static final double STRENGTH = 0.5;

    /// +4.6 dB and -10 dB.
    private static final double DEEPEST = 0.7;

    /// Power of a cell far below 16-bit noise, -140 dB.
    private static final double NOTHING = 1e-14;

    private static final int[] BAND = new int[Layout.CELLS];
    private static final int[] CELLS_OF_BAND = cellsOfBand();

    private Depth() {}

    /// @param threshold of each critical band
    /// @param depths filled for each cell
    static void of(Spectrum spectrum, double[] threshold, double[] depths) {
        for (int cell = 0; cell < Layout.CELLS; cell++) {
            double concealed = threshold[BAND[cell]] / CELLS_OF_BAND[BAND[cell]];
            depths[cell] = Math.min(DEEPEST, STRENGTH * Math.sqrt(concealed / (spectrum.cell(cell) + NOTHING)));
        }
    }

    private static int[] cellsOfBand() {
        Masking masking = new Masking(Layout.WINDOW / 2 + 1, Layout.BIN_HERTZ);
        int[] cells = new int[masking.bands()];
        for (int cell = 0; cell < Layout.CELLS; cell++) {
            BAND[cell] = masking.band(Layout.firstBin(cell));
            cells[BAND[cell]]++;
        }
        return cells;
    }
}
