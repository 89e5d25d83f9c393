package io.mingshi.evidencelog.merkle;

import java.util.List;

/// Shows that a tree is an earlier tree with leaves appended, and nothing else changed.
///
/// @param oldSize leaves of the earlier tree
/// @param newSize leaves of the later one
/// @param hashes as RFC 6962, 2.1.2 orders them; none if the earlier tree is empty or both are of one size
public record ConsistencyProof(long oldSize, long newSize, List<Hash> hashes) {
    /// A proof of whatever sizes: only [#verifies] tells whether it fits.
    public ConsistencyProof {
        hashes = List.copyOf(hashes);
    }

    /// Whether the tree with the old root grew into the one with the new root.
    public boolean verifies(Hash oldRoot, Hash newRoot) {
        if (oldSize < 0 || oldSize > newSize) {
            return false;
        }
        if (oldSize == 0) {
            return hashes.isEmpty() && oldRoot.equals(new TreeHasher().empty());
        }
        if (oldSize == newSize) {
            return hashes.isEmpty() && oldRoot.equals(newRoot);
        }
        return climbs(oldRoot, newRoot);
    }

    private boolean climbs(Hash oldRoot, Hash newRoot) {
        int risen = Long.numberOfTrailingZeros(oldSize);
        long node = (oldSize - 1) >> risen;
        long last = (newSize - 1) >> risen;
        // An old tree that is one perfect subtree is its own start, and is not repeated in the proof.
        int next = node == 0 ? 0 : 1;
        if (hashes.isEmpty()) {
            return false;
        }
        TreeHasher hasher = new TreeHasher();
        Hash before = node == 0 ? oldRoot : hashes.getFirst();
        Hash after = before;
        for (Hash sibling : hashes.subList(next, hashes.size())) {
            if (last == 0) {
                return false;
            }
            if ((node & 1) == 1 || node == last) {
                before = hasher.node(sibling, before);
                after = hasher.node(sibling, after);
                int skipped = Long.numberOfTrailingZeros(node);
                node >>= skipped;
                last >>= skipped;
            } else {
                after = hasher.node(after, sibling);
            }
            node >>= 1;
            last >>= 1;
        }
        return last == 0 && before.equals(oldRoot) && after.equals(newRoot);
    }
}
