package io.mingshi.labels.container.image;

import static io.mingshi.labels.LabelException.Code.UNSUPPORTED;
import static io.mingshi.labels.container.image.JpegSegments.APP0;
import static io.mingshi.labels.container.image.JpegSegments.APP1;
import static io.mingshi.labels.container.image.JpegSegments.APP11;
import static io.mingshi.labels.container.image.JpegSegments.APP14;
import static io.mingshi.labels.container.image.JpegSegments.APP2;
import static io.mingshi.labels.container.image.JpegSegments.COM;
import static io.mingshi.labels.container.image.JpegSegments.EXIF;
import static io.mingshi.labels.container.image.JpegSegments.JFIF;
import static io.mingshi.labels.container.image.JpegSegments.MULTI_PICTURE;
import static io.mingshi.labels.container.image.JpegSegments.XMP;

import io.mingshi.labels.container.Bytes;
import io.mingshi.labels.container.Exif;
import io.mingshi.labels.container.Sightings;
import io.mingshi.labels.container.Size;
import io.mingshi.labels.container.image.JpegSegments.Segment;
import io.mingshi.labels.source.Source;
import io.mingshi.labels.source.Splice;
import java.io.IOException;

/// A JPEG file taken apart.
public final class JpegPicture implements PictureFile {
    private static final String ORIENTATION = "(?<before>tiff:Orientation(?:=[\"']|>))[1-8]";

    private final Source file;
    private final JpegSegments jpeg;
    private final byte[] frame;
    private final int orientation;

    private JpegPicture(Source file, JpegSegments jpeg, byte[] frame, int orientation) {
        this.file = file;
        this.jpeg = jpeg;
        this.frame = frame;
        this.orientation = orientation;
    }

    /// Takes a sound file apart, or refuses it.
    public static JpegPicture of(Source file) throws IOException {
        Sightings flaws = new Sightings();
        JpegSegments jpeg = JpegSegments.read(file, flaws);
        LabelPacket.requireSound(flaws);
        byte[] frame = new byte[0];
        int orientation = 1;
        for (Segment segment : jpeg.segments()) {
            if (segment.isFrame() && frame.length == 0) {
                frame = jpeg.data(segment);
            } else if (jpeg.is(segment, APP1, EXIF)) {
                orientation = Exif.read(jpeg.after(segment, EXIF)).orientation();
            }
        }
        JpegPicture picture = new JpegPicture(file, jpeg, frame, orientation);
        PixelBudget.STANDARD.require(file, picture.size());
        if (picture.components() == 4) {
            throw UNSUPPORTED.with("JPEG in CMYK is not decoded here; convert the picture to RGB");
        }
        return picture;
    }

    @Override
    public Size size() {
        return new Size(Bytes.u16(frame, 3), Bytes.u16(frame, 1));
    }

    @Override
    public int orientation() {
        return orientation;
    }

    /// How many colour components a pixel has; one is grey.
    public int components() {
        return Bytes.u8(frame, 5);
    }

    /// Samples of brightness for each of colour, across in the upper and down in the lower four bits: 0x22 is 4:2:0,
    /// 0x11 is 4:4:4.
    public int sampling() {
        return components() == 1 || frame.length < 8 ? 0x11 : Bytes.u8(frame, 7);
    }

    @Override
    public byte[] pixels() throws IOException {
        Splice.Builder out = Splice.builder();
        long copied = 0;
        for (Segment segment : jpeg.segments()) {
            boolean metadata = segment.isApplication() || segment.marker() == COM;
            if (metadata && !jpeg.is(segment, APP0, JFIF) && !jpeg.is(segment, APP14, "Adobe")) {
                out.copy(file, copied, segment.from() - copied);
                copied = segment.end();
            }
        }
        return out.copy(file, copied, jpeg.end() - copied).build().bytes();
    }

    @Override
    public byte[] dress(byte[] encoded) throws IOException {
        Source pixels = Source.of(encoded);
        Splice.Builder out = Splice.builder().copy(pixels, 0, 2);
        for (Segment segment : jpeg.segments()) {
            if (outlivesPixels(segment)) {
                carry(segment, out);
            }
        }
        long copied = 2;
        for (Segment segment : JpegSegments.read(pixels, new Sightings()).segments()) {
            if (segment.marker() != APP0) {
                break;
            }
            copied = segment.end();
        }
        return out.copy(pixels, copied, encoded.length - copied).build().bytes();
    }

    private boolean outlivesPixels(Segment segment) throws IOException {
        boolean metadata = segment.isApplication() || segment.marker() == COM;
        return metadata
                && segment.marker() != APP11
                && segment.marker() != APP14
                && !jpeg.is(segment, APP0, "JFXX\0")
                && !jpeg.is(segment, APP2, MULTI_PICTURE);
    }

    private void carry(Segment segment, Splice.Builder out) throws IOException {
        if (jpeg.is(segment, APP1, EXIF)) {
            out.insert(JpegXmp.segment(
                    APP1, EXIF, Exif.read(jpeg.after(segment, EXIF)).upright()));
        } else if (jpeg.is(segment, APP1, XMP)) {
            out.insert(JpegXmp.segment(APP1, XMP, upright(jpeg.after(segment, XMP))));
        } else {
            out.copy(file, segment.from(), segment.end() - segment.from());
        }
    }

    /// An XMP packet for a picture whose pixels now stand upright.
    static byte[] upright(byte[] packet) {
        return Bytes.latin1(Bytes.latin1(packet, 0, packet.length).replaceAll(ORIENTATION, "${before}1"));
    }
}
