package io.mingshi.labels.watermark.picture;

import java.awt.image.BufferedImage;

/// The brightness (BT.601) of a picture, 0 to 255, row by row, so that large pictures need no second copy.
interface Luma {
    int width();

    int height();

    /// Fills a row of [#width] values.
    void read(int y, float[] row);

    /// That of any picture.
    static Luma of(BufferedImage picture) {
        return Pixels.direct(picture).<Luma>map(pixels -> pixels).orElseGet(() -> new Colours(picture));
    }

    /// A picture whose bytes cannot be read directly.
    record Colours(BufferedImage picture) implements Luma {
        @Override
        public int width() {
            return picture.getWidth();
        }

        @Override
        public int height() {
            return picture.getHeight();
        }

        @Override
        public void read(int y, float[] row) {
            int[] colours = new int[row.length];
            picture.getRGB(0, y, row.length, 1, colours, 0, row.length);
            for (int x = 0; x < row.length; x++) {
                int rgb = colours[x];
                row[x] = Pixels.luma((rgb >> 16) & 0xFF, (rgb >> 8) & 0xFF, rgb & 0xFF);
            }
        }
    }
}
