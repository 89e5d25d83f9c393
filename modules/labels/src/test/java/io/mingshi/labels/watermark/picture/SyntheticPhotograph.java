package io.mingshi.labels.watermark.picture;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.Random;

/// Pictures with the statistics of photographs: detail of all sizes, the larger the stronger, and shapes with edges.
public final class SyntheticPhotograph {
    private static final int LARGEST_DETAIL = 256;

    private SyntheticPhotograph() {}

    public static BufferedImage of(int width, int height, long seed) {
        Random random = new Random(seed);
        BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
        drawShapes(picture, random);
        float[] detail = new float[width * height];
        for (int size = LARGEST_DETAIL; size >= 1; size /= 2) {
            Plane coarse = new Plane(Math.max(2, width / size), Math.max(2, height / size));
            for (int i = 0; i < coarse.values().length; i++) {
                coarse.values()[i] = (float) (random.nextGaussian() * 2.5 * Math.sqrt(size));
            }
            float[] octave = Plane.of(coarse, width, height).values();
            for (int i = 0; i < detail.length; i++) {
                detail[i] += octave[i];
            }
        }
        Pixels pixels = Pixels.direct(picture).orElseThrow();
        Plane plane = new Plane(width, height);
        System.arraycopy(detail, 0, plane.values(), 0, detail.length);
        float[] row = new float[width];
        for (int y = 0; y < height; y++) {
            plane.read(y, row);
            pixels.brighten(y, row, 1);
        }
        return picture;
    }

    private static void drawShapes(BufferedImage picture, Random random) {
        int width = picture.getWidth();
        int height = picture.getHeight();
        Graphics2D g = picture.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setPaint(new GradientPaint(0, 0, new Color(120, 150, 190), 0, height, new Color(110, 120, 80)));
        g.fillRect(0, 0, width, height);
        for (int i = 0; i < 12; i++) {
            g.setColor(new Color(40 + random.nextInt(170), 40 + random.nextInt(170), 40 + random.nextInt(170)));
            int size = 20 + random.nextInt(width / 4);
            if (random.nextBoolean()) {
                g.fillOval(random.nextInt(width), random.nextInt(height), size, size);
            } else {
                g.fillRect(random.nextInt(width), random.nextInt(height), size, size / 2);
            }
        }
        g.dispose();
    }
}
