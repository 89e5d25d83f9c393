package io.mingshi.labels.media.movie;

import io.mingshi.labels.container.Bytes;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.function.LongUnaryOperator;

/// Where the chunks of one track lie in the file, in 32 or 64 bits each.
final class ChunkTable {
    private final byte[] moov;
    private final Box box;

    private ChunkTable(byte[] moov, Box box) {
        this.moov = moov;
        this.box = box;
    }

    /// The box that holds them.
    Box box() {
        return box;
    }

    static ChunkTable of(byte[] moov, Box stbl) throws Unspliceable {
        Optional<Box> narrow = stbl.child(moov, "stco");
        Box box = narrow.isPresent() ? narrow.get() : stbl.at(moov, "co64");
        ChunkTable table = new ChunkTable(moov, box);
        box.count(moov, 4, table.width());
        return table;
    }

    private int width() {
        return box.type().equals("stco") ? 4 : 8;
    }

    int count() {
        return (int) Bytes.u32(moov, box.body() + 4);
    }

    long place(int chunk) {
        int at = box.body() + 8 + width() * chunk;
        return width() == 4 ? Bytes.u32(moov, at) : (Bytes.u32(moov, at) << 32) | Bytes.u32(moov, at + 4);
    }

    /// The box with all its places moved.
    byte[] moved(LongUnaryOperator to) throws Unspliceable {
        long[] places = new long[count()];
        for (int i = 0; i < places.length; i++) {
            places[i] = to.applyAsLong(place(i));
        }
        return written(places);
    }

    /// A box of the same width with these places.
    byte[] written(long... places) throws Unspliceable {
        ByteBuffer content =
                ByteBuffer.allocate(8 + width() * places.length).putInt(0).putInt(places.length);
        for (long place : places) {
            if (width() == 8) {
                content.putLong(place);
            } else if (place >> 32 == 0) {
                content.putInt((int) place);
            } else {
                throw new Unspliceable("a place moves beyond 4 GB");
            }
        }
        return BoxWriter.box(box.type(), content.array());
    }
}
