package io.mingshi.labels.image;

import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/// The outlines that labels are drawn with, kept as paths: no font file, no fontconfig and no freetype is needed where
/// this runs.
final class Glyphs {
    private static final Map<Integer, Glyph> ALL = load();

    private record Glyph(int advance, Path2D outline) {}

    private Glyphs() {}

    /// The outline of a line of text, 1000 units to the em, starting at the origin of the base line.
    static Path2D outline(String text) {
        Path2D line = new Path2D.Double();
        int x = 0;
        for (int codePoint : text.codePoints().toArray()) {
            Glyph glyph = ALL.get(codePoint);
            if (glyph == null) {
                throw new IllegalArgumentException("no outline for " + Character.getName(codePoint));
            }
            line.append(glyph.outline.getPathIterator(AffineTransform.getTranslateInstance(x, 0)), false);
            x += glyph.advance;
        }
        return line;
    }

    private static Map<Integer, Glyph> load() {
        Map<Integer, Glyph> glyphs = new HashMap<>();
        try (InputStream file = Glyphs.class.getResourceAsStream("/io/mingshi/labels/glyphs.txt")) {
            if (file == null) {
                throw new IllegalStateException("glyphs.txt is missing from the labels jar");
            }
            new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> line.startsWith("U+"))
                    .map(line -> line.split(" ", -1))
                    .forEach(parts -> glyphs.put(
                            Integer.parseInt(parts[0].substring(2), 16),
                            new Glyph(Integer.parseInt(parts[1]), path(parts))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Map.copyOf(glyphs);
    }

    private static Path2D path(String[] parts) {
        Path2D path = new Path2D.Double();
        for (int i = 2; i < parts.length; i++) {
            double[] p = numbers(parts[i].substring(1));
            switch (parts[i].charAt(0)) {
                case 'M' -> path.moveTo(p[0], p[1]);
                case 'L' -> path.lineTo(p[0], p[1]);
                case 'Q' -> path.quadTo(p[0], p[1], p[2], p[3]);
                case 'C' -> path.curveTo(p[0], p[1], p[2], p[3], p[4], p[5]);
                default -> path.closePath();
            }
        }
        return path;
    }

    private static double[] numbers(String text) {
        if (text.isEmpty()) {
            return new double[0];
        }
        String[] parts = text.split(",", -1);
        double[] numbers = new double[parts.length];
        for (int i = 0; i < parts.length; i++) {
            numbers[i] = Double.parseDouble(parts[i]);
        }
        return numbers;
    }
}
