package io.mingshi.labels.watermark.picture;

import java.util.Arrays;

/// How strong each frequency of a plane is against its neighbours. A repeated tile stands out as a lattice of points.
final class PowerMap {
    /// Radius of the neighbourhood in frequencies, over the distance of two points of the lattice.
    private static final int NEIGHBOURHOOD = 8;

    /// More than so often the usual power is no sign of a watermark but of a regular picture.
    private static final float LOUDEST = 6;

    private final int width;
    private final int height;

    /// Column by column, the zero frequency in the middle.
    private final float[] power;

    PowerMap(Plane plane) {
        width = powerOfTwo(plane.width());
        height = powerOfTwo(plane.height());
        Plane raw = new Plane(/* width= */ height, /* height= */ width);
        float[] re = new float[width * height];
        float[] im = new float[width * height];
        transformRows(plane, re, im);
        Fourier down = new Fourier(height);
        for (int x = 0; x <= width / 2; x++) {
            float[] columnRe = Arrays.copyOfRange(re, x * height, (x + 1) * height);
            float[] columnIm = Arrays.copyOfRange(im, x * height, (x + 1) * height);
            down.transform(columnRe, columnIm);
            for (int y = 0; y < height; y++) {
                float squares = columnRe[y] * columnRe[y] + columnIm[y] * columnIm[y];
                raw.values()[index(x, y)] = squares;
                raw.values()[index(-x, -y)] = squares;
            }
        }
        float[] usual = raw.blurred(NEIGHBOURHOOD).values();
        power = raw.values();
        for (int i = 0; i < power.length; i++) {
            power[i] = Math.min(LOUDEST, power[i] / (usual[i] + Float.MIN_NORMAL));
        }
    }

    private static int powerOfTwo(int atLeast) {
        return atLeast <= 1 ? 2 : 2 * Integer.highestOneBit(atLeast - 1);
    }

    private int index(int x, int y) {
        return Math.floorMod(x + width / 2, width) * height + Math.floorMod(y + height / 2, height);
    }

    /// The result lies column by column.
    private void transformRows(Plane plane, float[] re, float[] im) {
        Fourier across = new Fourier(width);
        for (int y = 0; y < plane.height(); y++) {
            float[] rowRe = Arrays.copyOf(
                    Arrays.copyOfRange(plane.values(), y * plane.width(), (y + 1) * plane.width()), width);
            float[] rowIm = new float[width];
            across.transform(rowRe, rowIm);
            for (int x = 0; x <= width / 2; x++) {
                re[x * height + y] = rowRe[x];
                im[x * height + y] = rowIm[x];
            }
        }
    }

    /// How much a lattice of tiles placed so stands out, in standard deviations of noise.
    double lattice(Placement placement) {
        double xu = placement.xx() * width / Spectrum.TILE;
        double xv = placement.yx() * width / Spectrum.TILE;
        double yu = placement.xy() * height / Spectrum.TILE;
        double yv = placement.yy() * height / Spectrum.TILE;
        int middleX = width / 2;
        int middleY = height / 2;
        float sum = 0;
        for (int i = 0; i < Ring.size(); i++) {
            int u = Ring.u(i);
            int v = Ring.v(i);
            int x = (int) (middleX + 0.5 + xu * u + xv * v);
            int y = (int) (middleY + 0.5 + yu * u + yv * v);
            boolean inside = x >= 0 && y >= 0 && x < width && y < height;
            sum += inside ? power[x * height + y] : 1;
        }
        return (sum - Ring.size()) / Math.sqrt(Ring.size());
    }
}
