package io.mingshi.demo;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.ImageIO;

/// Stands for a photograph of Bob: a drawn face, since the demonstration carries no real one.
final class Photo {
    private static final int SIDE = 256;

    private Photo() {}

    static byte[] ofBob() throws IOException {
        var image = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = image.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.setColor(new Color(0xBFD7EA));
        pen.fillRect(0, 0, SIDE, SIDE);
        pen.setColor(new Color(0xE8B88A));
        pen.fillOval(64, 40, 128, 160);
        pen.setColor(Color.DARK_GRAY);
        pen.fillOval(98, 100, 14, 14);
        pen.fillOval(144, 100, 14, 14);
        pen.drawArc(98, 130, 60, 36, 200, 140);
        pen.dispose();
        var png = new ByteArrayOutputStream();
        ImageIO.write(image, "png", png);
        return png.toByteArray();
    }
}
