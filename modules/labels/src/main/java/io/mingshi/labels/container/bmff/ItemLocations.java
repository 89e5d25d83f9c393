package io.mingshi.labels.container.bmff;

import static io.mingshi.labels.LabelException.Code.MALFORMED;
import static io.mingshi.labels.LabelException.Code.TOO_LARGE;
import static io.mingshi.labels.LabelException.Code.UNSUPPORTED;

import io.mingshi.labels.container.Bytes;
import io.mingshi.labels.container.Edits.Positions;
import io.mingshi.labels.source.Source;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/// The `iloc` box: where the bytes of each item stand (ISO/IEC 14496-12, 8.11.3).
///
/// @param version 0 to 2
/// @param items in the order of the box
record ItemLocations(int version, List<Item> items) {
    /// A picture of many tiles has thousands of items.
    private static final int LONGEST_BOX = 16 << 20;

    private static final int MAX_EXTENTS = 100_000;

    /// Where an item stands.
    ///
    /// @param method 0 the file, 1 the `idat` box, 2 another item
    /// @param reference the data reference; 0 is this file
    /// @param extents its pieces
    record Item(long id, int method, int reference, List<Extent> extents) {
        static final int IN_FILE = 0;
        static final int IN_IDAT = 1;
        static final int IN_ITEM = 2;

        boolean moves() {
            return method == IN_FILE && reference == 0;
        }
    }

    /// A piece of an item. Length 0 reaches to the end.
    record Extent(long index, long offset, long length) {}

    /// Reads numbers of a width that the box itself names.
    private static final class Reader {
        private final byte[] bytes;
        private int at;

        Reader(byte[] bytes) {
            this.bytes = bytes;
        }

        long next(int width) {
            if (width > bytes.length - at) {
                throw MALFORMED.with("the places of items (iloc) are cut short");
            }
            long value = 0;
            for (int i = 0; i < width; i++) {
                value = (value << 8) | Bytes.u8(bytes, at++);
            }
            if (value < 0) {
                throw MALFORMED.with("an item lies beyond any file");
            }
            return value;
        }
    }

    static ItemLocations read(Source file, Box iloc) throws IOException {
        if (iloc.length() > LONGEST_BOX) {
            throw TOO_LARGE.with("the places of items (iloc) take more than " + LONGEST_BOX + " bytes");
        }
        Reader in = new Reader(file.bytes(iloc.content(), (int) iloc.length() - iloc.header()));
        int version = (int) (in.next(4) >>> 24);
        if (version > 2) {
            throw UNSUPPORTED.with("the places of items (iloc) have the unknown version " + version);
        }
        int widths = (int) in.next(2);
        long count = in.next(version < 2 ? 2 : 4);
        List<Item> items = new ArrayList<>();
        int extents = 0;
        for (long i = 0; i < count; i++) {
            Item item = item(in, version, widths);
            extents += item.extents.size() + 1;
            if (extents > MAX_EXTENTS) {
                throw TOO_LARGE.with("the items have more than " + MAX_EXTENTS + " pieces");
            }
            items.add(item);
        }
        return new ItemLocations(version, items);
    }

    private static Item item(Reader in, int version, int widths) {
        long id = in.next(version < 2 ? 2 : 4);
        int method = version == 0 ? 0 : (int) in.next(2) & 0xF;
        int reference = (int) in.next(2);
        long base = in.next(width(widths >> 4));
        long count = in.next(2);
        List<Extent> extents = new ArrayList<>();
        for (long i = 0; i < count; i++) {
            long index = version == 0 ? 0 : in.next(width(widths));
            long offset = in.next(width(widths >> 12));
            long length = in.next(width(widths >> 8));
            if (base + offset < 0 || base + offset + length < 0) {
                throw MALFORMED.with("an item lies beyond any file");
            }
            extents.add(new Extent(index, base + offset, length));
        }
        return new Item(id, method, reference, extents);
    }

    private static int width(int nibble) {
        int width = nibble & 0xF;
        if (width != 0 && width != 4 && width != 8) {
            throw MALFORMED.with("the places of items (iloc) have no sound width");
        }
        return width;
    }

    /// The same items with this one in the place of that with its number, or as one more.
    ItemLocations with(Item item) {
        List<Item> all = new ArrayList<>(items);
        all.replaceAll(old -> old.id == item.id ? item : old);
        if (!all.contains(item)) {
            all.add(item);
        }
        return new ItemLocations(version, all);
    }

    /// How many bytes the box takes when it is written with places of this width.
    int length(boolean wide) {
        return toBytes(wide).length;
    }

    /// The whole box.
    ///
    /// @param wide whether places and lengths take 8 bytes instead of 4
    byte[] toBytes(boolean wide) {
        int width = wide ? 8 : 4;
        // Some readers stumble over an index that no item needs.
        boolean indexed = items.stream().flatMap(item -> item.extents.stream()).anyMatch(extent -> extent.index != 0);
        int indexWidth = version > 0 && indexed ? width : 0;
        int extents = items.stream().mapToInt(item -> item.extents.size()).sum();
        ByteBuffer out = ByteBuffer.allocate(32 + items.size() * 16 + extents * 3 * width);
        out.putInt(0).put(Bytes.latin1("iloc")).putInt(version << 24);
        out.putShort((short) (width << 12 | width << 8 | indexWidth));
        put(out, items.size(), version < 2 ? 2 : 4);
        for (Item item : items) {
            put(out, item.id, version < 2 ? 2 : 4);
            if (version > 0) {
                out.putShort((short) item.method);
            }
            out.putShort((short) item.reference).putShort((short) item.extents.size());
            for (Extent extent : item.extents) {
                put(out, extent.index, indexWidth);
                put(out, extent.offset, width);
                put(out, extent.length, width);
            }
        }
        byte[] box = Bytes.slice(out.array(), 0, out.position());
        ByteBuffer.wrap(box).putInt(0, box.length);
        return box;
    }

    private static void put(ByteBuffer out, long value, int width) {
        switch (width) {
            case 0 -> {}
            case 2 -> out.putShort((short) value);
            case 4 -> out.putInt((int) value);
            default -> out.putLong(value);
        }
    }

    /// Whether some number does not fit in 4 bytes.
    boolean needsWidth(long growth) {
        return items.stream()
                .flatMap(item -> item.extents.stream())
                .anyMatch(extent ->
                        Math.max(extent.offset + growth, Math.max(extent.length, extent.index)) > 0xFFFF_FFFFL);
    }

    /// The items where they stand after changes of the file.
    ItemLocations moved(Positions positions) {
        return new ItemLocations(
                version,
                items.stream()
                        .map(item -> item.moves() ? moved(item, positions) : item)
                        .toList());
    }

    private static Item moved(Item item, Positions positions) {
        List<Extent> extents = item.extents.stream()
                .map(extent -> new Extent(extent.index, positions.of(extent.offset), extent.length))
                .toList();
        return new Item(item.id, item.method, item.reference, extents);
    }
}
