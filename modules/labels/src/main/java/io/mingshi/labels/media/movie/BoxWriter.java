package io.mingshi.labels.media.movie;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// A movie header with some boxes replaced or left out; the sizes of those around them are made true.
final class BoxWriter {
    private final byte[] moov;
    private final Map<Integer, byte[]> replacements = new HashMap<>();

    BoxWriter(byte[] moov) {
        this.moov = moov;
    }

    /// Replaces a box by these bytes, head and all; none leave it out.
    void replace(Box box, byte[] by) {
        replacements.put(box.start(), by);
    }

    byte[] written() throws Unspliceable {
        return written(Box.in(moov, 0, moov.length).getFirst());
    }

    private byte[] written(Box box) throws Unspliceable {
        byte[] replacement = replacements.get(box.start());
        if (replacement != null) {
            return replacement;
        }
        ByteArrayOutputStream content = new ByteArrayOutputStream(box.end() - box.start() + 64);
        boolean holdsReplacement =
                replacements.keySet().stream().anyMatch(start -> start > box.start() && start < box.end());
        if (box.prefix().isEmpty() || !holdsReplacement) {
            content.write(moov, box.body(), box.end() - box.body());
            return box(box.type(), content.toByteArray());
        }
        List<Box> children = box.children(moov);
        content.write(moov, box.body(), box.prefix().get());
        for (Box child : children) {
            content.writeBytes(written(child));
        }
        int tail = children.isEmpty() ? box.end() : children.getLast().end();
        content.write(moov, tail, box.end() - tail);
        return box(box.type(), content.toByteArray());
    }

    static byte[] box(String type, byte[] content) {
        return ByteBuffer.allocate(8 + content.length)
                .putInt(8 + content.length)
                .put(type.getBytes(StandardCharsets.ISO_8859_1))
                .put(content)
                .array();
    }
}
