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
    private final BufferedImage mask;
    private final BufferedImage seen;
    private final Rectangle ink;

    InkReading(CornerMark mark, BufferedImage mask, BufferedImage seen) {
        this.mark = mark;
        this.mask = mask;
        this.seen = seen;
        this.ink = new Rectangle(mark.ink());
        this.ink.translate(-mark.plate().x, -mark.plate().y);
    }

    Optional<String> flaw() {
        if (seen.getWidth() != mask.getWidth() || seen.getHeight() != mask.getHeight()) {
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
        return mask.getRGB(x, y) & 0xFF;
    }

    /// Grey value as seen on a white page, the background that hides white text best.
    private double grey(int x, int y) {
        int argb = seen.getRGB(x, y);
        double alpha = (argb >>> 24) / 255.0;
        double grey = 0.2126 * ((argb >> 16) & 0xFF) + 0.7152 * ((argb >> 8) & 0xFF) + 0.0722 * (argb & 0xFF);
        return grey * alpha + 255 * (1 - alpha);
    }

    private static double luminance(double grey) {
        double c = grey / 255;
        return c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4);
    }
}
