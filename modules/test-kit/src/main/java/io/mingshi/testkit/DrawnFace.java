package io.mingshi.testkit;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RadialGradientPaint;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.geom.QuadCurve2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.awt.image.ConvolveOp;
import java.awt.image.Kernel;
import java.util.Arrays;

/// A drawn face: it is nobody's, and detectors find it all the same.
public final class DrawnFace {
    private static final int SIZE = 200;

    private DrawnFace() {}

    public static BufferedImage drawn() {
        return on(new Color(120, 150, 120));
    }

    /// The same before another background.
    public static BufferedImage on(Color background) {
        var picture = new BufferedImage(SIZE, SIZE, BufferedImage.TYPE_3BYTE_BGR);
        Graphics2D graphics = picture.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setColor(background);
        graphics.fillRect(0, 0, SIZE, SIZE);
        head(graphics);
        eyes(graphics);
        noseAndMouth(graphics);
        graphics.dispose();
        float[] even = new float[25];
        Arrays.fill(even, 1 / 25f);
        return new ConvolveOp(new Kernel(5, 5, even), ConvolveOp.EDGE_NO_OP, null).filter(picture, null);
    }

    private static void head(Graphics2D graphics) {
        oval(graphics, new Color(60, 40, 30), 48, 18, 104, 110);
        graphics.setColor(new Color(200, 150, 125));
        graphics.fill(new Rectangle2D.Double(82, 140, 36, 60));
        graphics.setPaint(new RadialGradientPaint(
                100, 105, 80, new float[] {0, 1}, new Color[] {new Color(240, 200, 175), new Color(190, 140, 115)}));
        graphics.fill(new Ellipse2D.Double(56, 38, 88, 124));
    }

    private static void eyes(Graphics2D graphics) {
        for (int x : new int[] {64, 104}) {
            oval(graphics, new Color(150, 100, 80), x, 78, 32, 18);
            graphics.setColor(new Color(70, 45, 35));
            graphics.setStroke(new BasicStroke(5));
            graphics.draw(new QuadCurve2D.Double(x, 76, x + 16, 68, x + 32, 76));
            oval(graphics, Color.WHITE, x + 5, 82, 22, 10);
            oval(graphics, new Color(40, 25, 20), x + 11, 81, 11, 11);
        }
    }

    private static void noseAndMouth(Graphics2D graphics) {
        graphics.setColor(new Color(250, 215, 195));
        graphics.fill(new Rectangle2D.Double(96, 80, 8, 32));
        oval(graphics, new Color(150, 100, 80), 89, 112, 8, 6);
        oval(graphics, new Color(150, 100, 80), 103, 112, 8, 6);
        oval(graphics, new Color(150, 60, 60), 82, 130, 36, 10);
    }

    private static void oval(Graphics2D graphics, Color colour, int x, int y, int width, int height) {
        graphics.setColor(colour);
        graphics.fill(new Ellipse2D.Double(x, y, width, height));
    }
}
