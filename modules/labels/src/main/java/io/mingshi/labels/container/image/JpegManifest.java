package io.mingshi.labels.container.image;

import static io.mingshi.labels.LabelException.Code.TOO_LARGE;
import static io.mingshi.labels.container.image.JpegSegments.APP0;
import static io.mingshi.labels.container.image.JpegSegments.APP1;
import static io.mingshi.labels.container.image.JpegSegments.APP11;
import static io.mingshi.labels.container.image.JpegSegments.APP2;
import static io.mingshi.labels.container.image.JpegSegments.MULTI_PICTURE;

import io.mingshi.labels.container.Bytes;
import io.mingshi.labels.container.ManifestHost;
import io.mingshi.labels.container.Sightings;
import io.mingshi.labels.container.image.JpegSegments.Segment;
import io.mingshi.labels.source.Source;
import io.mingshi.labels.source.Splice;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The C2PA manifest store of a JPEG file: APP11 segments behind JFIF, EXIF and XMP (ISO/IEC 19566-5 annex D, C2PA 2.2
/// annex A.3.1).
///
/// A box longer than a segment is cut; each piece repeats the head of the box. JUMBF boxes of other kinds stay.
public final class JpegManifest implements ManifestHost {
    /// The head of a box, which each piece repeats.
    private static final int BOX_HEAD = 8;

    /// In front of it in the data of a segment: `JP`, the number of the box, the number of the piece.
    private static final int PIECE_HEAD = 8;

    /// Marker and length.
    private static final int SEGMENT_HEAD = 4;

    private static final int LARGEST_PIECE = 0xFFFF - 2 - PIECE_HEAD - BOX_HEAD;

    /// A host; it has no state.
    public JpegManifest() {}

    @Override
    public Optional<Found> find(Source file) throws IOException {
        JpegSegments jpeg = JpegSegments.read(file, new Sightings());
        Set<Segment> manifest = jpeg.manifest();
        List<Segment> pieces =
                jpeg.segments().stream().filter(manifest::contains).toList();
        if (pieces.isEmpty()) {
            return Optional.empty();
        }
        Splice.Builder store = Splice.builder();
        for (Segment piece : pieces) {
            int head = store.length() == 0 ? PIECE_HEAD : PIECE_HEAD + BOX_HEAD;
            store.copy(file, piece.data() + head, Math.max(0, piece.length() - head));
        }
        if (store.length() > LONGEST_STORE) {
            throw TOO_LARGE.with(
                    "the manifest store has " + store.length() + " bytes; at most " + LONGEST_STORE + " are read");
        }
        List<Range> places = pieces.stream()
                .map(piece -> new Range(piece.from(), piece.end() - piece.from()))
                .toList();
        return Optional.of(new Found(store.build(), places));
    }

    @Override
    public Hosted host(Source file, byte[] store) throws IOException {
        Sightings flaws = new Sightings();
        JpegSegments jpeg = JpegSegments.read(file, flaws);
        LabelPacket.requireSound(flaws);
        Set<Segment> old = jpeg.manifest();
        byte[] pieces = pieces(store, unused(jpeg, old));
        long place = place(jpeg);
        Splice.Builder out = Splice.builder().copy(file, 0, place).insert(pieces);
        long at = place;
        long indexAt = 0;
        for (Segment segment : jpeg.segments()) {
            if (old.contains(segment)) {
                out.copy(file, at, segment.from() - at);
                at = segment.end();
            } else if (indexAt == 0 && jpeg.is(segment, APP2, MULTI_PICTURE)) {
                indexAt = out.length() + segment.data() - at;
            }
        }
        long growth = out.length() - at;
        Source hosted = out.copy(file, at, file.size() - at).build();
        boolean further = JpegContainer.hasFurtherPictures(file, jpeg);
        Source indexed = further ? JpegContainer.withIndex(hosted, jpeg, indexAt, growth) : hosted;
        return new Hosted(indexed, List.of(new Range(place, pieces.length)));
    }

    /// Behind what wants to be first.
    private static long place(JpegSegments jpeg) {
        long place = 2;
        for (Segment segment : jpeg.segments()) {
            if (segment.marker() != APP0 && segment.marker() != APP1) {
                break;
            }
            place = segment.end();
        }
        return place;
    }

    /// The first number that no other box has.
    private static int unused(JpegSegments jpeg, Set<Segment> freed) throws IOException {
        Set<Integer> used = new HashSet<>();
        for (Segment segment : jpeg.segments()) {
            if (segment.marker() == APP11 && segment.length() >= PIECE_HEAD && !freed.contains(segment)) {
                used.add(Bytes.u16(jpeg.data(segment), 2));
            }
        }
        int number = 1;
        while (used.contains(number)) {
            number++;
        }
        return number;
    }

    private static byte[] pieces(byte[] store, int number) {
        int count = Math.ceilDiv(store.length - BOX_HEAD, LARGEST_PIECE);
        ByteBuffer out = ByteBuffer.allocate(store.length - BOX_HEAD + count * (SEGMENT_HEAD + PIECE_HEAD + BOX_HEAD));
        for (int piece = 1, at = BOX_HEAD; piece <= count; piece++) {
            int length = Math.min(LARGEST_PIECE, store.length - at);
            out.putShort((short) (0xFF00 | APP11)).putShort((short) (2 + PIECE_HEAD + BOX_HEAD + length));
            out.put(Bytes.latin1("JP")).putShort((short) number).putInt(piece);
            out.put(store, 0, BOX_HEAD).put(store, at, length);
            at += length;
        }
        return out.array();
    }
}
