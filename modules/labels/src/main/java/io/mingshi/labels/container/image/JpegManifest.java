package io.mingshi.labels.container.image;

import static io.mingshi.labels.LabelException.Code.MALFORMED;
import static io.mingshi.labels.LabelException.Code.TOO_LARGE;

import io.mingshi.labels.container.Bytes;
import io.mingshi.labels.container.ManifestHost;
import io.mingshi.labels.source.Source;
import io.mingshi.labels.source.Splice;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The APP11 segments of JPEG (ISO/IEC 19566-5 annex D, C2PA 2.2 annex A.3.1), behind JFIF, EXIF and XMP.
///
/// A box longer than a segment is cut; each piece repeats the head of the box. Boxes of other kinds than C2PA are left
/// where they are.
public final class JpegManifest implements ManifestHost {
    private static final int RST0 = 0xD0;
    private static final int SOI = 0xD8;
    private static final int EOI = 0xD9;
    private static final int SOS = 0xDA;
    private static final int APP0 = 0xE0;
    private static final int APP1 = 0xE1;
    private static final int APP11 = 0xEB;

    /// Marker, length, `JP`, instance number, packet number, length and type of the box.
    private static final int HEAD = 20;

    /// Where the box starts in its segment.
    private static final int BOX = 12;
    private static final int BOX_HEAD = 8;

    /// What fits into a segment with them.
    private static final int LARGEST_PIECE = 0xFFFF + 2 - HEAD;

    /// Enough for the description box with its content type behind the head.
    private static final int PEEK = HEAD + 12;

    private static final int MAX_SEGMENTS = 10_000;

    /// A segment in front of the picture data.
    ///
    /// @param instance the number of its JUMBF box if it is APP11, else -1
    /// @param manifest whether it begins a box of C2PA
    private record Segment(int marker, Range range, int instance, boolean manifest) {}

    /// JPEG as it is.
    public JpegManifest() {}

    private static List<Segment> segments(Source file) throws IOException {
        if (file.size() < 4 || Bytes.u16(file.bytes(0, 2), 0) != 0xFF00 + SOI) {
            throw MALFORMED.with("the file does not start like a JPEG file");
        }
        List<Segment> segments = new ArrayList<>();
        for (long at = 2; at + 4 <= file.size() && segments.size() < MAX_SEGMENTS; ) {
            Segment segment = segment(file, at);
            if (segment.marker == SOS) {
                return segments;
            }
            segments.add(segment);
            at += segment.range.length();
        }
        throw MALFORMED.with("the JPEG file ends before its picture, or has too many segments");
    }

    private static Segment segment(Source file, long at) throws IOException {
        byte[] head = file.bytes(at, (int) Math.min(PEEK, file.size() - at));
        int marker = Bytes.u8(head, 1);
        int length = Bytes.u16(head, 2);
        if (Bytes.u16(head, 0) == 0xFFFF) {
            // A fill byte, which may stand in front of any marker.
            return new Segment(marker, new Range(at, 1), -1, false);
        }
        boolean hasLength = marker > EOI || marker < RST0;
        if (Bytes.u8(head, 0) != 0xFF || !hasLength || length < 2 || length + 2 > file.size() - at) {
            throw MALFORMED.with("the JPEG segments are not in order at byte " + at);
        }
        boolean jumbf = marker == APP11
                && length + 2 >= HEAD
                && Bytes.latin1(head, 4, 2).equals("JP");
        boolean manifest = jumbf
                && length + 2 >= PEEK
                && Bytes.u32(head, 8) == 1
                && Bytes.latin1(head, 16, 4).equals("jumb")
                && Bytes.latin1(head, HEAD + 4, 8).equals("jumdc2pa");
        return new Segment(marker, new Range(at, length + 2), jumbf ? Bytes.u16(head, 6) : -1, manifest);
    }

    private static Set<Integer> instances(List<Segment> segments) {
        Set<Integer> instances = new HashSet<>();
        segments.stream().filter(Segment::manifest).forEach(first -> instances.add(first.instance));
        return instances;
    }

    @Override
    public Optional<Found> find(Source file) throws IOException {
        List<Segment> segments = segments(file);
        if (segments.stream().filter(Segment::manifest).count() > 1) {
            throw MALFORMED.with("the JPEG file has more than one manifest store");
        }
        Set<Integer> instances = instances(segments);
        List<Range> pieces = segments.stream()
                .filter(segment -> instances.contains(segment.instance))
                .map(Segment::range)
                .toList();
        return pieces.isEmpty() ? Optional.empty() : Optional.of(new Found(store(file, pieces), pieces));
    }

    private static Source store(Source file, List<Range> pieces) {
        Splice.Builder store = Splice.builder();
        for (Range piece : pieces) {
            int skipped = store.length() == 0 ? BOX : HEAD;
            store.copy(file, piece.start() + skipped, piece.length() - skipped);
        }
        if (store.length() > LONGEST_STORE) {
            throw TOO_LARGE.with("the manifest store of the JPEG file is too large");
        }
        return store.build();
    }

    @Override
    public Hosted host(Source file, byte[] store) throws IOException {
        List<Segment> segments = segments(file);
        Set<Integer> old = instances(segments);
        byte[] pieces = pieces(store, unused(segments, old));
        long place = place(segments);
        Splice.Builder out = Splice.builder().copy(file, 0, place).insert(pieces);
        long at = place;
        for (Segment segment : segments) {
            if (old.contains(segment.instance)) {
                out.copy(file, at, segment.range.start() - at);
                at = segment.range.start() + segment.range.length();
            }
        }
        out.copy(file, at, file.size() - at);
        return new Hosted(out.build(), List.of(new Range(place, pieces.length)));
    }

    /// In front of APP2: the offsets that it may hold (multi-picture format) count from itself.
    private static long place(List<Segment> segments) {
        long place = 2;
        for (Segment segment : segments) {
            if (segment.marker != APP0 && segment.marker != APP1) {
                break;
            }
            place = segment.range.start() + segment.range.length();
        }
        return place;
    }

    private static int unused(List<Segment> segments, Set<Integer> freed) {
        Set<Integer> used = new HashSet<>();
        segments.forEach(segment -> used.add(segment.instance));
        used.removeAll(freed);
        int instance = 1;
        while (used.contains(instance)) {
            instance++;
        }
        return instance;
    }

    private static byte[] pieces(byte[] store, int instance) {
        ByteBuffer out = ByteBuffer.allocate(store.length + HEAD * (store.length / LARGEST_PIECE + 1));
        int packet = 0;
        for (int at = BOX_HEAD; at < store.length; ) {
            int length = Math.min(LARGEST_PIECE, store.length - at);
            out.putShort((short) (0xFF00 + APP11)).putShort((short) (HEAD - 2 + length));
            out.put(Bytes.latin1("JP")).putShort((short) instance).putInt(++packet);
            out.put(store, 0, BOX_HEAD).put(store, at, length);
            at += length;
        }
        return Bytes.slice(out.array(), 0, out.position());
    }
}
