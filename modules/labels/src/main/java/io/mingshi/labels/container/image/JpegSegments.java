package io.mingshi.labels.container.image;

import io.mingshi.labels.container.Bytes;
import io.mingshi.labels.container.Sightings;
import io.mingshi.labels.source.Source;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// The segments of a JPEG file up to and with its end marker (ITU-T T.81 annex B).
final class JpegSegments {
    static final int SOF0 = 0xC0;
    static final int SOS = 0xDA;
    static final int APP0 = 0xE0;
    static final int APP1 = 0xE1;
    static final int APP2 = 0xE2;
    static final int APP11 = 0xEB;
    static final int APP14 = 0xEE;
    static final int APP15 = 0xEF;
    static final int COM = 0xFE;

    static final String JFIF = "JFIF\0";
    static final String EXIF = "Exif\0\0";
    static final String XMP = "http://ns.adobe.com/xap/1.0/\0";
    static final String EXTENDED_XMP = "http://ns.adobe.com/xmp/extension/\0";
    static final String ICC = "ICC_PROFILE\0";
    static final String MULTI_PICTURE = "MPF\0";

    private static final int EOI = 0xD9;
    private static final int MAX_SEGMENTS = 10_000;

    /// A progressive picture has about ten scans; each more costs a decoder the whole picture again.
    private static final int MAX_SCANS = 100;

    private final Source file;
    private final Cursor cursor;
    private final Sightings sightings;
    private final List<Segment> segments = new ArrayList<>();
    private long end;

    /// @param marker its second byte
    /// @param from where the marker starts
    /// @param data where its data start
    /// @param length of the data
    record Segment(int marker, long from, long data, int length) {
        /// The first byte behind it.
        long end() {
            return data + length;
        }

        boolean isApplication() {
            return marker >= APP0 && marker <= APP15;
        }

        /// Whether it starts a frame and states the size of the picture.
        boolean isFrame() {
            return marker >= SOF0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
        }
    }

    private JpegSegments(Source file, Sightings sightings) {
        this.file = file;
        this.cursor = new Cursor(file);
        this.sightings = sightings;
    }

    /// Reads the segments as far as they are sound; what is wrong is told to the sightings.
    static JpegSegments read(Source file, Sightings sightings) throws IOException {
        JpegSegments jpeg = new JpegSegments(file, sightings);
        if (jpeg.cursor.reads(0, "\u00FF\u00D8")) {
            jpeg.read();
        } else {
            sightings.flaw("the file does not begin as JPEG does");
        }
        return jpeg;
    }

    private void read() throws IOException {
        int scans = 0;
        for (long at = 2; cursor.has(at, 2); ) {
            long from = at;
            while (cursor.has(at, 2) && cursor.u8(at) == 0xFF && cursor.u8(at + 1) == 0xFF) {
                at++;
            }
            if (!cursor.has(at, 2)) {
                break;
            }
            int marker = cursor.u8(at + 1);
            if (cursor.u8(at) == 0xFF && marker == EOI) {
                end = at + 2;
                requirePicture();
                return;
            }
            int length = cursor.has(at, 4) ? cursor.u16(at + 2) : 0;
            boolean hasLength = marker >= SOF0 && (marker < 0xD0 || marker >= SOS) && length >= 2;
            if (cursor.u8(at) != 0xFF || !hasLength || segments.size() >= MAX_SEGMENTS) {
                sightings.flaw("the JPEG segments are not in order at byte " + at);
                return;
            }
            if (!cursor.has(at + 2, length)) {
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

    private long endOfScan(long from) throws IOException {
        long last = cursor.size() - 1;
        for (long at = cursor.next(0xFF, from); at < last; at = cursor.next(0xFF, at + 2)) {
            int next = cursor.u8(at + 1);
            if (next != 0 && (next < 0xD0 || next > 0xD7)) {
                return at;
            }
        }
        return cursor.size();
    }

    private void requirePicture() throws IOException {
        boolean scan = segments.stream().anyMatch(segment -> segment.marker == SOS);
        List<Segment> frames = segments.stream().filter(Segment::isFrame).toList();
        if (!scan
                || frames.isEmpty()
                || frames.getFirst().length < 6
                || cursor.u16(frames.getFirst().data + 1) == 0
                || cursor.u16(frames.getFirst().data + 3) == 0) {
            sightings.flaw("the JPEG file holds no picture");
        }
    }

    /// In file order.
    List<Segment> segments() {
        return segments;
    }

    /// The first byte behind the picture; 0 if its end was not found.
    long end() {
        return end;
    }

    boolean is(Segment segment, int marker, String identifier) throws IOException {
        return segment.marker == marker
                && segment.length >= identifier.length()
                && cursor.reads(segment.data, identifier);
    }

    /// The data of a segment, at most 64 KiB.
    byte[] data(Segment segment) throws IOException {
        return file.bytes(segment.data, segment.length);
    }

    /// The data behind an identifier.
    byte[] after(Segment segment, String identifier) throws IOException {
        return file.bytes(segment.data + identifier.length(), segment.length - identifier.length());
    }

    /// The segments that hold a C2PA manifest store as JUMBF (ISO 19566-5 annex D).
    Set<Segment> manifest() throws IOException {
        Set<Integer> boxes = new HashSet<>();
        Set<Segment> manifest = new HashSet<>();
        for (Segment segment : segments) {
            if (segment.marker == APP11 && segment.length >= 8) {
                byte[] data = data(segment);
                int instance = Bytes.u16(data, 2);
                if (isManifest(data)) {
                    boxes.add(instance);
                }
                if (Bytes.startsWith(data, 0, data.length, "JP") && boxes.contains(instance)) {
                    manifest.add(segment);
                }
            }
        }
        return manifest;
    }

    /// A superbox `jumb` whose description box names the type `c2pa`.
    private static boolean isManifest(byte[] data) {
        int box = 8;
        int content = data.length >= box + 4 && Bytes.u32(data, box) == 1 ? box + 16 : box + 8;
        return Bytes.startsWith(data, 0, data.length, "JP")
                && data.length >= content + 12
                && Bytes.latin1(data, box + 4, 4).equals("jumb")
                && Bytes.latin1(data, content + 4, 8).equals("jumdc2pa");
    }
}
