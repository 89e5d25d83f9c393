package io.mingshi.evidencelog.merkle;

import java.util.List;
import java.util.Optional;

/// Shows that a leaf is at an index of a tree.
///
/// @param index of the leaf, from 0
/// @param size of the tree
/// @param hashes from the leaf's sibling up to the child of the root
public record InclusionProof(long index, long size, List<Hash> hashes) {
    /// A proof of whatever sizes: only [#root] tells whether it fits.
    public InclusionProof {
        hashes = List.copyOf(hashes);
    }

    /// The root that the tree must have if the leaf is there; nothing if the proof has not the form for its
    /// index and size.
    public Optional<Hash> root(Hash leaf) {
        if (index < 0 || index >= size) {
            return Optional.empty();
        }
        TreeHasher hasher = new TreeHasher();
        Hash hash = leaf;
        long node = index;
        long last = size - 1;
        for (Hash sibling : hashes) {
            if (last == 0) {
                return Optional.empty();
            }
            if ((node & 1) == 1 || node == last) {
                hash = hasher.node(sibling, hash);
                // On the right edge a node without a sibling rises unchanged until it has one on its left.
                int risen = Long.numberOfTrailingZeros(node);
                node >>= risen;
                last >>= risen;
            } else {
                hash = hasher.node(hash, sibling);
            }
            node >>= 1;
            last >>= 1;
        }
        return last == 0 ? Optional.of(hash) : Optional.empty();
    }

    /// Whether the leaf is in the tree with this root.
    public boolean verifies(Hash leaf, Hash root) {
        return root(leaf).filter(root::equals).isPresent();
    }
}
