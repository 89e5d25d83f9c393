package io.mingshi.screening.media;

import io.mingshi.screening.media.Signal.Level;
import java.awt.image.BufferedImage;
import java.util.List;

/// Asks for a person's look at pictures that show much skin; it cannot tell more than that.
///
/// The bounds in colour difference are those of Chai and Ngan (1999), which hold for light and dark skin alike,
/// and for sand and wood too.
///
/// @param reviewFrom the share of the picture, 0 to 1
public record SkinCheck(String category, double reviewFrom) implements PictureCheck {
    private static final int LONGEST_SIDE = 256;

    @Override
    public String name() {
        return "skin";
    }

    @Override
    public boolean tells() {
        return false;
    }

    @Override
    public List<Signal> look(Picture picture) {
        double share = share(picture);
        return share < reviewFrom ? List.of() : List.of(new Signal("SKIN", category, share, Level.REVIEW));
    }

    static double share(Picture picture) {
        BufferedImage small = Matrices.within(picture.pixels(), LONGEST_SIDE);
        byte[] pixels = Matrices.bytes(small);
        int skin = 0;
        for (int i = 0; i < pixels.length; i += 3) {
            if (skin(pixels[i] & 0xff, pixels[i + 1] & 0xff, pixels[i + 2] & 0xff)) {
                skin++;
            }
        }
        return 3.0 * skin / pixels.length;
    }

    private static boolean skin(int blue, int green, int red) {
        double cb = 128 - 0.169 * red - 0.331 * green + 0.5 * blue;
        double cr = 128 + 0.5 * red - 0.419 * green - 0.081 * blue;
        return cb >= 77 && cb <= 127 && cr >= 133 && cr <= 173;
    }
}
