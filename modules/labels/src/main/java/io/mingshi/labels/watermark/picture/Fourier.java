package io.mingshi.labels.watermark.picture;

/// The discrete Fourier transform of a length that is a power of two.
final class Fourier {
    private final int length;
    private final float[] cos;
    private final float[] sin;

    Fourier(int length) {
        this.length = length;
        cos = new float[length / 2];
        sin = new float[length / 2];
        for (int i = 0; i < cos.length; i++) {
            cos[i] = (float) Math.cos(2 * Math.PI * i / length);
            sin[i] = (float) -Math.sin(2 * Math.PI * i / length);
        }
    }

    /// In place.
    void transform(float[] re, float[] im) {
        reorder(re, im);
        for (int half = 1; half < length; half *= 2) {
            int step = length / (2 * half);
            for (int start = 0; start < length; start += 2 * half) {
                for (int k = 0; k < half; k++) {
                    butterfly(re, im, start + k, start + k + half, k * step);
                }
            }
        }
    }

    private void butterfly(float[] re, float[] im, int a, int b, int turn) {
        float r = re[b] * cos[turn] - im[b] * sin[turn];
        float i = re[b] * sin[turn] + im[b] * cos[turn];
        re[b] = re[a] - r;
        im[b] = im[a] - i;
        re[a] += r;
        im[a] += i;
    }

    private void reorder(float[] re, float[] im) {
        int shift = Integer.numberOfLeadingZeros(length) + 1;
        for (int i = 1; i < length; i++) {
            int j = Integer.reverse(i) >>> shift;
            if (i < j) {
                float r = re[i];
                float m = im[i];
                re[i] = re[j];
                im[i] = im[j];
                re[j] = r;
                im[j] = m;
            }
        }
    }
}
