package io.mingshi.evidencelog;

import static io.mingshi.evidencelog.EvidenceLogException.Code.DAMAGED;

import io.mingshi.evidencelog.merkle.Hash;
import io.mingshi.evidencelog.merkle.Tile;
import io.mingshi.evidencelog.merkle.TileEdge;
import io.mingshi.evidencelog.merkle.TreeHasher;
import io.mingshi.evidencelog.note.Checkpoint;
import io.mingshi.evidencelog.store.Bundle;
import io.mingshi.evidencelog.store.LogReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;

/// Recomputes a whole log from its entries, in a stream, and compares everything on the way; used once.
public final class LogAudit {
    private final LogReader log;
    private final Checkpoint checkpoint;
    private final TreeHasher hasher = new TreeHasher();
    private final long first;
    private final TileEdge edge;

    private LogAudit(LogReader log, Checkpoint checkpoint, long first) throws IOException {
        this.log = log;
        this.checkpoint = checkpoint;
        this.first = first;
        this.edge = TileEdge.of(this::leftOf, first);
    }

    /// Returns if every entry, every tile and the root fit; names the first that does not as `DAMAGED`.
    ///
    /// @param checkpoint whose signature the caller verified
    public static void audit(LogReader log, Checkpoint checkpoint) throws IOException {
        audit(log, checkpoint, 0);
    }

    /// The same for a log that was pruned: checks what it must still have. Of what is before that, it takes the
    /// hashes that the tiles give; that they lead to the root is checked, what entries they stand for is not.
    ///
    /// @param minimum the minimum index, whose signature the caller verified
    /// @return index of the first entry that was checked
    public static long audit(LogReader log, Checkpoint checkpoint, long minimum) throws IOException {
        try {
            if (minimum > checkpoint.size()) {
                throw DAMAGED.with("the minimum index is " + minimum + ", but the checkpoint has only "
                        + checkpoint.size() + " entries");
            }
            long first = minimum / Tile.FULL * Tile.FULL;
            new LogAudit(log, checkpoint, first).run();
            return first;
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private void run() throws IOException {
        for (long tile = first / Tile.FULL; tile * Tile.FULL < checkpoint.size(); tile++) {
            audit(Tile.of(0, tile, checkpoint.size()));
        }
        edge.partial(this::compare);
        if (!edge.root().equals(checkpoint.root())) {
            throw DAMAGED.with("the entries and tiles fit one another, but not the checkpoint: their root is "
                    + edge.root() + ", the checkpoint's is " + checkpoint.root());
        }
    }

    /// The hashes that a narrower tile had, from the tile as the checkpoint has it.
    private byte[] leftOf(Tile tile) throws IOException {
        byte[] hashes = log.hashes(Tile.of(tile.level(), tile.index(), checkpoint.size()));
        return Arrays.copyOf(hashes, tile.width() * Hash.SIZE);
    }

    private void audit(Tile tile) throws IOException {
        Bundle bundle = log.bundle(tile);
        byte[] hashes = log.hashes(tile);
        for (int place = 0; place < tile.width(); place++) {
            Hash leaf = bundle.leaf(place, hasher);
            if (!leaf.equals(Hash.at(hashes, place * Hash.SIZE))) {
                throw DAMAGED.with("entry " + (tile.index() * Tile.FULL + place) + " in " + tile.entriesPath()
                        + " does not fit its hash in " + tile.path());
            }
            edge.append(leaf, this::compare);
        }
    }

    private void compare(Tile tile, byte[] computed) {
        try {
            byte[] stored = log.hashes(tile);
            if (!Arrays.equals(stored, computed)) {
                int place = Arrays.mismatch(stored, computed) / Hash.SIZE;
                throw DAMAGED.with("hash " + place + " in " + tile.path() + " does not fit the tile below it");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
