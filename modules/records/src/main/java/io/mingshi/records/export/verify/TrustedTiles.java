package io.mingshi.records.export.verify;

import io.mingshi.evidencelog.merkle.CompactRange;
import io.mingshi.evidencelog.merkle.Hash;
import io.mingshi.evidencelog.merkle.Tile;
import io.mingshi.evidencelog.merkle.TileEdge;
import io.mingshi.evidencelog.merkle.TileReader;
import io.mingshi.evidencelog.note.Checkpoint;
import io.mingshi.records.export.archive.NotVerified;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/// Tiles that lead to the root in a checkpoint, each checked once while its neighbours are asked for.
///
/// The tiles at the right edge give the root together. Every other tile is full, and the tile above it has its root.
final class TrustedTiles implements TileReader {
    private final TileReader tiles;
    private final long size;
    private final Map<Tile, byte[]> edge = new HashMap<>();
    private final Map<Integer, Tile> last = new HashMap<>();
    private final Map<Integer, byte[]> lastHashes = new HashMap<>();

    TrustedTiles(TileReader tiles, Checkpoint checkpoint) throws IOException {
        this.tiles = tiles;
        this.size = checkpoint.size();
        TileEdge computed = TileEdge.of(
                tile -> {
                    byte[] hashes = tiles.hashes(tile);
                    edge.put(tile, hashes);
                    return hashes;
                },
                size);
        if (!computed.root().equals(checkpoint.root())) {
            throw NotVerified.because(
                    "the tiles in log/tile do not lead to the root in log/checkpoint",
                    "log/tile 中的哈希推不出 log/checkpoint 中的根");
        }
    }

    /// The leaf hash at a position below the size of the checkpoint.
    Hash leaf(long position) throws IOException {
        byte[] hashes = hashes(Tile.of(0, position / Tile.FULL, size));
        return Hash.at(hashes, (int) (position % Tile.FULL) * Hash.SIZE);
    }

    @Override
    public byte[] hashes(Tile tile) throws IOException {
        if (!tile.isFull()) {
            byte[] hashes = edge.get(tile);
            if (hashes == null) {
                throw doesNotFit(tile);
            }
            return hashes;
        }
        byte[] known = lastHashes.get(tile.level());
        if (known != null && tile.equals(last.get(tile.level()))) {
            return known;
        }
        byte[] hashes = tiles.hashes(tile);
        byte[] above = hashes(Tile.of(tile.level() + 1, tile.index() / Tile.FULL, size));
        int at = (int) (tile.index() % Tile.FULL) * Hash.SIZE;
        if (!Arrays.equals(above, at, at + Hash.SIZE, root(hashes).bytes(), 0, Hash.SIZE)) {
            throw doesNotFit(tile);
        }
        last.put(tile.level(), tile);
        lastHashes.put(tile.level(), hashes);
        return hashes;
    }

    private static Hash root(byte[] hashes) {
        CompactRange range = new CompactRange();
        for (int at = 0; at < hashes.length; at += Hash.SIZE) {
            range.append(Hash.at(hashes, at));
        }
        return range.root();
    }

    private static NotVerified doesNotFit(Tile tile) {
        return NotVerified.because(
                "log/" + tile.path() + " does not lead to the root in log/checkpoint",
                "log/" + tile.path() + " 推不出 log/checkpoint 中的根");
    }
}
