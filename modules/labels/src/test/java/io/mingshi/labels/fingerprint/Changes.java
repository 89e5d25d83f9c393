package io.mingshi.labels.fingerprint;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.awt.image.RescaleOp;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;

/// What happens to a picture on its way, after which people still take it for the same.
final class Changes {
    private Changes() {}

    static Map<String, UnaryOperator<BufferedImage>> all() {
        Map<String, UnaryOperator<BufferedImage>> changes = new LinkedHashMap<>();
        changes.put("half the size", picture -> scaled(picture, 0.5));
        changes.put("a quarter of the size", picture -> scaled(picture, 0.25));
        changes.put("larger", picture -> scaled(picture, 2));
        changes.put("another shape", picture -> sized(picture, 500, 500));
        changes.put("JPEG 75", picture -> jpeg(picture, 0.75f));
        changes.put("JPEG 30", picture -> jpeg(picture, 0.3f));
        changes.put("half the size, JPEG 50", picture -> jpeg(scaled(picture, 0.5), 0.5f));
        changes.put("brighter", picture -> toned(picture, 1, 12));
        changes.put("darker", picture -> toned(picture, 0.9f, 0));
        changes.put("a line of text", Changes::written);
        return changes;
    }

    private static BufferedImage scaled(BufferedImage picture, double scale) {
        return sized(picture, (int) (picture.getWidth() * scale), (int) (picture.getHeight() * scale));
    }

    static BufferedImage sized(BufferedImage picture, int width, int height) {
        var sized = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = sized.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        g.drawImage(picture, 0, 0, width, height, null);
        g.dispose();
        return sized;
    }

    private static BufferedImage toned(BufferedImage picture, float factor, float more) {
        return new RescaleOp(factor, more, null).filter(opaque(picture), null);
    }

    private static BufferedImage written(BufferedImage picture) {
        BufferedImage written = sized(picture, picture.getWidth(), picture.getHeight());
        Graphics2D g = written.createGraphics();
        g.setColor(Color.WHITE);
        g.drawString("made by a machine", 20, picture.getHeight() - 20);
        g.dispose();
        return written;
    }

    private static BufferedImage opaque(BufferedImage picture) {
        return picture.getColorModel().hasAlpha() ? sized(picture, picture.getWidth(), picture.getHeight()) : picture;
    }

    private static BufferedImage jpeg(BufferedImage picture, float quality) {
        var writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        var bytes = new ByteArrayOutputStream();
        try (var out = ImageIO.createImageOutputStream(bytes)) {
            writer.setOutput(out);
            ImageWriteParam param = writer.getDefaultWriteParam();
            param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            param.setCompressionQuality(quality);
            writer.write(null, new IIOImage(opaque(picture), null, null), param);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } finally {
            writer.dispose();
        }
        try {
            return ImageIO.read(new ByteArrayInputStream(bytes.toByteArray()));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
