package io.mingshi.labels.container.bmff;

import static io.mingshi.labels.LabelException.Code.MALFORMED;
import static io.mingshi.labels.LabelException.Code.UNSUPPORTED;

import io.mingshi.labels.container.Bytes;
import io.mingshi.labels.container.Edits.Positions;
import io.mingshi.labels.source.Source;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/// A box of a track that lists places in the file: `stco`, `co64` or `saio`.
///
/// @param node the box
/// @param headLength how much of its content precedes the first place
/// @param count how many places
/// @param width 4 or 8 bytes each
record PlaceTable(Node node, int headLength, int count, int width) {
    private static final long LARGEST_NARROW = 0xFFFF_FFFFL;

    /// The tables of a film whose places are in this file. Tracks whose media stands in other files keep theirs.
    static List<PlaceTable> of(Source file, Node moov) throws IOException {
        List<PlaceTable> tables = new ArrayList<>();
        for (Node information : moov.along(file, "trak", "mdia", "minf")) {
            if (!isInThisFile(file, information)) {
                continue;
            }
            for (Node box : information.along(file, "stbl")) {
                for (Node child : box.children(file)) {
                    switch (child.box().type()) {
                        case "stco" -> tables.add(read(file, child, 4, 4));
                        case "co64" -> tables.add(read(file, child, 4, 8));
                        case "saio" -> tables.add(auxiliary(file, child));
                        default -> {}
                    }
                }
            }
        }
        return tables;
    }

    private static boolean isInThisFile(Source file, Node information) throws IOException {
        boolean here = false;
        boolean elsewhere = false;
        for (Node references : information.along(file, "dinf", "dref")) {
            for (Node reference : references.children(file, 8)) {
                if (reference.is("imdt")) {
                    throw UNSUPPORTED.with("media in identified boxes (imda) is not supported");
                }
                boolean same = reference.box().length() >= reference.box().header() + 4
                        && (file.bytes(reference.box().content() + 3, 1)[0] & 1) == 1;
                here |= same;
                elsewhere |= !same;
            }
        }
        if (here && elsewhere) {
            throw UNSUPPORTED.with("a track has media in this file and in others; make it self-contained first");
        }
        return !elsewhere;
    }

    private static PlaceTable auxiliary(Source file, Node node) throws IOException {
        byte[] flags = head(file, node, 4);
        return read(file, node, (flags[3] & 1) == 1 ? 12 : 4, flags[0] == 0 ? 4 : 8);
    }

    private static PlaceTable read(Source file, Node node, int countAt, int width) throws IOException {
        long count = Bytes.u32(head(file, node, countAt + 4), countAt);
        Box box = node.box();
        if (count * width > box.length() - box.header() - countAt - 4) {
            throw MALFORMED.with("the box " + box.name() + " is shorter than its list");
        }
        return new PlaceTable(node, countAt + 4, (int) count, width);
    }

    private static byte[] head(Source file, Node node, int length) throws IOException {
        if (length > node.box().length() - node.box().header()) {
            throw MALFORMED.with("the box " + node.box().name() + " is cut short");
        }
        return file.bytes(node.box().content(), length);
    }

    private long first() {
        return node.box().content() + headLength;
    }

    private ByteBuffer places(Source file) throws IOException {
        return ByteBuffer.wrap(file.bytes(first(), count * width));
    }

    private long next(ByteBuffer places) {
        return width == 8 ? places.getLong() : places.getInt() & LARGEST_NARROW;
    }

    /// Whether 4 bytes are too few for some place.
    boolean outgrows(Source file, Positions positions) throws IOException {
        ByteBuffer places = width == 4 ? places(file) : ByteBuffer.allocate(0);
        while (places.hasRemaining()) {
            if (positions.of(next(places)) > LARGEST_NARROW) {
                return true;
            }
        }
        return false;
    }

    /// The farthest place.
    long farthest(Source file) throws IOException {
        long farthest = 0;
        for (ByteBuffer places = places(file); places.hasRemaining(); ) {
            long place = next(places);
            // A place of 63 bits lies beyond any file.
            farthest = place < 0 ? Long.MAX_VALUE : Math.max(farthest, place);
        }
        return farthest;
    }

    /// Reserves room for the places among the changes; [#fill] writes into it.
    byte[] reserve(Source file, BoxEdits edits, boolean wide) throws IOException {
        if (!wide || width == 8) {
            byte[] room = new byte[count * width];
            edits.replace(node.parent(), first(), first() + room.length, room);
            return room;
        }
        byte[] head = head(file, node, headLength);
        if (node.is("saio")) {
            head[0] = 1;
        }
        byte[] room = Boxed.box(node.is("stco") ? "co64" : "saio", head, new byte[Math.multiplyExact(8, count)]);
        edits.replace(node, room);
        return room;
    }

    /// Writes the corrected places at the end of the room.
    void fill(Source file, byte[] room, Positions positions) throws IOException {
        boolean wide = width == 8 || room.length > count * width;
        ByteBuffer out = ByteBuffer.wrap(room);
        out.position(room.length - count * (wide ? 8 : 4));
        for (ByteBuffer places = places(file); places.hasRemaining(); ) {
            long place = positions.of(next(places));
            if (wide) {
                out.putLong(place);
            } else {
                out.putInt((int) place);
            }
        }
    }
}
