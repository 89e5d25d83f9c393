package io.mingshi.evidencelog.merkle;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;

/// Entries for tests, and the tiles above them made level by level from the definition.
final class ManyEntries {
    private ManyEntries() {}

    static List<byte[]> of(int count) {
        List<byte[]> entries = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            entries.add(("entry " + i).getBytes(UTF_8));
        }
        return entries;
    }

    static List<Hash> leaves(List<byte[]> entries) {
        TreeHasher hasher = new TreeHasher();
        return entries.stream().map(hasher::leaf).toList();
    }

    /// Tiles as the specification defines them: the hash at a place is the root of 256 to the power of the
    /// level leaves.
    static TileReader tiles(List<byte[]> entries) {
        List<List<Hash>> levels = new ArrayList<>();
        levels.add(leaves(entries));
        while (levels.getLast().size() >= Tile.FULL) {
            levels.add(above(levels.getLast()));
        }
        return tile -> {
            List<Hash> level = levels.get(tile.level());
            int first = (int) tile.index() * Tile.FULL;
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            level.subList(first, first + tile.width()).forEach(hash -> bytes.writeBytes(hash.bytes()));
            return bytes.toByteArray();
        };
    }

    private static List<Hash> above(List<Hash> level) {
        List<Hash> roots = new ArrayList<>();
        for (int i = 0; i + Tile.FULL <= level.size(); i += Tile.FULL) {
            CompactRange range = new CompactRange();
            level.subList(i, i + Tile.FULL).forEach(range::append);
            roots.add(range.root());
        }
        return roots;
    }
}
