package io.mingshi.evidencelog.merkle;

import static io.mingshi.evidencelog.EvidenceLogException.Code.MALFORMED;

import java.util.Locale;

/// The name of a tile: up to 256 hashes that lie side by side in one level of the tree.
///
/// @param level 0 for leaf hashes; a hash of a level stands for a full tile of the level below
/// @param index of the tile within its level, from 0
/// @param width how many hashes it has; less than 256 only at the right edge of the tree
public record Tile(int level, long index, int width) {
    /// Hashes in a full tile, and entries in a full bundle.
    public static final int FULL = 256;

    /// Levels of a tree that one level of tiles spans: 2 to the power of it is [#FULL].
    public static final int HEIGHT = 8;

    /// The highest level of tiles that a tree with a 63-bit size can have.
    public static final int MAX_LEVEL = 7;

    private static final int DIGITS = 1000;

    /// A tile that can exist.
    public Tile {
        if (level < 0 || level > MAX_LEVEL || index < 0 || width < 1 || width > FULL) {
            throw MALFORMED.with("no tile has level " + level + ", index " + index + ", width " + width);
        }
    }

    /// The tile as a tree of a size has it.
    public static Tile of(int level, long index, long treeSize) {
        long hashes = treeSize >> (HEIGHT * level);
        return new Tile(level, index, (int) Math.min(FULL, hashes - index * FULL));
    }

    /// Where the hashes are, relative to the log's prefix.
    public String path() {
        return "tile/" + level + "/" + number() + suffix();
    }

    /// Where the entries are whose hashes this tile of level 0 has.
    public String entriesPath() {
        return "tile/entries/" + number() + suffix();
    }

    /// The folder that holds the narrower forms of this tile, or of its entries.
    public Tile full() {
        return new Tile(level, index, FULL);
    }

    /// Whether it has all its hashes and never changes again.
    public boolean isFull() {
        return width == FULL;
    }

    private String suffix() {
        return isFull() ? "" : ".p/" + width;
    }

    private String number() {
        String number = String.format(Locale.ROOT, "%03d", index % DIGITS);
        for (long rest = index / DIGITS; rest > 0; rest /= DIGITS) {
            number = String.format(Locale.ROOT, "x%03d/", rest % DIGITS) + number;
        }
        return number;
    }
}
