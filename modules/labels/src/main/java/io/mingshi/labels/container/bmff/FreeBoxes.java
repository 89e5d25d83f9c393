package io.mingshi.labels.container.bmff;

import io.mingshi.labels.source.Source;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/// Room that a writer left behind a box, so that what follows need not move when the box grows.
final class FreeBoxes {
    private static final int HEADER = 8;

    /// Writers leave some kilobytes.
    private static final int MAX_ROOM = 1 << 20;

    private FreeBoxes() {}

    /// Takes what the box grows by from a `free` box right behind it, if that is large enough and empty.
    static void absorb(Source file, List<Box> topLevel, Box box, BoxEdits edits) throws IOException {
        long growth = edits.growth(box);
        Optional<Box> next = topLevel.stream()
                .filter(other -> other.start() == box.end())
                .filter(other -> other.is("free") || other.is("skip"))
                .filter(other -> other.header() == HEADER && other.length() <= MAX_ROOM)
                .findFirst();
        if (next.isEmpty() || growth <= 0) {
            return;
        }
        Box free = next.get();
        long left = free.length() - growth;
        if ((left == 0 || left >= HEADER) && isEmpty(file, free)) {
            byte[] rest = left == 0 ? new byte[0] : Boxed.box(free.type(), new byte[(int) left - HEADER]);
            edits.replace(Optional.empty(), free.start(), free.end(), rest);
        }
    }

    /// Some writers keep samples in boxes they call free.
    private static boolean isEmpty(Source file, Box free) throws IOException {
        for (byte b : file.bytes(free.content(), (int) free.length() - HEADER)) {
            if (b != 0) {
                return false;
            }
        }
        return true;
    }
}
