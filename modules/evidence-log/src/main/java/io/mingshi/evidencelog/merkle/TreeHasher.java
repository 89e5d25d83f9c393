package io.mingshi.evidencelog.merkle;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;

/// Hashes leaves and nodes as [RFC 6962, 2.1](https://www.rfc-editor.org/rfc/rfc6962#section-2.1) says; for one
/// thread.
///
/// A leaf and a node start with different bytes, so that nobody can pass a node off as an entry.
public final class TreeHasher {
    private static final byte LEAF = 0;
    private static final byte NODE = 1;

    private final MessageDigest digest;
    private final byte[] node = new byte[1 + 2 * Hash.SIZE];

    /// A hasher of its own; it holds no state between calls.
    public TreeHasher() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
        node[0] = NODE;
    }

    /// The root of a tree without leaves.
    public Hash empty() {
        return Hash.of(digest.digest());
    }

    /// The hash of an entry.
    public Hash leaf(byte[] entry) {
        return leaf(entry, 0, entry.length);
    }

    /// The hash of an entry that is a part of an array.
    public Hash leaf(byte[] bytes, int offset, int length) {
        digest.update(LEAF);
        digest.update(bytes, offset, length);
        return Hash.of(digest.digest());
    }

    /// The hash of the node above two others.
    public Hash node(Hash left, Hash right) {
        left.copyTo(node, 1);
        right.copyTo(node, 1 + Hash.SIZE);
        return Hash.of(digest.digest(node));
    }

    /// The root of the perfect subtree above hashes that lie side by side in a tile.
    ///
    /// @param width how many there are, a power of two
    Hash perfect(byte[] tile, int first, int width) {
        byte[] row = new byte[width * Hash.SIZE];
        System.arraycopy(tile, first * Hash.SIZE, row, 0, row.length);
        for (int left = width; left > 1; left /= 2) {
            for (int i = 0; i < left; i += 2) {
                System.arraycopy(row, i * Hash.SIZE, node, 1, 2 * Hash.SIZE);
                byte[] parent = digest.digest(node);
                System.arraycopy(parent, 0, row, i / 2 * Hash.SIZE, Hash.SIZE);
            }
        }
        return Hash.at(row, 0);
    }

    /// The root above perfect subtrees that stand side by side, the largest first; of none, the empty root.
    Hash fold(List<Hash> subtrees) {
        if (subtrees.isEmpty()) {
            return empty();
        }
        Hash root = subtrees.getLast();
        for (int i = subtrees.size() - 2; i >= 0; i--) {
            root = node(subtrees.get(i), root);
        }
        return root;
    }
}
