package io.mingshi.labels.image;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// The text of the mark at one height, to be laid over a [GreyPlane].
final class MarkTemplate {
    private static final Path2D TEXT = Glyphs.outline(CornerMark.WORDING);
    private static final Rectangle2D BOX = TEXT.getBounds2D();

    /// The parts of the text that have a shape of their own: `A`, `生` and `成`.
    private static final int[] LETTERS = {0, 2, 3};

    private static final double[] LEFT = new double[CornerMark.WORDING.length()];
    private static final double[] WIDTH = new double[CornerMark.WORDING.length()];

    static {
        for (int letter : LETTERS) {
            WIDTH[letter] = box(letter, letter + 1).getWidth();
            LEFT[letter] = box(0, letter + 1).getMaxX() - WIDTH[letter] - BOX.getX();
        }
    }

    /// The heights that are compared grow by this factor from one to the next.
    private static final double GROWTH = 1.04;

    /// Those that were needed so far; there are fewer than a hundred of a few thousand numbers each.
    private static final Map<Integer, MarkTemplate> ALL = new ConcurrentHashMap<>();

    /// Flatter areas hold no text that anybody could read: a sixth of what the least contrast makes.
    private static final double LEAST_DEVIATION = 10;

    /// What is drawn is finer than what is compared, by this factor.
    private static final int FINE = 4;

    private final int width;
    private final int height;
    private final double inkHeight;
    private final double rootOfSize;
    private final float[] coverage;
    private final float[] pattern;

    private MarkTemplate(int width, int height, double inkHeight, float[] coverage) {
        this.width = width;
        this.height = height;
        this.inkHeight = inkHeight;
        this.coverage = coverage;
        this.pattern = normed(coverage);
        this.rootOfSize = Math.sqrt((double) width * height);
    }

    private static Rectangle2D box(int from, int to) {
        return Glyphs.outline(CornerMark.WORDING.substring(from, to)).getBounds2D();
    }

    /// The number of the template whose ink is nearest to so many pixels.
    static int number(double inkHeight) {
        return (int) Math.round(Math.log(inkHeight) / Math.log(GROWTH));
    }

    /// The template of this number; each has ink 4 % higher than the one before.
    static MarkTemplate of(int number) {
        return ALL.computeIfAbsent(number, wanted -> ofHeight(Math.pow(GROWTH, wanted)));
    }

    private static MarkTemplate ofHeight(double inkHeight) {
        double scale = inkHeight / BOX.getHeight();
        int width = (int) Math.ceil(BOX.getWidth() * scale) + 2;
        int height = (int) Math.ceil(inkHeight) + 2;
        BufferedImage fine = new BufferedImage(width * FINE, height * FINE, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D g = fine.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        AffineTransform transform = AffineTransform.getScaleInstance(FINE, FINE);
        transform.translate((width - BOX.getWidth() * scale) / 2, (height - inkHeight) / 2);
        transform.scale(scale, scale);
        transform.translate(-BOX.getX(), -BOX.getY());
        g.fill(transform.createTransformedShape(TEXT));
        g.dispose();
        float[] coverage = new float[width * height];
        int[] row = new int[width * FINE];
        for (int y = 0; y < height * FINE; y++) {
            fine.getRaster().getSamples(0, y, row.length, 1, 0, row);
            for (int x = 0; x < row.length; x++) {
                coverage[y / FINE * width + x / FINE] += row[x] / 255f / FINE / FINE;
            }
        }
        return new MarkTemplate(width, height, inkHeight, coverage);
    }

    private static float[] normed(float[] coverage) {
        double mean = 0;
        for (float value : coverage) {
            mean += value / coverage.length;
        }
        double square = 0;
        for (float value : coverage) {
            square += (value - mean) * (value - mean);
        }
        float[] normed = new float[coverage.length];
        for (int i = 0; i < normed.length; i++) {
            normed[i] = (float) ((coverage[i] - mean) / Math.sqrt(square));
        }
        return normed;
    }

    int width() {
        return width;
    }

    int height() {
        return height;
    }

    double inkHeight() {
        return inkHeight;
    }

    /// How well the pixels from here on are the text, from -1, dark on bright, over 0 to 1, bright on dark.
    double correlation(GreyPlane plane, int x, int y) {
        double deviation = plane.deviation(x, y, width, height);
        if (deviation < LEAST_DEVIATION * rootOfSize) {
            return 0;
        }
        float[] values = plane.values();
        float sum = 0;
        for (int row = 0; row < height; row++) {
            int at = (y + row) * plane.width() + x;
            int from = row * width;
            for (int i = 0; i < width; i++) {
                sum += pattern[from + i] * values[at + i];
            }
        }
        return sum / deviation;
    }

    /// How well the least of the letters is itself, with the sign of the whole text.
    double leastLetter(GreyPlane plane, int x, int y, boolean bright) {
        double least = 1;
        for (int letter : LETTERS) {
            double correlation = letter(plane, x, y, letter);
            least = Math.min(least, bright ? correlation : -correlation);
        }
        return least;
    }

    private double letter(GreyPlane plane, int x, int y, int letter) {
        double scale = inkHeight / BOX.getHeight();
        int from = Math.max(0, (int) Math.floor(LEFT[letter] * scale));
        int to = Math.min(width, (int) Math.ceil((LEFT[letter] + WIDTH[letter]) * scale) + 2);
        double t = 0;
        double tt = 0;
        double p = 0;
        double pp = 0;
        double tp = 0;
        int count = (to - from) * height;
        for (int row = 0; row < height; row++) {
            for (int column = from; column < to; column++) {
                double pattern = coverage[row * width + column];
                double pixel = plane.values()[(y + row) * plane.width() + x + column];
                t += pattern;
                tt += pattern * pattern;
                p += pixel;
                pp += pixel * pixel;
                tp += pattern * pixel;
            }
        }
        double spread = Math.sqrt(Math.max(1e-6, (tt - t * t / count) * (pp - p * p / count)));
        return (tp - t * p / count) / spread;
    }
}
