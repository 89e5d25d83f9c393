package io.mingshi.evidencelog.merkle;

import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;

/// The definitions of RFC 6962, 2.1 written down as they stand: slow, and obviously right.
final class NaiveTree {
    private NaiveTree() {}

    static Hash root(List<byte[]> entries) {
        if (entries.isEmpty()) {
            return sha256();
        }
        if (entries.size() == 1) {
            return sha256(new byte[] {0}, entries.getFirst());
        }
        int split = split(entries.size());
        return sha256(
                new byte[] {1},
                root(entries.subList(0, split)).bytes(),
                root(entries.subList(split, entries.size())).bytes());
    }

    static List<Hash> path(int index, List<byte[]> entries) {
        if (entries.size() == 1) {
            return List.of();
        }
        int split = split(entries.size());
        List<byte[]> left = entries.subList(0, split);
        List<byte[]> right = entries.subList(split, entries.size());
        return index < split ? with(path(index, left), root(right)) : with(path(index - split, right), root(left));
    }

    static List<Hash> consistency(int old, List<byte[]> entries) {
        return old == 0 ? List.of() : subProof(old, entries, true);
    }

    private static List<Hash> subProof(int old, List<byte[]> entries, boolean whole) {
        if (old == entries.size()) {
            return whole ? List.of() : List.of(root(entries));
        }
        int split = split(entries.size());
        List<byte[]> left = entries.subList(0, split);
        List<byte[]> right = entries.subList(split, entries.size());
        return old <= split
                ? with(subProof(old, left, whole), root(right))
                : with(subProof(old - split, right, false), root(left));
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
