package io.mingshi.labels.watermark.picture;

import java.util.Arrays;

/// The frequencies of a periodic pattern, up to [#REACH] periods in a tile each way.
///
/// Of a real pattern half of the plane tells all; only frequencies (u, v) with v not negative are kept.
final class Spectrum {
    /// The side of a tile in pixels of the canonical frame.
    static final int TILE = 48;

    /// The side of a tile in cells of half a pixel.
    static final int CELLS = 2 * TILE;

    static final int REACH = 20;

    /// How many frequencies are kept.
    static final int SIZE = (2 * REACH + 1) * (REACH + 1);

    /// The number of poses of a square: mirrored or not, in four turns.
    static final int POSES = 8;

    private static final int COLUMNS = 2 * REACH + 1;
    private static final int HALF = REACH + 1;
    private static final float[] COS = new float[CELLS * HALF];
    private static final float[] SIN = new float[CELLS * HALF];

    static {
        for (int x = 0; x < CELLS; x++) {
            for (int u = 0; u < HALF; u++) {
                double angle = 2 * Math.PI * (x * u % CELLS) / CELLS;
                COS[x * HALF + u] = (float) Math.cos(angle);
                SIN[x * HALF + u] = (float) Math.sin(angle);
            }
        }
    }

    private final float[] re = new float[SIZE];
    private final float[] im = new float[SIZE];

    /// Where the frequency (u, v) is kept; v is not negative.
    static int at(int u, int v) {
        return v * COLUMNS + u + REACH;
    }

    static int u(int at) {
        return at % COLUMNS - REACH;
    }

    static int v(int at) {
        return at / COLUMNS;
    }

    float re(int at) {
        return re[at];
    }

    float im(int at) {
        return im[at];
    }

    float power(int at) {
        return re[at] * re[at] + im[at] * im[at];
    }

    void add(int at, float real, float imaginary) {
        re[at] += real;
        im[at] += imaginary;
    }

    void add(Spectrum other) {
        for (int at = 0; at < SIZE; at++) {
            add(at, other.re[at], other.im[at]);
        }
    }

    /// The spectrum of a tile: for each frequency the mean of value times e^-i(ux+vy).
    ///
    /// @param cells the sum of all pixels that fall on each cell
    /// @param pixels how many pixels these are
    static Spectrum of(float[] cells, int pixels) {
        float[] rowRe = new float[CELLS * HALF];
        float[] rowIm = new float[CELLS * HALF];
        for (int i = 0; i < cells.length; i++) {
            if (cells[i] != 0) {
                float value = cells[i] / pixels;
                int row = i / CELLS * HALF;
                int turn = i % CELLS * HALF;
                for (int u = 0; u < HALF; u++) {
                    rowRe[row + u] += value * COS[turn + u];
                    rowIm[row + u] -= value * SIN[turn + u];
                }
            }
        }
        Spectrum spectrum = new Spectrum();
        for (int v = 0; v <= REACH; v++) {
            spectrum.sumColumns(v, rowRe, rowIm);
        }
        return spectrum;
    }

    /// A row's frequency -u is the conjugate of u: four sums give both.
    private void sumColumns(int v, float[] rowRe, float[] rowIm) {
        float[] reCos = new float[HALF];
        float[] reSin = new float[HALF];
        float[] imCos = new float[HALF];
        float[] imSin = new float[HALF];
        for (int y = 0; y < CELLS; y++) {
            float cos = COS[y * HALF + v];
            float sin = SIN[y * HALF + v];
            for (int u = 0; u < HALF; u++) {
                reCos[u] += rowRe[y * HALF + u] * cos;
                reSin[u] += rowRe[y * HALF + u] * sin;
                imCos[u] += rowIm[y * HALF + u] * cos;
                imSin[u] += rowIm[y * HALF + u] * sin;
            }
        }
        for (int u = 0; u < HALF; u++) {
            re[at(-u, v)] = reCos[u] - imSin[u];
            im[at(-u, v)] = -imCos[u] - reSin[u];
            re[at(u, v)] = reCos[u] + imSin[u];
            im[at(u, v)] = imCos[u] - reSin[u];
        }
    }

    /// The real part of the sum of all frequencies, for each cell of a tile.
    float[] cells() {
        float[] cells = new float[CELLS * CELLS];
        float[] even = new float[HALF];
        float[] odd = new float[HALF];
        for (int y = 0; y < CELLS; y++) {
            sumRows(y, even, odd);
            for (int x = 0; x < CELLS; x++) {
                float sum = 0;
                for (int u = 0; u < HALF; u++) {
                    sum += even[u] * COS[x * HALF + u] - odd[u] * SIN[x * HALF + u];
                }
                cells[y * CELLS + x] = sum;
            }
        }
        return cells;
    }

    private void sumRows(int y, float[] even, float[] odd) {
        Arrays.fill(even, 0);
        Arrays.fill(odd, 0);
        for (int v = 0; v <= REACH; v++) {
            float cos = COS[y * HALF + v];
            float sin = SIN[y * HALF + v];
            even[0] += re[at(0, v)] * cos - im[at(0, v)] * sin;
            for (int u = 1; u < HALF; u++) {
                int plus = at(u, v);
                int minus = at(-u, v);
                even[u] += (re[plus] + re[minus]) * cos - (im[plus] + im[minus]) * sin;
                odd[u] += (re[plus] - re[minus]) * sin + (im[plus] - im[minus]) * cos;
            }
        }
    }

    /// The same pattern with the origin at (dx, dy) pixels.
    Spectrum shifted(double dx, double dy) {
        Spectrum shifted = new Spectrum();
        for (int at = 0; at < SIZE; at++) {
            double angle = 2 * Math.PI * (u(at) * dx + v(at) * dy) / TILE;
            float cos = (float) Math.cos(angle);
            float sin = (float) Math.sin(angle);
            shifted.add(at, re[at] * cos - im[at] * sin, re[at] * sin + im[at] * cos);
        }
        return shifted;
    }

    /// The same pattern mirrored and turned by quarters about the origin.
    ///
    /// @param pose 0 is as it is, 1 mirrored left to right, 2 upside down, 3 turned by half; 4 more swaps the axes
    Spectrum posed(int pose) {
        Spectrum posed = new Spectrum();
        for (int at = 0; at < SIZE; at++) {
            boolean swapped = (pose & 4) != 0;
            int u = (swapped ? v(at) : u(at)) * ((pose & 1) != 0 ? -1 : 1);
            int v = (swapped ? u(at) : v(at)) * ((pose & 2) != 0 ? -1 : 1);
            if (v < 0) {
                posed.add(at, re[at(-u, -v)], -im[at(-u, -v)]);
            } else {
                posed.add(at, re[at(u, v)], im[at(u, v)]);
            }
        }
        return posed;
    }
}
