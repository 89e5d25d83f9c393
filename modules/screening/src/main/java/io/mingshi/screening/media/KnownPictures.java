package io.mingshi.screening.media;

import io.mingshi.labels.fingerprint.PictureFingerprint;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Many fingerprints, in which the nearest to a given one is found without comparing all; immutable.
///
/// Fingerprints are cut into 16 pieces of 16 bits. When two differ in at most 31 bits, they differ in at most one
/// bit of some piece, so that 17 buckets of each piece hold every candidate: among a million that is about 4,000
/// comparisons. It takes 100 bytes a fingerprint.
public final class KnownPictures {
    /// The largest distance that can be asked for: what the authors of PDQ take for the same picture.
    public static final int FURTHEST = PictureFingerprint.SAME;

    private static final int WORDS = PictureFingerprint.BITS / Long.SIZE;
    private static final int PIECES = 16;
    private static final int PIECE_BITS = 16;
    private static final int BUCKETS = 1 << PIECE_BITS;

    private final long[] words;
    private final Origin[] origins;
    private final int[][] starts = new int[PIECES][];
    private final int[][] members = new int[PIECES][];

    /// Where a fingerprint comes from, and what it means.
    public record Origin(String rule, String category) {}

    /// @param distance in how many bits the two differ
    public record Match(Origin origin, int distance) {}

    private KnownPictures(long[] words, Origin[] origins) {
        this.words = words;
        this.origins = origins;
        for (int piece = 0; piece < PIECES; piece++) {
            index(piece);
        }
    }

    /// Collects fingerprints.
    public static final class Collection {
        private final List<Origin> origins = new ArrayList<>();
        private long[] words = new long[WORDS];

        public Collection add(PictureFingerprint fingerprint, Origin origin) {
            int at = origins.size() * WORDS;
            if (at + WORDS > words.length) {
                words = Arrays.copyOf(words, 2 * words.length);
            }
            words[at] = fingerprint.first();
            words[at + 1] = fingerprint.second();
            words[at + 2] = fingerprint.third();
            words[at + 3] = fingerprint.fourth();
            origins.add(origin);
            return this;
        }

        public KnownPictures indexed() {
            return new KnownPictures(Arrays.copyOf(words, origins.size() * WORDS), origins.toArray(Origin[]::new));
        }
    }

    public int size() {
        return origins.length;
    }

    /// The nearest that differs in at most `distance` bits.
    ///
    /// @param distance 0 to [#FURTHEST]
    public Optional<Match> nearest(PictureFingerprint fingerprint, int distance) {
        if (distance < 0 || distance > FURTHEST) {
            throw new IllegalArgumentException("a distance is from 0 to " + FURTHEST + ", not " + distance);
        }
        long[] wanted = {fingerprint.first(), fingerprint.second(), fingerprint.third(), fingerprint.fourth()};
        int best = distance + 1;
        int found = -1;
        for (int piece = 0; piece < PIECES; piece++) {
            int exact = piece(wanted, 0, piece);
            for (int change = -1; change < PIECE_BITS; change++) {
                int bucket = change < 0 ? exact : exact ^ (1 << change);
                for (int i = starts[piece][bucket]; i < starts[piece][bucket + 1]; i++) {
                    int away = distance(wanted, members[piece][i]);
                    if (away < best) {
                        best = away;
                        found = members[piece][i];
                    }
                }
            }
        }
        return found < 0 ? Optional.empty() : Optional.of(new Match(origins[found], best));
    }

    private int distance(long[] wanted, int picture) {
        int bits = 0;
        for (int word = 0; word < WORDS; word++) {
            bits += Long.bitCount(wanted[word] ^ words[picture * WORDS + word]);
        }
        return bits;
    }

    /// Sorts all pictures by this piece of theirs: counts each bucket, then fills it.
    private void index(int piece) {
        int[] start = new int[BUCKETS + 1];
        for (int picture = 0; picture < origins.length; picture++) {
            start[piece(words, picture, piece) + 1]++;
        }
        Arrays.parallelPrefix(start, Integer::sum);
        int[] member = new int[origins.length];
        int[] next = Arrays.copyOf(start, BUCKETS);
        for (int picture = 0; picture < origins.length; picture++) {
            member[next[piece(words, picture, piece)]++] = picture;
        }
        starts[piece] = start;
        members[piece] = member;
    }

    private static int piece(long[] words, int picture, int piece) {
        int perWord = PIECES / WORDS;
        long word = words[picture * WORDS + piece / perWord];
        int shift = piece % perWord * PIECE_BITS;
        return (int) (word >>> shift) & (BUCKETS - 1);
    }
}
