package io.mingshi.evidencelog;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.mingshi.evidencelog.merkle.CompactRange;
import io.mingshi.evidencelog.merkle.Hash;
import io.mingshi.evidencelog.merkle.Tile;
import io.mingshi.evidencelog.merkle.TileTree;
import io.mingshi.evidencelog.merkle.TreeHasher;
import io.mingshi.evidencelog.note.Checkpoint;
import io.mingshi.evidencelog.note.SignerKey;
import io.mingshi.evidencelog.proof.LogProof;
import io.mingshi.evidencelog.proof.Policy;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/// A tree of 10^9 entries that are all the same, so that all hashes of a level of tiles are one: its proofs are as
/// long as any, and true.
final class BillionLeaves {
    static final long SIZE = 1_000_000_000L;

    private static final byte[] ENTRY = "the same entry".getBytes(UTF_8);

    private final SignerKey key;
    private final List<Hash> levels = new ArrayList<>();

    BillionLeaves(SignerKey key) {
        this.key = key;
        levels.add(new TreeHasher().leaf(ENTRY));
        while (levels.size() <= Tile.MAX_LEVEL) {
            CompactRange tile = new CompactRange();
            Collections.nCopies(Tile.FULL, levels.getLast()).forEach(tile::append);
            levels.add(tile.root());
        }
    }

    LogProof proof(long index) throws IOException {
        TileTree tree = new TileTree(this::hashes, SIZE);
        return LogProof.of(
                tree.inclusion(index), key.sign(new Checkpoint(key.verifier().name(), SIZE, tree.root())));
    }

    void verify(LogProof proof) {
        Policy.of(key.verifier()).verify(proof, levels.getFirst());
    }

    private byte[] hashes(Tile tile) {
        byte[] hashes = new byte[tile.width() * Hash.SIZE];
        for (int i = 0; i < tile.width(); i++) {
            System.arraycopy(levels.get(tile.level()).bytes(), 0, hashes, i * Hash.SIZE, Hash.SIZE);
        }
        return hashes;
    }
}
