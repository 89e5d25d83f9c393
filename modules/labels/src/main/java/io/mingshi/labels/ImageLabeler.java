package io.mingshi.labels;

import static io.mingshi.labels.LabelException.Code.ILLEGIBLE;
import static io.mingshi.labels.LabelException.Code.MALFORMED;
import static io.mingshi.labels.LabelException.Code.TOO_LARGE;
import static io.mingshi.labels.LabelException.Code.UNSUPPORTED;

import io.mingshi.labels.container.Sightings;
import io.mingshi.labels.container.Size;
import io.mingshi.labels.container.Xmp;
import io.mingshi.labels.container.image.JpegFile;
import io.mingshi.labels.container.image.PngFile;
import io.mingshi.labels.image.Canvas;
import io.mingshi.labels.image.CornerMark;
import io.mingshi.labels.image.ImageCodec;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/// Labels PNG and JPEG: visible text in the corner, then the AIGC property in XMP.
final class ImageLabeler implements FormatLabeler {
    /// The most pixels that are decoded; at 4 bytes each that is 256 MB.
    static final long MAX_PIXELS = 64_000_000;

    private final MediaType type;
    private final ImageCodec codec;

    ImageLabeler(MediaType type) {
        this.type = type;
        this.codec = type == MediaType.PNG ? ImageCodec.PNG : ImageCodec.JPEG;
    }

    @Override
    public MediaType type() {
        return type;
    }

    @Override
    public byte[] write(byte[] content, AigcLabel label) {
        requireKind(content);
        return type == MediaType.PNG ? png(content, label.toJson()) : jpeg(content, label.toJson());
    }

    private void requireKind(byte[] content) {
        if (!MediaType.sniff(content).equals(Optional.of(type))) {
            throw MALFORMED.with("the content is not a " + type + " file");
        }
    }

    private byte[] png(byte[] content, String json) {
        PngFile source = PngFile.parse(content);
        requireSound(source.sightings(), source.size());
        if (source.animated()) {
            throw UNSUPPORTED.with("animated PNG is not labelled here; every frame but the first would be lost");
        }
        byte[] encoded = marked(source.pixelsOnly(), source.orientation());
        return PngFile.parse(encoded).with(source, packet(source.xmp(), json));
    }

    private byte[] jpeg(byte[] content, String json) {
        JpegFile source = JpegFile.parse(content);
        requireSound(source.sightings(), source.size());
        byte[] encoded = marked(source.pixelsOnly(), source.orientation());
        String packet = packet(source.xmp(), json);
        return JpegFile.parse(encoded).with(JpegFile.fits(packet) ? packet : Xmp.packet(json));
    }

    /// The properties of others survive where they can be read (TC260-PG-20259A section 6).
    private static String packet(Optional<byte[]> existing, String json) {
        return existing.flatMap(xmp -> Xmp.merged(xmp, json)).orElseGet(() -> Xmp.packet(json));
    }

    private static void requireSound(Sightings sightings, Optional<Size> size) {
        List<String> flaws = sightings.flaws();
        if (size.isPresent() && size.get().pixels() > MAX_PIXELS) {
            throw TOO_LARGE.with("the picture has " + size.get().width() + " x "
                    + size.get().height() + " pixels; at most " + MAX_PIXELS + " are decoded");
        }
        if (!flaws.isEmpty() || size.isEmpty()) {
            throw MALFORMED.with(
                    "the picture cannot be labelled: " + (flaws.isEmpty() ? "it has no size" : flaws.getFirst()));
        }
    }

    private byte[] marked(byte[] pixels, int orientation) {
        BufferedImage picture = Canvas.of(decode(pixels), orientation);
        markFor(picture.getWidth(), picture.getHeight()).draw(picture);
        try {
            return codec.encode(picture);
        } catch (IOException e) {
            throw UNSUPPORTED.with("the picture cannot be encoded as " + type, e);
        }
    }

    private BufferedImage decode(byte[] pixels) {
        try {
            return codec.decode(pixels);
        } catch (IOException e) {
            throw MALFORMED.with(
                    "the picture cannot be decoded; it is damaged or of a kind of " + type
                            + " that is not supported, such as CMYK",
                    e);
        }
    }

    private static CornerMark markFor(int width, int height) {
        return CornerMark.forPicture(width, height)
                .orElseThrow(() -> ILLEGIBLE.with("a picture of " + width + " x " + height
                        + " pixels has no room for a legible label; the shortest side must have "
                        + CornerMark.SMALLEST_SIDE));
    }

    /// Decodes the corner of the finished file and measures the ink (GB 45438-2025 clause 5.2).
    @Override
    public Optional<String> explicitFlaw(byte[] labelled) {
        Optional<Size> size = type == MediaType.PNG
                ? PngFile.parse(labelled).size()
                : JpegFile.parse(labelled).size();
        Optional<CornerMark> mark = size.flatMap(found -> CornerMark.forPicture(found.width(), found.height()));
        if (mark.isEmpty()) {
            return Optional.of("has no place in a picture of this size");
        }
        try {
            return mark.get().flawIn(codec.decode(labelled, mark.get().plate()));
        } catch (IOException e) {
            return Optional.of("cannot be seen because the file does not decode");
        }
    }
}
