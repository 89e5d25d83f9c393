package io.mingshi.labels.watermark.picture;

/// One number for each pixel, row by row.
final class Plane implements Luma {
    private final int width;
    private final int height;
    private final float[] values;

    Plane(int width, int height) {
        this.width = width;
        this.height = height;
        this.values = new float[width * height];
    }

    /// A picture in another size.
    static Plane of(Luma luma, int width, int height) {
        Plane plane = new Plane(width, height);
        Resized resized = new Resized(luma, width, height);
        for (int y = 0; y < height; y++) {
            resized.read(y, plane.values, y * width);
        }
        return plane;
    }

    @Override
    public int width() {
        return width;
    }

    @Override
    public int height() {
        return height;
    }

    /// Its numbers, to read and to write.
    float[] values() {
        return values;
    }

    @Override
    public void read(int y, float[] row) {
        System.arraycopy(values, y * width, row, 0, width);
    }

    double mean() {
        double sum = 0;
        for (float value : values) {
            sum += value;
        }
        return sum / values.length;
    }

    /// The mean over a square of 2 radius + 1; outside, the edge goes on.
    Plane blurred(int radius) {
        Plane across = new Plane(width, height);
        float share = 1f / (2 * radius + 1);
        for (int y = 0; y < height; y++) {
            int row = y * width;
            float sum = 0;
            for (int x = -radius; x <= radius; x++) {
                sum += values[row + Math.clamp(x, 0, width - 1)];
            }
            for (int x = 0; x < width; x++) {
                across.values[row + x] = sum * share;
                sum += values[row + Math.min(width - 1, x + radius + 1)] - values[row + Math.max(0, x - radius)];
            }
        }
        return across.blurredDown(radius, share);
    }

    private Plane blurredDown(int radius, float share) {
        Plane out = new Plane(width, height);
        float[] sum = new float[width];
        for (int y = -radius; y <= radius; y++) {
            add(sum, 0, values, Math.clamp(y, 0, height - 1) * width, share, width);
        }
        for (int y = 0; y < height; y++) {
            System.arraycopy(sum, 0, out.values, y * width, width);
            add(sum, 0, values, Math.min(height - 1, y + radius + 1) * width, share, width);
            add(sum, 0, values, Math.max(0, y - radius) * width, -share, width);
        }
        return out;
    }

    static void add(float[] to, int toAt, float[] from, int fromAt, float weight, int length) {
        for (int x = 0; x < length; x++) {
            to[toAt + x] += weight * from[fromAt + x];
        }
    }
}
