package io.mingshi.evidencelog;

import io.mingshi.evidencelog.merkle.Hash;
import io.mingshi.evidencelog.merkle.TreeHasher;

/// An entry with its leaf hash, on its way into the tree.
final class Leaf {
    private final byte[] entry;
    private final Hash hash;

    Leaf(byte[] entry, TreeHasher hasher) {
        this.entry = entry;
        this.hash = hasher.leaf(entry);
    }

    byte[] entry() {
        return entry;
    }

    Hash hash() {
        return hash;
    }
}
