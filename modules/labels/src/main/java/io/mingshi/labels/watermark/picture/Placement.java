package io.mingshi.labels.watermark.picture;

/// Where the pixels of a plane lie in the canonical frame: a linear map about the middle of the plane, a shift aside.
record Placement(double xx, double xy, double yx, double yy) {
    static final Placement CANONICAL = new Placement(1, 0, 0, 1);

    /// So many tiles are more than any coordinate: remainders are those of positive numbers.
    private static final int POSITIVE = 40;

    static Placement scaled(double x, double y) {
        return new Placement(x, 0, 0, y);
    }

    static Placement turned(double scale, double degrees) {
        double cos = scale * Math.cos(Math.toRadians(degrees));
        double sin = scale * Math.sin(Math.toRadians(degrees));
        return new Placement(cos, -sin, sin, cos);
    }

    /// This map after another one.
    Placement after(Placement first) {
        return new Placement(
                xx * first.xx + xy * first.yx,
                xx * first.xy + xy * first.yy,
                yx * first.xx + yy * first.yx,
                yx * first.xy + yy * first.yy);
    }

    /// The largest difference of a coefficient.
    double distance(Placement other) {
        return Math.max(
                Math.max(Math.abs(xx - other.xx), Math.abs(xy - other.xy)),
                Math.max(Math.abs(yx - other.yx), Math.abs(yy - other.yy)));
    }

    /// Lays the tiles of a plane over each other: what is not periodic fades, what is stays.
    Spectrum fold(Plane plane) {
        float[] cells = new float[Spectrum.CELLS * Spectrum.CELLS];
        for (int y = 0; y < plane.height(); y++) {
            foldRow(plane, y, cells);
        }
        return Spectrum.of(cells, plane.values().length);
    }

    /// Coordinates in half pixels; the middle of the plane is the origin.
    private void foldRow(Plane plane, int y, float[] cells) {
        double left = -(plane.width() - 1) / 2.0;
        double down = y - (plane.height() - 1) / 2.0;
        float x = wrapped(2 * (left * xx + down * xy) + 0.5);
        float row = wrapped(2 * (left * yx + down * yy) + 0.5);
        float stepX = (float) (2 * xx);
        float stepY = (float) (2 * yx);
        int from = y * plane.width();
        for (int i = 0; i < plane.width(); i++) {
            int cellX = (int) x % Spectrum.CELLS;
            int cellY = (int) row % Spectrum.CELLS;
            cells[cellY * Spectrum.CELLS + cellX] += plane.values()[from + i];
            x += stepX;
            row += stepY;
        }
    }

    private static float wrapped(double cell) {
        double tiles = Math.floor(cell / Spectrum.CELLS);
        return (float) (cell + (POSITIVE - tiles) * Spectrum.CELLS);
    }
}
