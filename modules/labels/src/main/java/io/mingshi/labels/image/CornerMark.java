package io.mingshi.labels.image;

import io.mingshi.labels.ExplicitPolicy.Corner;
import io.mingshi.labels.container.Size;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.util.Optional;

/// The visible label of a picture: `AI生成` in white on a dark plate in a corner (GB 45438-2025 clause 5.2).
///
/// Height is measured on the ink, the strictest reading of "text height": a font of 5 % has less than 5 % of ink.
/// It is drawn a little higher than required, so that what an encoder blurs still measures enough.
///
/// @param ink the box that the glyphs fill
/// @param plate the box behind it
/// @param required the least height of the ink in pixels, 5 % of the shortest side rounded up
public record CornerMark(Rectangle ink, Rectangle plate, int required) {
    /// What it says; both word elements are in it.
    public static final String WORDING = "AI生成";

    /// No pictures with a shorter side are labelled: the mark would cover most of them.
    public static final int SMALLEST_SIDE = 64;

    private static final double REQUIRED_SHARE = 0.05;
    private static final double DRAWN_SHARE = 0.07;

    /// The strokes of 生 and 成 run together below this height.
    private static final int SMALLEST_INK = 12;

    /// Over white this leaves a contrast of 8.6 to 1, over anything else more.
    private static final Color PLATE = new Color(0, 0, 0, 179);

    private static final Path2D TEXT = Glyphs.outline(WORDING);
    private static final Rectangle2D TEXT_BOX = TEXT.getBounds2D();

    /// The mark in the lower right corner of a picture of this size, or nothing where none is legible.
    public static Optional<CornerMark> forPicture(int width, int height) {
        return forPicture(width, height, Corner.BOTTOM_RIGHT);
    }

    /// The mark for a picture of this size, or nothing where none is legible.
    public static Optional<CornerMark> forPicture(int width, int height, Corner corner) {
        int side = Math.min(width, height);
        if (side < SMALLEST_SIDE) {
            return Optional.empty();
        }
        int inkHeight = Math.max(SMALLEST_INK, (int) Math.ceil(DRAWN_SHARE * side));
        int inkWidth = (int) Math.ceil(inkHeight * TEXT_BOX.getWidth() / TEXT_BOX.getHeight());
        int space = Math.max(3, (int) Math.round(inkHeight * 0.4));
        boolean left = corner == Corner.TOP_LEFT || corner == Corner.BOTTOM_LEFT;
        boolean top = corner == Corner.TOP_LEFT || corner == Corner.TOP_RIGHT;
        int x = left ? 2 * space : width - 2 * space - inkWidth;
        int y = top ? 2 * space : height - 2 * space - inkHeight;
        Rectangle ink = new Rectangle(x, y, inkWidth, inkHeight);
        Rectangle plate = new Rectangle(ink);
        plate.grow(space, space);
        boolean inside = new Rectangle(width, height).contains(plate);
        return inside
                ? Optional.of(new CornerMark(ink, plate, (int) Math.ceil(REQUIRED_SHARE * side)))
                : Optional.empty();
    }

    /// Why a picture of this size is refused.
    static String noRoom(Size size) {
        return "a picture of " + size.width() + " x " + size.height()
                + " pixels has no room for a legible label; the shortest side must have " + SMALLEST_SIDE;
    }

    /// Draws plate and text.
    public void draw(BufferedImage picture) {
        Graphics2D g = picture.createGraphics();
        try {
            g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            g.setColor(PLATE);
            int round = ink.height / 2;
            g.fill(new RoundRectangle2D.Double(plate.x, plate.y, plate.width, plate.height, round, round));
            g.setColor(Color.WHITE);
            g.fill(text(0, 0));
        } finally {
            g.dispose();
        }
    }

    private Shape text(int x, int y) {
        AffineTransform transform = AffineTransform.getTranslateInstance(ink.x - x, ink.y - y);
        transform.scale(ink.width / TEXT_BOX.getWidth(), ink.height / TEXT_BOX.getHeight());
        transform.translate(-TEXT_BOX.getX(), -TEXT_BOX.getY());
        return transform.createTransformedShape(TEXT);
    }

    /// What is wrong with this mark in the plate area cut out of an encoded picture, as the rest of a sentence.
    public Optional<String> flawIn(BufferedImage plateArea) {
        return new InkReading(this, mask(), plateArea).flaw();
    }

    /// How much of each pixel of the plate the text covers, 0 to 255.
    BufferedImage mask() {
        BufferedImage mask = new BufferedImage(plate.width, plate.height, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = mask.createGraphics();
        try {
            g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            g.fill(text(plate.x, plate.y));
        } finally {
            g.dispose();
        }
        return mask;
    }
}
