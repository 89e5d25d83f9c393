package io.mingshi.labels.container.bmff;

import static io.mingshi.labels.LabelException.Code.MALFORMED;
import static io.mingshi.labels.LabelException.Code.TOO_LARGE;

import io.mingshi.labels.container.Bytes;
import io.mingshi.labels.container.bmff.ItemLocations.Extent;
import io.mingshi.labels.container.bmff.ItemLocations.Item;
import io.mingshi.labels.source.Source;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The items of a `meta` box: pictures and what belongs to them (ISO/IEC 14496-12, 8.11).
///
/// @param meta the box
/// @param entries their descriptions (`iinf`)
/// @param locations where they stand (`iloc`)
/// @param data where the `idat` box has its content, if there is one
record Items(Node meta, List<Entry> entries, ItemLocations locations, Optional<Box> data) {
    private static final String XMP = "application/rdf+xml";

    /// A longer item of metadata is not read: 4 MiB.
    private static final int LONGEST = 4 << 20;

    private static final int LONGEST_ENTRY = 65_536;

    /// A description of an item.
    ///
    /// @param type four characters, `mime` for metadata with a media type
    /// @param contentType the media type, if it has one
    /// @param encoding how the content is compressed; empty if it is not
    record Entry(Node node, long id, boolean isProtected, String type, String contentType, String encoding) {
        boolean isXmp() {
            return type.equals("mime") && contentType.equals(XMP);
        }
    }

    static Items read(Source file, Node meta) throws IOException {
        List<Entry> entries = new ArrayList<>();
        ItemLocations locations = new ItemLocations(0, List.of());
        Optional<Box> data = Optional.empty();
        for (Node child : meta.metaChildren(file)) {
            switch (child.box().type()) {
                case "iinf" -> entries.addAll(entries(file, child));
                case "iloc" -> locations = ItemLocations.read(file, child.box());
                case "idat" -> data = Optional.of(child.box());
                default -> {}
            }
        }
        return new Items(meta, entries, locations, data);
    }

    private static List<Entry> entries(Source file, Node list) throws IOException {
        List<Entry> entries = new ArrayList<>();
        if (list.box().length() - list.box().header() < 6) {
            throw MALFORMED.with("the descriptions of items (iinf) are cut short");
        }
        int head = file.bytes(list.box().content(), 1)[0] == 0 ? 6 : 8;
        for (Node node : list.children(file, head)) {
            if (node.is("infe")) {
                entries.add(entry(file, node));
            }
        }
        return entries;
    }

    private static Entry entry(Source file, Node node) throws IOException {
        long length = node.box().length() - node.box().header();
        if (length < 8 || length > LONGEST_ENTRY) {
            throw MALFORMED.with("the description of an item (infe) has no sound size");
        }
        byte[] bytes = file.bytes(node.box().content(), (int) length);
        int version = bytes[0];
        int at = version == 3 ? 8 : 6;
        long id = version == 3 ? Bytes.u32(bytes, 4) : Bytes.u16(bytes, 4);
        boolean isProtected = length >= at + 2 && Bytes.u16(bytes, at) != 0;
        at += 2;
        String type = "mime";
        if (version >= 2) {
            if (length < at + 4) {
                throw MALFORMED.with("the description of an item (infe) is cut short");
            }
            type = Bytes.latin1(bytes, at, 4);
            at += 4;
        }
        String[] texts = Bytes.latin1(bytes, at, bytes.length - at).split("\0", -1);
        boolean mime = type.equals("mime");
        String contentType = mime && texts.length > 1 ? texts[1] : "";
        return new Entry(node, id, isProtected, type, contentType, mime && texts.length > 2 ? texts[2] : "");
    }

    Optional<Item> location(Entry entry) {
        return locations.items().stream()
                .filter(item -> item.id() == entry.id())
                .findFirst();
    }

    /// The bytes of an item that stands in this file.
    byte[] bytes(Source file, Item item) throws IOException {
        if (item.method() == Item.IN_ITEM || item.reference() != 0) {
            throw MALFORMED.with("an item of metadata stands in another item or file");
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (Extent extent : item.extents()) {
            Extent range = absolute(file, item, extent);
            if (range.length() > LONGEST - out.size()) {
                throw TOO_LARGE.with("an item of metadata is longer than " + LONGEST + " bytes");
            }
            out.writeBytes(file.bytes(range.offset(), (int) range.length()));
        }
        return out.toByteArray();
    }

    /// An extent as a range of the file.
    Extent absolute(Source file, Item item, Extent extent) {
        long from = extent.offset();
        long limit = file.size();
        if (item.method() == Item.IN_IDAT) {
            Box idat = data.orElseThrow(() -> MALFORMED.with("an item stands in a box (idat) that is missing"));
            from += idat.content();
            limit = idat.end();
        }
        long length = extent.length() == 0 ? limit - from : extent.length();
        if (from > limit || length < 0 || length > limit - from) {
            throw MALFORMED.with("the file ends before an item of its picture");
        }
        return new Extent(extent.index(), from, length);
    }

    /// Whether another item uses some of these bytes.
    boolean isShared(Source file, Item item, Extent range) {
        return locations.items().stream()
                .filter(other -> !other.equals(item) && other.method() != Item.IN_ITEM && other.reference() == 0)
                .flatMap(other -> other.extents().stream().map(extent -> absolute(file, other, extent)))
                .anyMatch(other -> other.offset() < range.offset() + range.length()
                        && range.offset() < other.offset() + other.length());
    }

    /// Refuses a file that ends before an item.
    void requireComplete(Source file) {
        for (Item item : locations.items()) {
            if (item.method() != Item.IN_ITEM && item.reference() == 0) {
                item.extents().forEach(extent -> absolute(file, item, extent));
            }
        }
    }
}
