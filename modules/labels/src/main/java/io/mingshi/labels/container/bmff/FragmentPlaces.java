package io.mingshi.labels.container.bmff;

import static io.mingshi.labels.LabelException.Code.MALFORMED;
import static io.mingshi.labels.LabelException.Code.UNSUPPORTED;

import io.mingshi.labels.container.Bytes;
import io.mingshi.labels.container.Edits.Positions;
import io.mingshi.labels.container.Skimmed;
import io.mingshi.labels.source.Source;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;

/// The places that fragments and their indexes name: base offsets (`tfhd`), random access (`tfra`) and segments
/// (`sidx`).
/// None of these boxes changes its length.
final class FragmentPlaces {
    private static final long LARGEST_NARROW = 0xFFFF_FFFFL;

    /// An index of a day of fragments takes a few megabytes.
    private static final int LONGEST_INDEX = 16 << 20;

    private static final int BASE_DATA_OFFSET_PRESENT = 1;

    private final Source file;
    private final BoxEdits edits;
    private final Positions positions;

    FragmentPlaces(Source file, BoxEdits edits, Positions positions) {
        this.file = new Skimmed(file);
        this.edits = edits;
        this.positions = positions;
    }

    void correct(List<Box> topLevel) throws IOException {
        long fragmentShift = 0;
        boolean inFragment = false;
        for (Box box : topLevel) {
            long shift = positions.of(box.start()) - box.start();
            switch (box.type()) {
                case "moof" -> {
                    fragment(Node.top(box));
                    fragmentShift = shift;
                    inFragment = true;
                }
                case "mdat" -> requireTogether(inFragment && shift != fragmentShift);
                case "mfra" -> {
                    for (Node table : Node.top(box).all(file, "tfra")) {
                        randomAccess(table);
                    }
                }
                case "sidx" -> segments(Node.top(box));
                default -> {}
            }
        }
    }

    /// Samples are counted from the fragment that names them.
    private static void requireTogether(boolean parted) {
        if (parted) {
            throw UNSUPPORTED.with("a box between a fragment and its samples must change; write the film anew first");
        }
    }

    private void patch(Node node, long at, byte[] bytes) {
        edits.replace(node.parent(), at, at + bytes.length, bytes);
    }

    private byte[] content(Node node) throws IOException {
        long length = node.box().length() - node.box().header();
        if (length > LONGEST_INDEX) {
            throw UNSUPPORTED.with("the index " + node.box().name() + " is longer than " + LONGEST_INDEX + " bytes");
        }
        return file.bytes(node.box().content(), (int) length);
    }

    private static void require(boolean sound, Node node) {
        if (!sound) {
            throw MALFORMED.with("the box " + node.box().name() + " is cut short");
        }
    }

    private void fragment(Node moof) throws IOException {
        // A fragment that keeps its place may still name another.
        for (Node header : moof.along(file, "traf", "tfhd")) {
            byte[] bytes = content(header);
            require(bytes.length >= 8, header);
            if ((bytes[3] & BASE_DATA_OFFSET_PRESENT) != 0) {
                require(bytes.length >= 16, header);
                long base = ByteBuffer.wrap(bytes).getLong(8);
                patch(header, header.box().content() + 8, longs(positions.of(base)));
            }
        }
    }

    private void randomAccess(Node table) throws IOException {
        byte[] bytes = content(table);
        require(bytes.length >= 16, table);
        int width = bytes[0] == 0 ? 4 : 8;
        int numbers = bytes[11] & 0x3F;
        int entry = 2 * width + 3 + (numbers >> 4) + (numbers >> 2 & 3) + (numbers & 3);
        long count = Bytes.u32(bytes, 12);
        require(16 + count * entry <= bytes.length, table);
        ByteBuffer places = ByteBuffer.wrap(bytes);
        for (int at = 16 + width; at < 16 + count * entry; at += entry) {
            if (width == 8) {
                places.putLong(at, positions.of(places.getLong(at)));
            } else {
                places.putInt(at, narrow(positions.of(places.getInt(at) & LARGEST_NARROW)));
            }
        }
        patch(table, table.box().content(), bytes);
    }

    /// Places in a segment index count from the end of the index; the lengths of the segments follow one another.
    private void segments(Node index) throws IOException {
        byte[] bytes = content(index);
        require(bytes.length >= 24, index);
        int width = bytes[0] == 0 ? 4 : 8;
        int at = 12 + width;
        require(bytes.length >= at + width + 4, index);
        ByteBuffer numbers = ByteBuffer.wrap(bytes);
        long first = index.box().end() + (width == 8 ? numbers.getLong(at) : numbers.getInt(at) & LARGEST_NARROW);
        int count = Bytes.u16(bytes, at + width + 2);
        int references = at + width + 4;
        require(bytes.length >= references + 12 * count, index);
        long end = first;
        for (int i = 0; i < count; i++) {
            end += numbers.getInt(references + 12 * i) & 0x7FFF_FFFFL;
        }
        long moved = positions.of(first);
        if (positions.of(end) - moved != end - first) {
            throw UNSUPPORTED.with("a segment index reaches over a box that must change; write the film anew first");
        }
        long offset = moved - positions.of(index.box().end());
        byte[] patched = width == 8 ? longs(offset) : Boxed.u32(narrow(offset));
        patch(index, index.box().content() + at, patched);
    }

    private static int narrow(long place) {
        if (place > LARGEST_NARROW || place < 0) {
            throw UNSUPPORTED.with("an index of 32 bits cannot name places beyond 4 GB; write the film anew first");
        }
        return (int) place;
    }

    private static byte[] longs(long value) {
        return ByteBuffer.allocate(8).putLong(value).array();
    }
}
