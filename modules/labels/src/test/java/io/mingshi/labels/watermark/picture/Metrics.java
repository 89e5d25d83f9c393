package io.mingshi.labels.watermark.picture;

import java.awt.image.BufferedImage;

/// How far a picture is from another one.
final class Metrics {
    private static final int WINDOW = 5;
    private static final double C1 = 6.5025;
    private static final double C2 = 58.5225;

    private Metrics() {}

    /// Peak signal-to-noise ratio over all colours, in dB.
    static double psnr(BufferedImage one, BufferedImage other) {
        return psnr(Editing.bytes(one), Editing.bytes(other));
    }

    static double psnr(byte[] one, byte[] other) {
        double sum = 0;
        for (int i = 0; i < one.length; i++) {
            int difference = (one[i] & 0xFF) - (other[i] & 0xFF);
            sum += difference * difference;
        }
        return 10 * Math.log10(255 * 255 / (sum / one.length));
    }

    /// Structural similarity of luma (Wang et al. 2004) in windows of 11 x 11 pixels.
    static double ssim(BufferedImage one, BufferedImage other) {
        Plane x = luma(one);
        Plane y = luma(other);
        float[] meanX = x.blurred(WINDOW).values();
        float[] meanY = y.blurred(WINDOW).values();
        float[] xx = product(x, x).blurred(WINDOW).values();
        float[] yy = product(y, y).blurred(WINDOW).values();
        float[] xy = product(x, y).blurred(WINDOW).values();
        double sum = 0;
        for (int i = 0; i < xx.length; i++) {
            double squares = (double) meanX[i] * meanX[i] + (double) meanY[i] * meanY[i];
            double means = (double) meanX[i] * meanY[i];
            sum += (2 * means + C1) * (2 * (xy[i] - means) + C2) / ((squares + C1) * (xx[i] + yy[i] - squares + C2));
        }
        return sum / xx.length;
    }

    private static Plane luma(BufferedImage picture) {
        return Plane.of(Luma.of(picture), picture.getWidth(), picture.getHeight());
    }

    private static Plane product(Plane one, Plane other) {
        Plane product = new Plane(one.width(), one.height());
        for (int i = 0; i < product.values().length; i++) {
            product.values()[i] = one.values()[i] * other.values()[i];
        }
        return product;
    }
}
