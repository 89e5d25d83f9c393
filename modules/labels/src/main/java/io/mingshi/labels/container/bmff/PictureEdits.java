package io.mingshi.labels.container.bmff;

import static io.mingshi.labels.LabelException.Code.MALFORMED;
import static io.mingshi.labels.LabelException.Code.TOO_LARGE;
import static io.mingshi.labels.LabelException.Code.UNSUPPORTED;

import io.mingshi.labels.container.AigcText;
import io.mingshi.labels.container.Bytes;
import io.mingshi.labels.container.Edits.Positions;
import io.mingshi.labels.container.Sightings;
import io.mingshi.labels.container.Xmp;
import io.mingshi.labels.container.bmff.ItemLocations.Extent;
import io.mingshi.labels.container.bmff.ItemLocations.Item;
import io.mingshi.labels.container.bmff.Items.Entry;
import io.mingshi.labels.source.Source;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The changes that give the picture of a HEIF file its label.
///
/// An XMP packet is written over the one that was there, or into a new `mdat` box at the end of the file.
final class PictureEdits {
    private static final long LARGEST_NARROW = 0xFFFF_FFFFL;

    /// More than all that is added, so that the width of places can be chosen before they are known.
    private static final long MARGIN = 16 << 20;

    /// More in one item are no accident.
    private static final int MAX_LABELS = 16;

    private final Source file;
    private final List<Box> topLevel;
    private final Items items;
    private final BoxEdits edits;

    /// Items that are somewhere else afterwards than their old place says.
    private final List<Rewritten> rewritten = new ArrayList<>();

    private byte[] appended = new byte[0];

    /// @param at where the bytes stand in the old file, or in the new box at the end
    private record Rewritten(long id, boolean atEnd, long at, long length) {}

    PictureEdits(Source file, List<Box> topLevel, Items items, BoxEdits edits) {
        this.file = file;
        this.topLevel = topLevel;
        this.items = items;
        this.edits = edits;
    }

    /// Writes the label and takes out all others.
    void label(String json) throws IOException {
        Optional<Entry> packet = packet();
        for (ItemLabels.Found other :
                ItemLabels.of(file, items.meta(), new Sightings()).found()) {
            if (packet.filter(entry -> entry.id() == other.entry().id()).isEmpty()) {
                removeFrom(other);
            }
        }
        if (packet.isPresent()) {
            Entry entry = packet.get();
            Item item = items.location(entry).orElseThrow();
            byte[] old = ItemLabels.content(file, items, entry, item);
            put(entry, item, Xmp.merged(old, json).orElseThrow(PictureEdits::unsoundXmp));
        } else {
            add(Xmp.packet(json).getBytes(StandardCharsets.UTF_8));
        }
        finish();
    }

    /// The packet that describes the main picture, or one that says of no picture that it describes it.
    private Optional<Entry> packet() throws IOException {
        ItemReferences references = ItemReferences.read(file, items.meta());
        List<Entry> packets = items.entries().stream()
                .filter(Entry::isXmp)
                .filter(entry -> items.location(entry).isPresent())
                .toList();
        return packets.stream()
                .filter(entry -> references.describesMain(entry.id()))
                .findFirst()
                .or(() -> packets.stream()
                        .filter(entry -> !references.describes(entry.id()))
                        .findFirst());
    }

    private static RuntimeException unsoundXmp() {
        return MALFORMED.with("the XMP packet of the picture is not sound XML; repair or remove it");
    }

    private void removeFrom(ItemLabels.Found other) throws IOException {
        if (other.entry().isXmp()) {
            byte[] old = ItemLabels.content(file, items, other.entry(), other.item());
            put(other.entry(), other.item(), Xmp.without(old).orElseThrow(PictureEdits::unsoundXmp));
            return;
        }
        Optional<Extent> place = ownPlace(other.item());
        if (place.isEmpty() || !other.entry().encoding().isEmpty()) {
            throw UNSUPPORTED.with("the label in " + other.sites().getFirst().location()
                    + " cannot be taken out here; remove it first");
        }
        overwrite(place.get(), blanked(file.bytes(place.get().offset(), (int)
                place.get().length())));
    }

    /// The same bytes with spaces in the place of every label, so that nothing around them moves.
    private static byte[] blanked(byte[] bytes) {
        String text = Bytes.latin1(bytes, 0, bytes.length);
        for (int i = 0; i < MAX_LABELS; i++) {
            Optional<String> label = AigcText.in(text);
            if (label.isEmpty()) {
                return Bytes.latin1(text);
            }
            text = text.replace(label.get(), " ".repeat(label.get().length()));
        }
        throw UNSUPPORTED.with("an item of the picture holds more than " + MAX_LABELS + " labels; remove it first");
    }

    /// The range of the file that holds this item and nothing else, if there is such.
    private Optional<Extent> ownPlace(Item item) {
        if (item.method() == Item.IN_ITEM
                || item.reference() != 0
                || item.extents().size() != 1) {
            return Optional.empty();
        }
        Extent range = items.absolute(file, item, item.extents().getFirst());
        boolean own = range.length() > 0
                && !items.isShared(file, item, range)
                && around(range).isPresent();
        return own ? Optional.of(range) : Optional.empty();
    }

    /// The box of media that holds a range, or the `idat` box.
    private Optional<Node> around(Extent range) {
        List<Node> boxes = new ArrayList<>();
        topLevel.stream().filter(box -> box.is("mdat")).map(Node::top).forEach(boxes::add);
        items.data().map(idat -> new Node(idat, Optional.of(items.meta()))).ifPresent(boxes::add);
        return boxes.stream()
                .filter(node -> node.box().content() <= range.offset()
                        && range.offset() + range.length() <= node.box().end())
                .findFirst();
    }

    private void overwrite(Extent range, byte[] bytes) {
        edits.replace(around(range), range.offset(), range.offset() + range.length(), bytes);
    }

    private void put(Entry entry, Item item, String packet) throws IOException {
        byte[] bytes = packet.getBytes(StandardCharsets.UTF_8);
        if (!entry.encoding().isEmpty()) {
            edits.replace(entry.node(), ItemBoxes.description(entry.id()));
        }
        Optional<Extent> place = ownPlace(item);
        if (place.isPresent() && item.method() == Item.IN_FILE) {
            overwrite(place.get(), bytes);
            rewritten.add(new Rewritten(entry.id(), false, place.get().offset(), bytes.length));
            return;
        }
        place.ifPresent(old -> overwrite(old, new byte[(int) old.length()]));
        append(entry.id(), bytes);
    }

    private void append(long id, byte[] bytes) {
        rewritten.add(new Rewritten(id, true, appended.length, bytes.length));
        appended = Boxed.joined(appended, bytes);
    }

    private void add(byte[] packet) throws IOException {
        long id = ItemBoxes.unusedId(items);
        ItemBoxes.add(file, edits, items.meta(), id);
        append(id, packet);
    }

    private void finish() throws IOException {
        int atEnd = appended.length;
        if (atEnd > 0) {
            closeLastBox();
            edits.replace(Optional.empty(), topLevel.getLast().end(), file.size(), Boxed.box("mdat", appended));
        }
        Node iloc = items.meta().metaChildren(file).stream()
                .filter(node -> node.is("iloc"))
                .findFirst()
                .orElseThrow(() -> MALFORMED.with("the picture does not say where its items stand (iloc)"));
        boolean wide =
                file.size() > LARGEST_NARROW - MARGIN || items.locations().needsWidth(0);
        byte[] room = new byte[located(edits.positions()).length(wide)];
        edits.replace(iloc, room);
        AbsolutePlaces.correct(file, topLevel, edits, Optional.of(items.meta().box()));
        byte[] box = located(edits.positions()).toBytes(wide);
        System.arraycopy(box, 0, room, 0, room.length);
    }

    /// A last box that reaches to the end of the file must say its size before another follows.
    private void closeLastBox() throws IOException {
        Box last = topLevel.getLast();
        if (ByteBuffer.wrap(file.bytes(last.start(), 4)).getInt() == 0) {
            long length = last.length() + edits.growth(last);
            if (length > LARGEST_NARROW) {
                throw TOO_LARGE.with("the last box of the file is too large to be followed by another");
            }
            edits.replace(Optional.empty(), last.start(), last.start() + 4, Boxed.u32((int) length));
        }
    }

    private ItemLocations located(Positions positions) {
        ItemLocations moved = items.locations().moved(positions);
        long end = positions.of(file.size()) - appended.length;
        for (Rewritten one : rewritten) {
            long at = one.atEnd ? end + one.at : positions.of(one.at);
            moved = moved.with(new Item(one.id, Item.IN_FILE, 0, List.of(new Extent(0, at, one.length))));
        }
        return moved;
    }
}
