package io.mingshi.labels.c2pa;

import io.mingshi.labels.container.Bytes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A JUMBF superbox in a manifest store, as places in the bytes of the store.
///
/// @param kind the four letters of its content type
/// @param label by which others refer to it, empty if it has none
/// @param data where its description starts, behind its own length and type
/// @param end behind its last byte
/// @param boxes the boxes in it that are no superboxes
/// @param children the superboxes in it
record SuperBox(String kind, String label, int data, int end, List<Box> boxes, List<SuperBox> children) {
    /// Store, manifest, assertion store, assertion: no content lies deeper.
    private static final int MAX_DEPTH = 8;

    /// A chain of a hundred manifests has fewer.
    private static final int MAX_BOXES = 10_000;

    /// Content type and toggles.
    private static final int SHORTEST_DESCRIPTION = 17;

    private static final int LABELLED = 2;

    /// A box without boxes in it.
    ///
    /// @param data where its content starts
    record Box(String type, int data, int end) {}

    /// The superbox that these bytes are.
    static SuperBox parse(byte[] store) throws Faulty {
        Parser parser = new Parser(store);
        Box outer = parser.box(0, store.length);
        if (!outer.type.equals("jumb") || outer.end != store.length) {
            throw parser.disorder(0);
        }
        return parser.inside(outer, 0);
    }

    Optional<SuperBox> child(String wanted) {
        return children.stream().filter(child -> child.label.equals(wanted)).findFirst();
    }

    /// The content of its first box of this type.
    Optional<Box> content(String type) {
        return boxes.stream().filter(box -> box.type.equals(type)).findFirst();
    }

    private static final class Parser {
        private final byte[] store;
        private int count;

        Parser(byte[] store) {
            this.store = store;
        }

        Faulty disorder(int at) {
            return Faulty.broken("the JUMBF boxes of the manifest are not in order at byte " + at);
        }

        /// The box that starts here and ends no later than there.
        Box box(int at, int limit) throws Faulty {
            if (limit - at < Jumbf.HEAD || ++count > MAX_BOXES) {
                throw disorder(at);
            }
            long length = Bytes.u32(store, at);
            int data = at + Jumbf.HEAD;
            if (length == 1 && limit - at >= 2 * Jumbf.HEAD && Bytes.u32(store, data) == 0) {
                length = Bytes.u32(store, data + 4);
                data += Jumbf.HEAD;
            } else if (length == 0) {
                length = (long) limit - at;
            }
            if (length < data - at || length > limit - at) {
                throw disorder(at);
            }
            return new Box(Bytes.latin1(store, at + 4, 4), data, at + (int) length);
        }

        SuperBox inside(Box outer, int depth) throws Faulty {
            Box description = box(outer.data, outer.end);
            if (depth > MAX_DEPTH
                    || !description.type.equals("jumd")
                    || description.end - description.data < SHORTEST_DESCRIPTION) {
                throw disorder(outer.data);
            }
            List<Box> boxes = new ArrayList<>();
            List<SuperBox> children = new ArrayList<>();
            for (int at = description.end; at < outer.end; ) {
                Box box = box(at, outer.end);
                if (box.type.equals("jumb")) {
                    children.add(inside(box, depth + 1));
                } else {
                    boxes.add(box);
                }
                at = box.end;
            }
            String kind = Bytes.latin1(store, description.data, 4);
            return new SuperBox(kind, label(description), outer.data, outer.end, boxes, children);
        }

        private String label(Box description) throws Faulty {
            int from = description.data + SHORTEST_DESCRIPTION;
            if ((store[from - 1] & LABELLED) == 0) {
                return "";
            }
            int to = from;
            while (to < description.end && store[to] != 0) {
                to++;
            }
            if (to == description.end) {
                throw disorder(from);
            }
            return Bytes.utf8(store, from, to - from).orElseThrow(() -> disorder(from));
        }
    }
}
