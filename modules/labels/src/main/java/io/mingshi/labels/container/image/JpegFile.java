package io.mingshi.labels.container.image;

import io.mingshi.labels.container.Bytes;
import io.mingshi.labels.container.Exif;
import io.mingshi.labels.container.LabelSite.Place;
import io.mingshi.labels.container.Sightings;
import io.mingshi.labels.container.Size;
import io.mingshi.labels.container.Xmp;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The segments of a JPEG file (ITU-T T.81 annex B), read as far as they are sound.
public final class JpegFile {
    private static final String XMP = "http://ns.adobe.com/xap/1.0/\0";
    private static final String EXTENDED_XMP = "http://ns.adobe.com/xmp/extension/\0";
    private static final String EXIF = "Exif\0\0";
    private static final String ICC = "ICC_PROFILE\0";

    /// The longest XMP packet that fits into one segment.
    private static final int LONGEST_PACKET = 0xFFFF - 2 - XMP.length();

    private static final int MAX_SEGMENTS = 10_000;

    /// A progressive picture has about ten scans; each more costs a decoder the whole picture again.
    private static final int MAX_SCANS = 100;

    private static final int SOF0 = 0xC0;
    private static final int EOI = 0xD9;
    private static final int SOS = 0xDA;
    private static final int APP0 = 0xE0;
    private static final int APP1 = 0xE1;
    private static final int APP2 = 0xE2;
    private static final int APP11 = 0xEB;
    private static final int APP14 = 0xEE;
    private static final int APP15 = 0xEF;
    private static final int COM = 0xFE;

    private final byte[] bytes;
    private final List<Segment> segments = new ArrayList<>();
    private final Sightings sightings = new Sightings();
    private Optional<byte[]> xmp = Optional.empty();
    private int orientation = 1;

    /// @param marker its second byte
    /// @param from where the marker starts
    /// @param data where its data start
    /// @param length of the data
    private record Segment(int marker, int from, int data, int length) {}

    private JpegFile(byte[] bytes) {
        this.bytes = bytes;
    }

    /// Reads the segments; what is wrong is among the flaws of [#sightings()].
    public static JpegFile parse(byte[] bytes) {
        JpegFile file = new JpegFile(bytes);
        file.readSegments();
        file.segments.forEach(file::readLabel);
        return file;
    }

    private void readSegments() {
        int at = 2;
        int scans = 0;
        while (at + 4 <= bytes.length || isEnd(at)) {
            int from = at;
            while (at < bytes.length - 1 && Bytes.u8(bytes, at) == 0xFF && Bytes.u8(bytes, at + 1) == 0xFF) {
                at++;
            }
            if (isEnd(at)) {
                trailing(at + 2);
                return;
            }
            int length = at + 4 <= bytes.length ? Bytes.u16(bytes, at + 2) : 0;
            int marker = at + 1 < bytes.length ? Bytes.u8(bytes, at + 1) : 0;
            boolean hasLength = marker >= SOF0 && (marker < 0xD0 || marker >= SOS) && length >= 2;
            if (at >= bytes.length || Bytes.u8(bytes, at) != 0xFF || !hasLength || segments.size() >= MAX_SEGMENTS) {
                sightings.flaw("the JPEG segments are not in order at byte " + at);
                return;
            }
            if (length > bytes.length - at - 2) {
                break;
            }
            segments.add(new Segment(marker, from, at + 4, length - 2));
            at += 2 + length;
            if (marker == SOS) {
                if (++scans > MAX_SCANS) {
                    sightings.flaw("the JPEG picture has more than " + MAX_SCANS + " scans");
                    return;
                }
                at = endOfScan(at);
            }
        }
        sightings.flaw("the JPEG file ends before its end marker");
    }

    private boolean isEnd(int at) {
        return at + 2 <= bytes.length && Bytes.u8(bytes, at) == 0xFF && Bytes.u8(bytes, at + 1) == EOI;
    }

    private int endOfScan(int from) {
        int at = from;
        while (at + 1 < bytes.length) {
            if (bytes[at] == (byte) 0xFF) {
                int next = Bytes.u8(bytes, at + 1);
                if (next != 0 && (next < 0xD0 || next > 0xD7)) {
                    return at;
                }
                at++;
            }
            at++;
        }
        return bytes.length;
    }

    private void trailing(int at) {
        if (at < bytes.length) {
            sightings.unread("bytes follow the end of the JPEG picture");
            sightings.search(Place.MISPLACED, "after the end marker", Bytes.latin1(bytes, at, bytes.length - at));
        }
        if (size().isEmpty() || segments.stream().noneMatch(segment -> segment.marker == SOS)) {
            sightings.flaw("the JPEG file holds no picture");
        }
    }

    private void readLabel(Segment segment) {
        boolean application = segment.marker >= APP0 && segment.marker <= APP15;
        if ((!application && segment.marker != COM) || segment.marker == APP11) {
            return;
        }
        if (is(segment, APP1, XMP)) {
            byte[] packet = after(segment, XMP);
            xmp = Optional.of(packet);
            Xmp.read(packet, "JPEG APP1 XMP", Place.PRESCRIBED, sightings);
        } else if (is(segment, APP1, EXTENDED_XMP)) {
            sightings.unread("extended XMP is not read");
        } else if (is(segment, APP1, EXIF)) {
            Exif exif = Exif.read(after(segment, EXIF));
            exif.addTo(sightings, "JPEG APP1 EXIF");
            orientation = exif.orientation();
        } else {
            String name = segment.marker == COM ? "COM" : "APP" + (segment.marker - APP0);
            sightings.search(Place.MISPLACED, "JPEG " + name, Bytes.latin1(bytes, segment.data, segment.length));
        }
    }

    private boolean is(Segment segment, int marker, String identifier) {
        return segment.marker == marker && Bytes.startsWith(bytes, segment.data, segment.length, identifier);
    }

    private byte[] after(Segment segment, String identifier) {
        return Bytes.slice(bytes, segment.data + identifier.length(), segment.length - identifier.length());
    }

    /// The labels and flaws seen.
    public Sightings sightings() {
        return sightings;
    }

    /// Width and height, if a frame header has sound ones.
    public Optional<Size> size() {
        return segments.stream()
                .filter(JpegFile::isFrame)
                .findFirst()
                .filter(frame -> frame.length >= 6)
                .map(frame -> new Size(Bytes.u16(bytes, frame.data + 3), Bytes.u16(bytes, frame.data + 1)))
                .filter(size -> size.width() > 0 && size.height() > 0);
    }

    private static boolean isFrame(Segment segment) {
        int marker = segment.marker;
        return marker >= SOF0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
    }

    /// The EXIF orientation, 1 to 8.
    public int orientation() {
        return orientation;
    }

    /// The XMP packet, if there is one.
    public Optional<byte[]> xmp() {
        return xmp;
    }

    /// The same picture with nothing but what a decoder needs for its pixels and their colours.
    public byte[] pixelsOnly() {
        ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length);
        int copied = 0;
        for (Segment segment : segments) {
            boolean application = segment.marker >= APP0 && segment.marker <= APP15;
            boolean needed = is(segment, APP0, "JFIF\0") || is(segment, APP2, ICC) || is(segment, APP14, "Adobe");
            if ((application && !needed) || segment.marker == COM) {
                out.write(bytes, copied, segment.from - copied);
                copied = segment.data + segment.length;
            }
        }
        out.write(bytes, copied, bytes.length - copied);
        return out.toByteArray();
    }

    /// Whether a packet fits into the one segment that standard XMP has.
    public static boolean fits(String packet) {
        return packet.getBytes(StandardCharsets.UTF_8).length <= LONGEST_PACKET;
    }

    /// This encoded picture with this XMP packet, which must [fit][#fits(String)].
    public byte[] with(String packet) {
        byte[] xml = packet.getBytes(StandardCharsets.UTF_8);
        int at = segments.stream()
                .findFirst()
                .filter(first -> first.marker == APP0)
                .map(first -> first.data + first.length)
                .orElse(2);
        int length = 2 + XMP.length() + xml.length;
        ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length + length + 2);
        out.write(bytes, 0, at);
        out.writeBytes(new byte[] {(byte) 0xFF, (byte) APP1, (byte) (length >> 8), (byte) length});
        out.writeBytes(Bytes.latin1(XMP));
        out.writeBytes(xml);
        out.write(bytes, at, bytes.length - at);
        return out.toByteArray();
    }
}
