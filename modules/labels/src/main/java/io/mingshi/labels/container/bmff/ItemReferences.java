package io.mingshi.labels.container.bmff;

import static io.mingshi.labels.LabelException.Code.MALFORMED;

import io.mingshi.labels.container.Bytes;
import io.mingshi.labels.source.Source;
import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/// Which items describe which (`iref` with references `cdsc`), and which picture is the main one (`pitm`).
///
/// @param main the number of the main picture
/// @param descriptions the pictures that each item of metadata describes
record ItemReferences(long main, Map<Long, Set<Long>> descriptions) {
    private static final int LONGEST = 1 << 20;

    static ItemReferences read(Source file, Node meta) throws IOException {
        long main = -1;
        Map<Long, Set<Long>> descriptions = new HashMap<>();
        for (Node child : meta.metaChildren(file)) {
            if (child.is("pitm")) {
                main = main(file, child);
            } else if (child.is("iref")) {
                boolean wide = bytes(file, child, 4)[0] != 0;
                for (Node reference : child.children(file, 4)) {
                    if (reference.is("cdsc")) {
                        add(bytes(file, reference, wide ? 6 : 4), wide ? 4 : 2, descriptions);
                    }
                }
            }
        }
        if (main < 0) {
            throw MALFORMED.with("the file names no main picture (pitm)");
        }
        return new ItemReferences(main, descriptions);
    }

    private static byte[] bytes(Source file, Node node, int least) throws IOException {
        long length = node.box().length() - node.box().header();
        if (length < least) {
            throw MALFORMED.with("the box " + node.box().name() + " is cut short");
        }
        return file.bytes(node.box().content(), (int) Math.min(LONGEST, length));
    }

    private static long main(Source file, Node pitm) throws IOException {
        byte[] bytes = bytes(file, pitm, 6);
        return number(bytes(file, pitm, bytes[0] == 0 ? 6 : 8), 4, bytes[0] == 0 ? 2 : 4);
    }

    private static long number(byte[] bytes, int at, int width) {
        return width == 2 ? Bytes.u16(bytes, at) : Bytes.u32(bytes, at);
    }

    private static void add(byte[] bytes, int width, Map<Long, Set<Long>> descriptions) {
        Set<Long> described = descriptions.computeIfAbsent(number(bytes, 0, width), id -> new HashSet<>());
        int count = Bytes.u16(bytes, width);
        for (int i = 0; i < count && (i + 2) * width + 2 <= bytes.length; i++) {
            described.add(number(bytes, (i + 1) * width + 2, width));
        }
    }

    boolean describesMain(long id) {
        return descriptions.getOrDefault(id, Set.of()).contains(main);
    }

    /// Whether the item describes anything.
    boolean describes(long id) {
        return descriptions.containsKey(id);
    }
}
