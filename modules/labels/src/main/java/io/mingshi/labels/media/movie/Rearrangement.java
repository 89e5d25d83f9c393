package io.mingshi.labels.media.movie;

import io.mingshi.labels.source.Splice;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/// How a movie file changes: ranges of its media are left out, new media come before the first old ones, and its
/// header gets another length.
final class Rearrangement {
    private final MovieFile movie;
    private final List<Range> removed;
    private final long[] from;
    /// How much is removed before each range, and behind the last in all.
    private final long[] before;

    private final long insertedAt;
    private final int inserted;
    private final int headerGrowth;

    /// A range of the file.
    record Range(long from, long end) {}

    /// @param removed in order, without overlap, each inside one box of media
    /// @param samples length of the new media
    Rearrangement(MovieFile movie, List<Range> removed, int samples, int headerGrowth) throws Unspliceable {
        this.movie = movie;
        this.removed = removed;
        this.headerGrowth = headerGrowth;
        this.inserted = samples + 8;
        this.insertedAt = movie.parts().stream()
                .filter(part -> part.type().equals("mdat"))
                .map(MovieFile.Part::at)
                .findFirst()
                .orElseThrow(() -> new Unspliceable("the file has no media"));
        this.from = new long[removed.size()];
        this.before = new long[removed.size() + 1];
        for (int i = 0; i < removed.size(); i++) {
            Range range = removed.get(i);
            from[i] = range.from;
            before[i + 1] = before[i] + range.end - range.from;
            if (movie.parts().stream().noneMatch(part -> holds(part, range))) {
                throw new Unspliceable("frames of the film lie outside the media of the file");
            }
        }
    }

    private static boolean holds(MovieFile.Part part, Range range) {
        return part.type().equals("mdat") && part.body() <= range.from && range.end <= part.end();
    }

    /// Where the new media are.
    long samplesAt() {
        return insertedAt + (movie.moov().at() < insertedAt ? headerGrowth : 0) + 8;
    }

    /// Where what was at this place is now.
    long moved(long place) {
        int found = Arrays.binarySearch(from, place);
        int ranges = found >= 0 ? found : -found - 1;
        return place
                - before[ranges]
                + (place >= insertedAt ? inserted : 0)
                + (place >= movie.moov().end() ? headerGrowth : 0);
    }

    Splice spliced(byte[] header, byte[] samples) throws Unspliceable {
        Splice.Builder out = Splice.builder();
        for (MovieFile.Part part : movie.parts()) {
            if (part.at() == insertedAt) {
                out.insert(head("mdat", inserted, 8)).insert(samples);
            }
            switch (part.type()) {
                case "moov" -> out.insert(header);
                case "mdat" -> media(out, part);
                default -> out.copy(movie.file(), part.at(), part.size());
            }
        }
        return out.build();
    }

    private void media(Splice.Builder out, MovieFile.Part part) throws Unspliceable {
        List<Range> inside =
                removed.stream().filter(range -> holds(part, range)).toList();
        long gone = inside.stream().mapToLong(range -> range.end - range.from).sum();
        out.insert(head("mdat", part.size() - gone, part.head()));
        long at = part.body();
        for (Range range : inside) {
            out.copy(movie.file(), at, range.from - at);
            at = range.end;
        }
        out.copy(movie.file(), at, part.end() - at);
    }

    private static byte[] head(String type, long size, int length) throws Unspliceable {
        byte[] name = type.getBytes(StandardCharsets.ISO_8859_1);
        if (length == 16) {
            return ByteBuffer.allocate(16).putInt(1).put(name).putLong(size).array();
        }
        if (size >> 32 != 0) {
            throw new Unspliceable("the media are longer than 4 GB and do not state it");
        }
        return ByteBuffer.allocate(8).putInt((int) size).put(name).array();
    }
}
