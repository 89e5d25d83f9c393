package io.mingshi.labels.media.movie;

import io.mingshi.labels.container.Bytes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// One box in the bytes of a movie header.
///
/// @param type its four characters
/// @param start where its head begins
/// @param body where its content begins
/// @param end behind its content
record Box(String type, int start, int body, int end) {
    private static final int MOST_CHILDREN = 10_000;
    private static final long SIZE_IS_LONG = 1;

    /// The boxes one after another in a range; what is too short to be one at the end is left out.
    static List<Box> in(byte[] bytes, int from, int to) throws Unspliceable {
        List<Box> boxes = new ArrayList<>();
        for (int at = from; to - at >= 8; at = boxes.getLast().end) {
            long size = Bytes.u32(bytes, at);
            int head = 8;
            if (size == SIZE_IS_LONG && to - at >= 16) {
                size = (Bytes.u32(bytes, at + 8) << 32) | Bytes.u32(bytes, at + 12);
                head = 16;
            } else if (size == 0) {
                size = (long) to - at;
            }
            if (size < head || size > to - at || boxes.size() == MOST_CHILDREN) {
                if (Bytes.u32(bytes, at) == 0 && !boxes.isEmpty()) {
                    return boxes;
                }
                throw new Unspliceable("a box of the movie header is not sound");
            }
            boxes.add(new Box(Bytes.latin1(bytes, at + 4, 4), at, at + head, at + (int) size));
        }
        return boxes;
    }

    /// How many bytes of its content come before the boxes inside, or nothing if there are none.
    Optional<Integer> prefix() {
        return switch (type) {
            case "moov", "trak", "mdia", "minf", "stbl", "edts", "udta" -> Optional.of(0);
            case "stsd" -> Optional.of(8);
            case "avc1" -> Optional.of(78);
            default -> Optional.empty();
        };
    }

    /// The boxes inside.
    List<Box> children(byte[] bytes) throws Unspliceable {
        int from = body + prefix().orElse(0);
        if (prefix().isEmpty() || from > end) {
            throw new Unspliceable("a box of the movie header is too short");
        }
        return in(bytes, from, end);
    }

    /// The only box of this type inside, if there is one.
    Optional<Box> child(byte[] bytes, String wanted) throws Unspliceable {
        List<Box> found =
                children(bytes).stream().filter(box -> box.type.equals(wanted)).toList();
        if (found.size() > 1) {
            throw new Unspliceable("the movie header has several boxes " + wanted + " where one belongs");
        }
        return found.stream().findFirst();
    }

    /// The box at this path inside.
    Box at(byte[] bytes, String... path) throws Unspliceable {
        Box box = this;
        for (String step : path) {
            box = box.child(bytes, step).orElseThrow(() -> new Unspliceable("the movie header has no box " + step));
        }
        return box;
    }

    /// The number of entries that a table states, each of a size, which must fit.
    ///
    /// @param offset of the count in the content
    int count(byte[] bytes, int offset, int entrySize) throws Unspliceable {
        if (end - body < offset + 4) {
            throw new Unspliceable("a table of the movie header is too short");
        }
        long count = Bytes.u32(bytes, body + offset);
        if (count * entrySize > end - body - offset - 4) {
            throw new Unspliceable("a table of the movie header is too short");
        }
        return (int) count;
    }
}
