package io.mingshi.labels.media.movie;

import io.mingshi.labels.container.Bytes;
import io.mingshi.labels.source.Source;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// The outermost boxes of an MP4 or MOV file that is not made of fragments.
///
/// @param file the file
/// @param parts its boxes in order
/// @param moov the one that describes all the others
record MovieFile(Source file, List<Part> parts, Part moov) {
    private static final int MOST_PARTS = 10_000;
    private static final int LONGEST_HEADER = 64 << 20;

    /// Boxes that hold places of others, which are not moved here.
    private static final List<String> UNMOVED = List.of("moof", "sidx", "ssix", "mfra", "meta");

    /// One outermost box.
    ///
    /// @param at where it begins
    /// @param head length of its head, 8 or 16
    /// @param size of all of it
    /// @param open whether it states no size and goes on to the end of the file
    record Part(String type, long at, int head, long size, boolean open) {
        long body() {
            return at + head;
        }

        long end() {
            return at + size;
        }
    }

    MovieFile {
        parts = List.copyOf(parts);
    }

    static MovieFile of(Source file) throws IOException, Unspliceable {
        List<Part> parts = new ArrayList<>();
        for (long at = 0; file.size() - at >= 8; at = parts.getLast().end()) {
            parts.add(part(file, at));
            if (parts.size() > MOST_PARTS || UNMOVED.contains(parts.getLast().type)) {
                throw new Unspliceable("the file has a box " + parts.getLast().type);
            }
        }
        List<Part> headers =
                parts.stream().filter(part -> part.type.equals("moov")).toList();
        if (headers.size() != 1 || headers.getFirst().size > LONGEST_HEADER) {
            throw new Unspliceable("the file has no movie header, or several, or too long a one");
        }
        if (parts.getLast().end() != file.size()) {
            throw new Unspliceable("the file goes on behind its last box");
        }
        return new MovieFile(file, parts, headers.getFirst());
    }

    private static Part part(Source file, long at) throws IOException, Unspliceable {
        byte[] head = file.bytes(at, (int) Math.min(16, file.size() - at));
        long size = Bytes.u32(head, 0);
        boolean wide = size == 1 && head.length == 16;
        boolean open = size == 0;
        if (wide) {
            size = (Bytes.u32(head, 8) << 32) | Bytes.u32(head, 12);
        } else if (open) {
            size = file.size() - at;
        }
        if (size < (wide ? 16 : 8) || size > file.size() - at) {
            throw new Unspliceable("an outermost box is not sound");
        }
        return new Part(Bytes.latin1(head, 4, 4), at, wide ? 16 : 8, size, open);
    }

    byte[] header() throws IOException {
        return file.bytes(moov.at, (int) moov.size);
    }
}
