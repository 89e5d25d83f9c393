package io.mingshi.evidencelog.merkle;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;

/// The right edge of a tree in tiles: what is needed to append to it, and where new tiles come from. For one
/// thread.
public final class TileEdge {
    private final TreeHasher hasher = new TreeHasher();
    private final List<byte[]> levels = new ArrayList<>();
    private long size;

    /// The edge of an empty tree.
    public TileEdge() {}

    /// The edge of a tree whose tiles exist.
    public static TileEdge of(TileReader tiles, long size) throws IOException {
        TileEdge edge = new TileEdge();
        edge.size = size;
        for (int level = 0; size >> (level * Tile.HEIGHT) > 0; level++) {
            byte[] hashes = new byte[Tile.FULL * Hash.SIZE];
            if (edge.width(level) > 0) {
                byte[] stored = tiles.hashes(edge.tile(level));
                System.arraycopy(stored, 0, hashes, 0, edge.width(level) * Hash.SIZE);
            }
            edge.levels.add(hashes);
        }
        return edge;
    }

    /// The number of leaves.
    public long size() {
        return size;
    }

    /// Adds a leaf.
    ///
    /// @param full takes every tile that this leaf completes, lowest first
    public void append(Hash leaf, BiConsumer<Tile, byte[]> full) {
        Hash hash = leaf;
        for (int level = 0; ; level++) {
            if (level == levels.size()) {
                levels.add(new byte[Tile.FULL * Hash.SIZE]);
            }
            int width = width(level);
            hash.copyTo(levels.get(level), width * Hash.SIZE);
            if (width + 1 < Tile.FULL) {
                break;
            }
            full.accept(
                    new Tile(level, size >> ((level + 1) * Tile.HEIGHT), Tile.FULL),
                    levels.get(level).clone());
            hash = hasher.perfect(levels.get(level), 0, Tile.FULL);
        }
        size++;
    }

    /// Hands over the tiles that are not full.
    public void partial(BiConsumer<Tile, byte[]> tiles) {
        for (int level = 0; level < levels.size(); level++) {
            if (width(level) > 0) {
                byte[] hashes = new byte[width(level) * Hash.SIZE];
                System.arraycopy(levels.get(level), 0, hashes, 0, hashes.length);
                tiles.accept(tile(level), hashes);
            }
        }
    }

    /// The root of the tree as it is now.
    public Hash root() {
        List<Hash> subtrees = new ArrayList<>();
        for (int level = levels.size() - 1; level >= 0; level--) {
            int first = 0;
            for (int bit = Tile.FULL / 2; bit > 0; bit /= 2) {
                if ((width(level) & bit) != 0) {
                    subtrees.add(hasher.perfect(levels.get(level), first, bit));
                    first += bit;
                }
            }
        }
        return hasher.fold(subtrees);
    }

    private int width(int level) {
        return (int) ((size >> (level * Tile.HEIGHT)) & (Tile.FULL - 1));
    }

    private Tile tile(int level) {
        return new Tile(level, size >> ((level + 1) * Tile.HEIGHT), width(level));
    }
}
