package io.mingshi.labels.watermark.sound;

import java.util.Arrays;

/// What each cell says at each moment: by how much it is louder than the sound around it lets expect.
///
/// A cell's logarithm, less a mean of its neighbours in frequency and in time, in units of the deviation around it and
/// cut where outliers begin, counts the more the deeper the mark may be there.
final class Spectrogram {
    /// Moments in a symbol: 4 ms apart.
    static final int MOMENTS_PER_SYMBOL = 4;

    private static final int STEP = Layout.SYMBOL / MOMENTS_PER_SYMBOL;

    /// Weights of the first to third neighbours in frequency.
    private static final float[] ACROSS = {4, 2, 1};

    /// Weights of the first to fourth neighbours in time, each a symbol apart.
    private static final float[] ALONG = {4, 3, 2, 1};

    /// The deviation is taken from cells up to so many symbols and cells away.
    private static final int SYMBOLS_AROUND = 4;

    private static final int CELLS_AROUND = 4;

    /// Evidence counts up to so many deviations.
    private static final double OUTLIER = 1.5;

    /// Power of a cell of which nothing survives, -90 dB of full scale.
    private static final double FAINT = 1e-9;

    /// Added to each power before the logarithm, -100 dB.
    private static final double SILENCE = 1e-10;

    private final float[][] logarithms;
    private final float[][] depths;

    private Spectrogram(int moments) {
        logarithms = new float[moments][Layout.CELLS];
        depths = new float[moments][Layout.CELLS];
    }

    /// By moment and cell.
    ///
    /// @param sound at [Layout#RATE]
    static float[][] evidence(float[] sound) {
        Spectrogram spectrogram = new Spectrogram(sound.length / STEP + 1);
        spectrogram.look(Wave.of(sound));
        float[][] surprise =
                spectrogram.withoutNeighboursInTime(withoutNeighboursAcross(meanOfThree(spectrogram.logarithms)));
        return spectrogram.weighted(surprise);
    }

    private void look(Wave sound) {
        Spectrum spectrum = new Spectrum(Layout.WINDOW);
        double[] depth = new double[Layout.CELLS];
        for (int moment = 0; moment < logarithms.length; moment++) {
            spectrum.look(sound, (long) moment * STEP - Layout.WINDOW / 2);
            if (moment % MOMENTS_PER_SYMBOL == 0) { // what is concealed changes more slowly
                Depth.of(spectrum, spectrum.threshold(), depth);
            }
            for (int cell = 0; cell < Layout.CELLS; cell++) {
                double power = spectrum.cell(cell);
                logarithms[moment][cell] = (float) Math.log(power + SILENCE);
                depths[moment][cell] = (float) (depth[cell] * power / (power + FAINT));
            }
        }
    }

    private static float[][] meanOfThree(float[][] values) {
        float[][] means = new float[values.length][Layout.CELLS];
        for (int moment = 0; moment < values.length; moment++) {
            float[] before = values[Math.max(0, moment - 1)];
            float[] after = values[Math.min(values.length - 1, moment + 1)];
            for (int cell = 0; cell < Layout.CELLS; cell++) {
                means[moment][cell] = (before[cell] + values[moment][cell] + after[cell]) / 3;
            }
        }
        return means;
    }

    private static float[][] withoutNeighboursAcross(float[][] values) {
        float[][] rest = new float[values.length][Layout.CELLS];
        for (int moment = 0; moment < values.length; moment++) {
            for (int cell = 0; cell < Layout.CELLS; cell++) {
                float sum = 0;
                float weights = 0;
                for (int away = 1; away <= ACROSS.length; away++) {
                    if (cell >= away) {
                        sum += ACROSS[away - 1] * values[moment][cell - away];
                        weights += ACROSS[away - 1];
                    }
                    if (cell + away < Layout.CELLS) {
                        sum += ACROSS[away - 1] * values[moment][cell + away];
                        weights += ACROSS[away - 1];
                    }
                }
                rest[moment][cell] = values[moment][cell] - sum / weights;
            }
        }
        return rest;
    }

    private float[][] withoutNeighboursInTime(float[][] values) {
        float[][] rest = new float[values.length][Layout.CELLS];
        for (int moment = 0; moment < values.length; moment++) {
            float weights = 0;
            for (int symbol = -ALONG.length; symbol <= ALONG.length; symbol++) {
                int neighbour = moment + symbol * MOMENTS_PER_SYMBOL;
                if (symbol != 0 && neighbour >= 0 && neighbour < values.length) {
                    float weight = ALONG[Math.abs(symbol) - 1];
                    weights += weight;
                    add(values[neighbour], weight, rest[moment]);
                }
            }
            for (int cell = 0; cell < Layout.CELLS; cell++) {
                float mean = weights == 0 ? 0 : rest[moment][cell] / weights;
                rest[moment][cell] = values[moment][cell] - mean;
            }
        }
        return rest;
    }

    private static void add(float[] values, float weight, float[] sum) {
        for (int cell = 0; cell < Layout.CELLS; cell++) {
            sum[cell] += weight * values[cell];
        }
    }

    private float[][] weighted(float[][] surprise) {
        float[][] weighted = new float[surprise.length][Layout.CELLS];
        int around = SYMBOLS_AROUND * MOMENTS_PER_SYMBOL;
        double[] squares = new double[Layout.CELLS];
        for (int moment = -around; moment < surprise.length; moment++) {
            if (moment + around < surprise.length) {
                addSquares(surprise[moment + around], 1, squares);
            }
            if (moment - around > 0) {
                addSquares(surprise[moment - around - 1], -1, squares);
            }
            if (moment >= 0) {
                int moments = Math.min(moment + around, surprise.length - 1) - Math.max(0, moment - around) + 1;
                weigh(surprise[moment], depths[moment], squares, moments, weighted[moment]);
            }
        }
        return weighted;
    }

    private static void addSquares(float[] values, int sign, double[] squares) {
        for (int cell = 0; cell < Layout.CELLS; cell++) {
            squares[cell] += sign * (double) values[cell] * values[cell];
        }
    }

    private static void weigh(float[] surprise, float[] depth, double[] squares, int moments, float[] weighted) {
        for (int cell = 0; cell < Layout.CELLS; cell++) {
            int from = Math.max(0, cell - CELLS_AROUND);
            int to = Math.min(Layout.CELLS, cell + CELLS_AROUND + 1);
            double mean = Arrays.stream(squares, from, to).sum() / (to - from) / moments;
            double deviation = Math.sqrt(Math.max(0, mean) + 0.01);
            double certain = Math.clamp(surprise[cell] / deviation, -OUTLIER, OUTLIER);
            weighted[cell] = (float) (certain * Math.sqrt(depth[cell] / deviation));
        }
    }
}
