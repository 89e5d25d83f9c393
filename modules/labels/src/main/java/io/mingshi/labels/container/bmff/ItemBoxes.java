package io.mingshi.labels.container.bmff;

import static io.mingshi.labels.LabelException.Code.MALFORMED;
import static io.mingshi.labels.LabelException.Code.UNSUPPORTED;

import io.mingshi.labels.container.Bytes;
import io.mingshi.labels.source.Source;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Adds an item with an XMP packet that describes the picture (ISO/IEC 23008-12, 6.2 and annex A).
final class ItemBoxes {
    private static final int LARGEST_SHORT = 0xFFFF;

    private ItemBoxes() {}

    /// A number that no item has.
    static long unusedId(Items items) {
        Set<Long> used = new HashSet<>();
        items.entries().forEach(entry -> used.add(entry.id()));
        items.locations().items().forEach(item -> used.add(item.id()));
        for (long id = 1; id <= LARGEST_SHORT; id++) {
            if (!used.contains(id)) {
                return id;
            }
        }
        throw UNSUPPORTED.with("the picture has no number left for another item");
    }

    /// The description of an item with an XMP packet.
    static byte[] description(long id) {
        byte[] head = id > LARGEST_SHORT
                ? Boxed.joined(Boxed.u32(3 << 24, (int) id), Boxed.u16(0))
                : Boxed.joined(Boxed.u32(2 << 24), Boxed.u16((int) id, 0));
        return Boxed.box("infe", head, Bytes.latin1("mime\0application/rdf+xml\0"));
    }

    /// Describes the item and says that it belongs to the main picture.
    static void add(Source file, BoxEdits edits, Node meta, long id) throws IOException {
        List<Node> children = meta.metaChildren(file);
        Node list = find(children, "iinf")
                .orElseThrow(() -> MALFORMED.with("the file does not describe its items (iinf); it is no picture"));
        addDescription(file, edits, list, id);
        long picture = ItemReferences.read(file, meta).main();
        addReference(file, edits, meta, find(children, "iref"), id, picture);
    }

    private static Optional<Node> find(List<Node> nodes, String type) {
        return nodes.stream().filter(node -> node.is(type)).findFirst();
    }

    private static int content(Node node, int wanted) {
        if (node.box().length() - node.box().header() < wanted) {
            throw MALFORMED.with("the box " + node.box().name() + " is cut short");
        }
        return wanted;
    }

    private static void addDescription(Source file, BoxEdits edits, Node list, long id) throws IOException {
        byte[] head = file.bytes(list.box().content(), content(list, 6));
        long at = list.box().content() + 4;
        if (head[0] == 0) {
            int count = Bytes.u16(head, 4) + 1;
            if (count > LARGEST_SHORT) {
                throw UNSUPPORTED.with("the picture has no room for another item");
            }
            edits.replace(Optional.of(list), at, at + 2, Boxed.u16(count));
        } else {
            long count = Bytes.u32(file.bytes(at, content(list, 8) - 4), 0) + 1;
            edits.replace(Optional.of(list), at, at + 4, Boxed.u32((int) count));
        }
        edits.append(list, description(id));
    }

    private static void addReference(
            Source file, BoxEdits edits, Node meta, Optional<Node> references, long id, long picture)
            throws IOException {
        boolean wide = references.isPresent()
                ? file.bytes(references.get().box().content(), content(references.get(), 4) - 3)[0] != 0
                : picture > LARGEST_SHORT;
        if (!wide && picture > LARGEST_SHORT) {
            throw UNSUPPORTED.with("the references of the picture cannot name its main item");
        }
        byte[] reference = wide
                ? Boxed.box("cdsc", Boxed.u32((int) id), Boxed.u16(1), Boxed.u32((int) picture))
                : Boxed.box("cdsc", Boxed.u16((int) id, 1, (int) picture));
        if (references.isPresent()) {
            edits.append(references.get(), reference);
        } else {
            edits.append(meta, Boxed.box("iref", Boxed.u32(wide ? 1 << 24 : 0), reference));
        }
    }
}
