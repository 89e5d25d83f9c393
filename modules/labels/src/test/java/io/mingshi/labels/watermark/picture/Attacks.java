package io.mingshi.labels.watermark.picture;

import java.awt.image.BufferedImage;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;

/// What happens to a picture on its way through the world, the same each time.
final class Attacks {
    private Attacks() {}

    /// Those that leave the whole picture in view.
    static Map<String, UnaryOperator<BufferedImage>> whole() {
        Map<String, UnaryOperator<BufferedImage>> attacks = new LinkedHashMap<>();
        attacks.put("none", picture -> picture);
        for (int quality : new int[] {90, 75, 50, 30}) {
            attacks.put("JPEG Q" + quality, picture -> Editing.jpeg(picture, quality));
        }
        attacks.put("WebP Q75", picture -> Editing.webp(picture, 75));
        attacks.put("WebP Q50", picture -> Editing.webp(picture, 50));
        attacks.put("resize 0.75x", picture -> Editing.scaled(picture, 0.75));
        attacks.put("resize 0.5x", picture -> Editing.scaled(picture, 0.5));
        attacks.put("resize 0.25x", picture -> Editing.scaled(picture, 0.25));
        attacks.put("resize 0.5x, JPEG Q50", picture -> Editing.jpeg(Editing.scaled(picture, 0.5), 50));
        attacks.put("resize 1.5x, JPEG Q75", picture -> Editing.jpeg(Editing.scaled(picture, 1.5), 75));
        attacks.put("aspect 1024x768", picture -> Editing.sized(picture, 1024, 768));
        attacks.put("aspect 1024x900, JPEG Q75", picture -> Editing.jpeg(Editing.sized(picture, 1024, 900), 75));
        attacks.put("screenshot: 0.73x, PNG, JPEG Q80", picture -> Editing.jpeg(Editing.scaled(picture, 0.73), 80));
        attacks.put("brightness +24", picture -> Editing.toned(picture, v -> v + 24));
        attacks.put("contrast x1.25 -20", picture -> Editing.toned(picture, v -> 1.25 * v - 20));
        attacks.put("contrast x0.7 +30", picture -> Editing.toned(picture, v -> 0.7 * v + 30));
        attacks.put("gamma 0.7", picture -> Editing.toned(picture, v -> 255 * Math.pow(v / 255, 0.7)));
        attacks.put("gamma 1.4", picture -> Editing.toned(picture, v -> 255 * Math.pow(v / 255, 1.4)));
        attacks.put("grey", Editing::grey);
        attacks.put("noise, sigma 8", picture -> Editing.noisy(picture, 8));
        attacks.put("blur, sigma 1.5", picture -> Editing.blurred(picture, 1.5));
        attacks.put("visible label, JPEG Q75", picture -> Editing.jpeg(Editing.labelled(picture), 75));
        return attacks;
    }

    /// Those that move, turn or cut it.
    static Map<String, UnaryOperator<BufferedImage>> moved() {
        Map<String, UnaryOperator<BufferedImage>> attacks = new LinkedHashMap<>();
        attacks.put("mirror", picture -> Editing.mirrored(picture));
        attacks.put("mirror, JPEG Q75", picture -> Editing.jpeg(Editing.mirrored(picture), 75));
        for (int keep : new int[] {95, 90, 80, 75, 70, 60, 50}) {
            attacks.put(
                    "crop keeping " + keep + " % of the side, JPEG Q75",
                    picture -> Editing.jpeg(Editing.cropped(picture, keep / 100.0, 0.3, 0.6), 75));
        }
        attacks.put(
                "crop 75 %, back to 1024, JPEG Q75",
                picture -> Editing.jpeg(Editing.sized(Editing.cropped(picture, 0.75, 0.5, 0.2), 1024, 1024), 75));
        attacks.put("crop 70 % x 100 %, JPEG Q75", picture -> Editing.jpeg(Editing.cut(picture, 0.2, 0, 0.7, 1), 75));
        attacks.put(
                "crop 80 %, mirror, JPEG Q75",
                picture -> Editing.jpeg(Editing.mirrored(Editing.cropped(picture, 0.8, 0.4, 0.4)), 75));
        for (double angle : new double[] {0.5, 1, -2, 3, 5}) {
            attacks.put(
                    "turn by " + angle + "°, JPEG Q75", picture -> Editing.jpeg(Editing.turned(picture, angle), 75));
        }
        attacks.put(
                "turn by 2°, crop 80 %, JPEG Q75",
                picture -> Editing.jpeg(Editing.cropped(Editing.turned(picture, 2), 0.8, 0.5, 0.5), 75));
        attacks.put("turn by 90°", picture -> Editing.quarter(picture));
        return attacks;
    }
}
