package io.mingshi.labels.container.bmff;

import static io.mingshi.labels.LabelException.Code.TOO_LARGE;

import io.mingshi.labels.container.Edits;
import io.mingshi.labels.container.Edits.Positions;
import io.mingshi.labels.source.Source;
import io.mingshi.labels.source.Splice;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// Changes inside boxes, whose size fields follow.
final class BoxEdits {
    private static final long LARGEST_SHORT_SIZE = 0xFFFF_FFFFL;

    private final Source file;
    private final Edits edits = new Edits();
    /// By how much each box grows.
    private final Map<Box, Long> growths = new LinkedHashMap<>();

    BoxEdits(Source file) {
        this.file = file;
    }

    /// Puts new bytes in the place of a range inside a box.
    void replace(Optional<Node> inside, long from, long to, byte[] bytes) {
        edits.replace(from, to, bytes);
        long growth = bytes.length - (to - from);
        for (Optional<Node> node = inside;
                growth != 0 && node.isPresent();
                node = node.get().parent()) {
            growths.merge(node.get().box(), growth, Long::sum);
        }
    }

    void replace(Node node, byte[] bytes) {
        replace(node.parent(), node.box().start(), node.box().end(), bytes);
    }

    void remove(Node node) {
        replace(node, new byte[0]);
    }

    /// Adds bytes at the end of a box.
    void append(Node node, byte[] bytes) {
        replace(Optional.of(node), node.box().end(), node.box().end(), bytes);
    }

    long growth(Box box) {
        return growths.getOrDefault(box, 0L);
    }

    Positions positions() {
        return edits.positions();
    }

    /// The changed file.
    Splice apply() throws IOException {
        for (Map.Entry<Box, Long> entry : growths.entrySet()) {
            if (entry.getValue() != 0) {
                resize(entry.getKey(), entry.getKey().length() + entry.getValue());
            }
        }
        return edits.apply(file);
    }

    private void resize(Box box, long length) throws IOException {
        int short32 = ByteBuffer.wrap(file.bytes(box.start(), 4)).getInt();
        if (short32 == 1) {
            byte[] size = ByteBuffer.allocate(8).putLong(length).array();
            edits.replace(box.start() + 8, box.start() + 16, size);
        } else if (length > LARGEST_SHORT_SIZE && short32 != 0) {
            throw TOO_LARGE.with("the box " + box.name() + " would become larger than its size field can say");
        } else if (short32 != 0) {
            byte[] size = ByteBuffer.allocate(4).putInt((int) length).array();
            edits.replace(box.start(), box.start() + 4, size);
        }
    }
}
