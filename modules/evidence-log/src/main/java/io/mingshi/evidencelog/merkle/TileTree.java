package io.mingshi.evidencelog.merkle;

import static io.mingshi.evidencelog.EvidenceLogException.Code.NOT_FOUND;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// A tree of a certain size that is read from tiles; it answers with proofs. For one thread.
///
/// The tiles are taken as they are: whoever does not trust their source verifies the proof, or compares
/// [#root].
public final class TileTree {
    private final TileReader tiles;
    private final long size;
    private final TreeHasher hasher = new TreeHasher();
    private final Map<Tile, byte[]> read = new HashMap<>();

    /// The tree of the first `size` leaves.
    public TileTree(TileReader tiles, long size) {
        this.tiles = tiles;
        this.size = size;
    }

    /// The root of the tree.
    public Hash root() throws IOException {
        return range(0, size);
    }

    /// The root that the tree had at an earlier size.
    public Hash root(long earlierSize) throws IOException {
        within(earlierSize, size);
        return range(0, earlierSize);
    }

    /// The hash of a leaf.
    public Hash leaf(long index) throws IOException {
        within(index, size - 1);
        return perfect(index, 0);
    }

    /// Shows that the leaf at the index is in this tree.
    public InclusionProof inclusion(long index) throws IOException {
        within(index, size - 1);
        List<Hash> path = new ArrayList<>();
        long low = 0;
        long high = size;
        while (high - low > 1) {
            long middle = low + split(high - low);
            if (index < middle) {
                path.add(range(middle, high));
                high = middle;
            } else {
                path.add(range(low, middle));
                low = middle;
            }
        }
        return new InclusionProof(index, size, path.reversed());
    }

    /// Shows that this tree is the one of an earlier size with leaves appended.
    public ConsistencyProof consistency(long earlierSize) throws IOException {
        within(earlierSize, size);
        List<Hash> path = new ArrayList<>();
        if (earlierSize > 0 && earlierSize < size) {
            long low = 0;
            long high = size;
            while (high != earlierSize) {
                long middle = low + split(high - low);
                if (earlierSize <= middle) {
                    path.add(range(middle, high));
                    high = middle;
                } else {
                    path.add(range(low, middle));
                    low = middle;
                }
            }
            if (low > 0) {
                path.add(range(low, high));
            }
        }
        return new ConsistencyProof(earlierSize, size, path.reversed());
    }

    /// The root of the leaves from `low` to before `high`, which stand for one node or lie on the right edge.
    private Hash range(long low, long high) throws IOException {
        List<Hash> subtrees = new ArrayList<>();
        for (long from = low; from < high; ) {
            int height = Long.SIZE - 1 - Long.numberOfLeadingZeros(high - from);
            subtrees.add(perfect(from >> height, height));
            from += 1L << height;
        }
        return hasher.fold(subtrees);
    }

    /// The root of the perfect subtree with that index among those of its height.
    private Hash perfect(long index, int height) throws IOException {
        int level = Math.min(height / Tile.HEIGHT, Tile.MAX_LEVEL);
        int above = height - level * Tile.HEIGHT;
        long first = index << above;
        Tile tile = Tile.of(level, first / Tile.FULL, size);
        byte[] hashes = read.get(tile);
        if (hashes == null) {
            hashes = tiles.hashes(tile);
            read.put(tile, hashes);
        }
        return hasher.perfect(hashes, (int) (first % Tile.FULL), 1 << above);
    }

    private static long split(long leaves) {
        return Long.highestOneBit(leaves - 1);
    }

    private static void within(long asked, long last) {
        if (asked < 0 || asked > last) {
            throw NOT_FOUND.with("the tree has nothing at " + asked + ": the last is " + last);
        }
    }
}
