package io.mingshi.evidencelog.merkle;

import java.io.IOException;

/// Gives the hashes of a tile.
@FunctionalInterface
public interface TileReader {
    /// The hashes, 32 bytes each, exactly as many as the tile is wide.
    byte[] hashes(Tile tile) throws IOException;
}
