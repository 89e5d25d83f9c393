package io.mingshi.evidencelog.merkle;

import java.util.ArrayList;
import java.util.List;

/// The least that must be remembered of a tree to go on appending to it: the roots of its perfect subtrees.
///
/// A tree of `n` leaves needs as many hashes as `n` has ones in binary, 63 at most.
public final class CompactRange {
    private final TreeHasher hasher = new TreeHasher();
    private final List<Hash> subtrees = new ArrayList<>();
    private long size;

    /// The number of leaves.
    public long size() {
        return size;
    }

    /// Adds a leaf.
    ///
    /// @param leaf the leaf's hash, not the entry
    public void append(Hash leaf) {
        Hash subtree = leaf;
        for (long full = size; (full & 1) == 1; full >>= 1) {
            subtree = hasher.node(subtrees.removeLast(), subtree);
        }
        subtrees.add(subtree);
        size++;
    }

    /// The root of the tree as it is now.
    public Hash root() {
        return hasher.fold(subtrees);
    }

    /// The roots of the perfect subtrees, the largest first.
    public List<Hash> subtrees() {
        return List.copyOf(subtrees);
    }
}
