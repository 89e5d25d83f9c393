package io.mingshi.labels.media;

import static io.mingshi.labels.LabelException.Code.ILLEGIBLE;

import io.mingshi.labels.ExplicitPolicy.Corner;
import io.mingshi.labels.container.Perceived.Box;
import io.mingshi.labels.image.CornerMark;
import io.mingshi.labels.media.Streams.Film;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.Optional;

/// The mark of a film in one corner, measured in the picture as people see it: turned upright, with square pixels.
///
/// @param mark the mark and the least height of its ink
/// @param corner where it stands
/// @param width of the picture as seen, in pixels as high as the stored ones
/// @param height of the picture as seen
/// @param storedWidth of the upright frames, which differs from the width where pixels are not square
record FilmMark(CornerMark mark, Corner corner, int width, int height, int storedWidth) {
    /// The mark in this corner, or nothing where none is legible.
    static Optional<FilmMark> of(Film film, Corner corner) {
        int storedWidth = film.turned() ? film.height() : film.width();
        int height = film.turned() ? film.width() : film.height();
        double shape = film.turned() ? 1 / film.pixelShape() : film.pixelShape();
        int width = (int) Math.max(1, Math.round(storedWidth * shape));
        return CornerMark.forPicture(width, height).map(mark -> new FilmMark(mark, corner, width, height, storedWidth));
    }

    /// The same, where there must be one.
    static FilmMark required(Film film, Corner corner) {
        return of(film, corner)
                .orElseThrow(() -> ILLEGIBLE.with("a film of " + film.width() + " x " + film.height()
                        + " pixels has no room for a legible label; the shortest side must have "
                        + CornerMark.SMALLEST_SIDE));
    }

    /// Whether the player stretches frames to show them.
    boolean stretched() {
        return storedWidth != width;
    }

    /// Where the plate is in the picture as seen.
    Rectangle place() {
        Rectangle plate = mark.plate();
        int marginX = width - plate.x - plate.width;
        int marginY = height - plate.y - plate.height;
        boolean left = corner == Corner.TOP_LEFT || corner == Corner.BOTTOM_LEFT;
        boolean top = corner == Corner.TOP_LEFT || corner == Corner.TOP_RIGHT;
        return new Rectangle(left ? marginX : plate.x, top ? marginY : plate.y, plate.width, plate.height);
    }

    /// Where the plate is, in shares of the picture.
    Box box() {
        Rectangle at = place();
        return new Box(
                (double) at.x / width, (double) at.y / height, (double) at.width / width, (double) at.height / height);
    }

    /// In words, for a report.
    String where() {
        return switch (corner) {
            case TOP_LEFT -> "upper left";
            case TOP_RIGHT -> "upper right";
            case BOTTOM_LEFT -> "lower left";
            case BOTTOM_RIGHT -> "lower right";
        };
    }

    /// The place where the overlay goes in the upright frame; even, since two pixels share their colour.
    Rectangle stored() {
        Rectangle at = place();
        double squeeze = (double) storedWidth / width;
        int left = (int) Math.floor(at.x * squeeze) & ~1;
        int right = ((int) Math.ceil((at.x + at.width) * squeeze) + 1) & ~1;
        int top = at.y & ~1;
        int bottom = (at.y + at.height + 1) & ~1;
        return new Rectangle(left, top, right - left, bottom - top);
    }

    /// The mark on a transparent ground, to be laid over the frames at [#stored()].
    BufferedImage overlay() {
        Rectangle at = place();
        Rectangle stored = stored();
        BufferedImage plate = new BufferedImage(at.width, at.height, BufferedImage.TYPE_INT_ARGB);
        alone().draw(plate);
        BufferedImage overlay = new BufferedImage(stored.width, stored.height, BufferedImage.TYPE_INT_ARGB);
        double squeeze = (double) storedWidth / width;
        Graphics2D g = overlay.createGraphics();
        try {
            g.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
            g.translate(at.x * squeeze - stored.x, at.y - stored.y);
            g.scale(squeeze, 1);
            g.drawImage(plate, 0, 0, null);
        } finally {
            g.dispose();
        }
        return overlay;
    }

    /// The same mark in a picture that is all plate.
    private CornerMark alone() {
        Rectangle ink = new Rectangle(mark.ink());
        ink.translate(-mark.plate().x, -mark.plate().y);
        Rectangle plate = new Rectangle(mark.plate().getSize());
        return new CornerMark(ink, plate, mark.required());
    }
}
