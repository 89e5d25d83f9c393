package io.mingshi.evidencelog.merkle;

import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The definitions of RFC 6962, 2.1 written down as they stand, and remembering what was computed: obviously
/// right.
final class NaiveTree {
    private record Range(int low, int high) {}

    private final List<byte[]> entries;
    private final Map<Range, Hash> roots = new HashMap<>();

    NaiveTree(List<byte[]> entries) {
        this.entries = entries;
    }

    Hash root(int size) {
        return root(0, size);
    }

    List<Hash> path(int index, int size) {
        return path(index, 0, size);
    }

    List<Hash> consistency(int old, int size) {
        return old == 0 ? List.of() : subProof(old, 0, size, true);
    }

    private Hash root(int low, int high) {
        if (low == high) {
            return sha256();
        }
        Hash known = roots.get(new Range(low, high));
        if (known == null) {
            known = computed(low, high);
            roots.put(new Range(low, high), known);
        }
        return known;
    }

    private Hash computed(int low, int high) {
        if (high - low == 1) {
            return sha256(new byte[] {0}, entries.get(low));
        }
        int split = low + split(high - low);
        return sha256(
                new byte[] {1}, root(low, split).bytes(), root(split, high).bytes());
    }

    private List<Hash> path(int index, int low, int high) {
        if (high - low == 1) {
            return List.of();
        }
        int split = low + split(high - low);
        return index < split
                ? with(path(index, low, split), root(split, high))
                : with(path(index, split, high), root(low, split));
    }

    private List<Hash> subProof(int old, int low, int high, boolean whole) {
        if (old == high) {
            return whole ? List.of() : List.of(root(low, high));
        }
        int split = low + split(high - low);
        return old <= split
                ? with(subProof(old, low, split, whole), root(split, high))
                : with(subProof(old, split, high, false), root(low, split));
    }

    private static List<Hash> with(List<Hash> hashes, Hash last) {
        List<Hash> all = new ArrayList<>(hashes);
        all.add(last);
        return all;
    }

    private static int split(int size) {
        int split = 1;
        while (split * 2 < size) {
            split *= 2;
        }
        return split;
    }

    private static Hash sha256(byte[]... parts) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (byte[] part : parts) {
                digest.update(part);
            }
            return Hash.of(digest.digest());
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}
