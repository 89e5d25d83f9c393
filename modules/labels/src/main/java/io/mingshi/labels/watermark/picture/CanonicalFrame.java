package io.mingshi.labels.watermark.picture;

/// The size in which pictures are marked and read, whatever size they have: 288 x 288 pixels of area, in the picture's
/// own aspect. So a picture that was only made larger or smaller needs no search.
final class CanonicalFrame {
    /// The square root of the area.
    static final int SIDE = 288;

    private CanonicalFrame() {}

    static Plane of(Luma luma) {
        return of(luma, SIDE);
    }

    /// A frame with another area.
    static Plane of(Luma luma, double side) {
        double scale = side / Math.sqrt((double) luma.width() * luma.height());
        int width = Math.max(1, (int) Math.round(luma.width() * scale));
        int height = Math.max(1, (int) Math.round(luma.height() * scale));
        return Plane.of(luma, width, height);
    }
}
