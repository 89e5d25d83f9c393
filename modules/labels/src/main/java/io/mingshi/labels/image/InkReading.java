package io.mingshi.labels.image;

import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.util.Optional;

/// Looks for a mark in decoded pixels: is it the text that was drawn, is its ink high enough, does it stand out.
final class InkReading {
    /// WCAG 2.2, success criterion 1.4.3.
    private static final double LEAST_CONTRAST = 4.5;

    /// The share of ink and plate pixels that must be on their side of the threshold; lossy coding spoils a few.
    private static final double LEAST_AGREEMENT = 0.9;

    private static final int MOSTLY_INK = 200;

    private final CornerMark mark;
    private final BufferedImage seen;
    private final Rectangle ink;
    private final int[] coverage;
    private final double[] greys;
    private final int width;
    private final boolean fits;

    InkReading(CornerMark mark, BufferedImage mask, BufferedImage seen) {
        this.mark = mark;
        this.seen = seen;
        this.width = mask.getWidth();
        this.fits = seen.getWidth() == width && seen.getHeight() == mask.getHeight();
        this.coverage = mask.getRGB(0, 0, width, mask.getHeight(), null, 0, width);
        this.greys = fits ? greys() : new double[0];
        this.ink = new Rectangle(mark.ink());
        this.ink.translate(-mark.plate().x, -mark.plate().y);
    }

    Optional<String> flaw() {
        if (!fits) {
            return Optional.of("is not fully inside the picture");
        }
        double bright = mean(true);
        double dark = mean(false);
        double contrast = (luminance(bright) + 0.05) / (luminance(dark) + 0.05);
        if (contrast < LEAST_CONTRAST) {
            return Optional.of("has a contrast of only " + Math.round(contrast * 10) / 10.0);
        }
        double threshold = (bright + dark) / 2;
        if (agreement(threshold) < LEAST_AGREEMENT) {
            return Optional.of("is not the text that was drawn");
        }
        int height = inkHeight(threshold);
        return height < mark.required()
                ? Optional.of("is " + height + " pixels high and must have " + mark.required())
                : Optional.empty();
    }

    private double mean(boolean ofInk) {
        double sum = 0;
        int count = 0;
        for (int y = ink.y; y < ink.y + ink.height; y++) {
            for (int x = ink.x; x < ink.x + ink.width; x++) {
                int coverage = coverage(x, y);
                if (ofInk ? coverage >= MOSTLY_INK : coverage == 0) {
                    sum += grey(x, y);
                    count++;
                }
            }
        }
        return count == 0 ? 0 : sum / count;
    }

    private double agreement(double threshold) {
        int agreeing = 0;
        int count = 0;
        for (int y = ink.y; y < ink.y + ink.height; y++) {
            for (int x = ink.x; x < ink.x + ink.width; x++) {
                int coverage = coverage(x, y);
                if (coverage == 0 || coverage >= MOSTLY_INK) {
                    count++;
                    agreeing += (grey(x, y) > threshold) == (coverage >= MOSTLY_INK) ? 1 : 0;
                }
            }
        }
        return (double) agreeing / count;
    }

    private int inkHeight(double threshold) {
        int top = -1;
        int bottom = -2;
        for (int y = ink.y; y < ink.y + ink.height; y++) {
            for (int x = ink.x; x < ink.x + ink.width; x++) {
                if (coverage(x, y) > 0 && grey(x, y) > threshold) {
                    top = top < 0 ? y : top;
                    bottom = y;
                }
            }
        }
        return bottom - top + 1;
    }

    private int coverage(int x, int y) {
        return coverage[y * width + x] & 0xFF;
    }

    private double grey(int x, int y) {
        return greys[y * width + x];
    }

    /// Grey values as seen on a white page, the background that hides white text best.
    private double[] greys() {
        int[] argb = seen.getRGB(0, 0, width, seen.getHeight(), null, 0, width);
        double[] greys = new double[argb.length];
        for (int i = 0; i < argb.length; i++) {
            double alpha = (argb[i] >>> 24) / 255.0;
            double grey =
                    0.2126 * ((argb[i] >> 16) & 0xFF) + 0.7152 * ((argb[i] >> 8) & 0xFF) + 0.0722 * (argb[i] & 0xFF);
            greys[i] = grey * alpha + 255 * (1 - alpha);
        }
        return greys;
    }

    private static double luminance(double grey) {
        double c = grey / 255;
        return c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4);
    }
}
