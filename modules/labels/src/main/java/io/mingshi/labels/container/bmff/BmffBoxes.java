package io.mingshi.labels.container.bmff;

import static io.mingshi.labels.LabelException.Code.MALFORMED;
import static io.mingshi.labels.LabelException.Code.TOO_LARGE;

import io.mingshi.labels.LabelException;
import io.mingshi.labels.container.Bytes;
import io.mingshi.labels.container.Skimmed;
import io.mingshi.labels.source.Source;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Reads the headers of boxes (ISO/IEC 14496-12, 4.2).
public final class BmffBoxes {
    /// Size field and type.
    private static final int SHORTEST = 8;

    private static final int LONG_SIZE = 8;
    private static final int UUID = 16;

    /// Two boxes for each frame of a fragmented film of an hour. They must fit in a heap of 64 MB.
    private static final int MAX_TOP_LEVEL = 220_000;

    /// Nested boxes of one kind of parent: fragments have one box per track, films some tens of tags.
    private static final int MAX_CHILDREN = 10_000;

    private BmffBoxes() {}

    /// The boxes of a file, one behind the other.
    ///
    /// @throws LabelException MALFORMED if the file does not consist of boxes, TOO_LARGE if there are too many
    public static List<Box> topLevel(Source whole) throws IOException {
        Source file = new Skimmed(whole);
        List<Box> boxes = new ArrayList<>();
        // Thousands of fragments share a handful of names.
        Map<String, String> names = new HashMap<>();
        long at = 0;
        while (file.size() - at >= SHORTEST) {
            Box box = at(file, at, file.size(), true);
            boxes.add(box.named(names.computeIfAbsent(box.type(), type -> type)));
            if (boxes.size() > MAX_TOP_LEVEL) {
                throw TOO_LARGE.with("the file has more than " + MAX_TOP_LEVEL + " boxes");
            }
            at = box.end();
        }
        requireZeros(file, at, file.size());
        return boxes;
    }

    /// The boxes in a range of another box. A list of user data may end with a zero instead of a box.
    static List<Box> within(Source file, long from, long to) throws IOException {
        List<Box> boxes = new ArrayList<>();
        long at = from;
        while (to - at >= SHORTEST) {
            Box box = at(file, at, to, false);
            boxes.add(box);
            if (boxes.size() > MAX_CHILDREN) {
                throw TOO_LARGE.with("a box of the file has more than " + MAX_CHILDREN + " others inside");
            }
            at = box.end();
        }
        requireZeros(file, at, to);
        return boxes;
    }

    private static void requireZeros(Source file, long from, long to) throws IOException {
        for (byte left : file.bytes(from, (int) (to - from))) {
            if (left != 0) {
                throw MALFORMED.with("bytes follow the last box at byte " + from);
            }
        }
    }

    private static Box at(Source file, long at, long limit, boolean mayReachToTheEnd) throws IOException {
        byte[] head = file.bytes(at, (int) Math.min(SHORTEST + LONG_SIZE + UUID, limit - at));
        String type = Bytes.latin1(head, 4, 4);
        long length = Bytes.u32(head, 0);
        int header = SHORTEST;
        if (length == 1 && head.length >= SHORTEST + LONG_SIZE) {
            length = (Bytes.u32(head, 8) << 32) | Bytes.u32(head, 12);
            header += LONG_SIZE;
        } else if (length == 0 && mayReachToTheEnd) {
            length = limit - at;
        }
        Optional<String> uuid = Optional.empty();
        if (type.equals("uuid")) {
            if (head.length < header + UUID) {
                throw MALFORMED.with("the file ends inside its box uuid");
            }
            uuid = Optional.of(HexFormat.of().formatHex(head, header, header + UUID));
            header += UUID;
        }
        Box box = new Box(type, at, header, length, uuid);
        if (length < header) {
            throw MALFORMED.with("the box " + box.name() + " at byte " + at + " has no sound size");
        }
        if (length > limit - at) {
            throw MALFORMED.with("the file ends inside its box " + box.name());
        }
        return box;
    }
}
