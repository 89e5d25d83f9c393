package io.mingshi.labels.c2pa;

import com.upokecenter.cbor.CBORObject;
import io.mingshi.labels.container.ManifestHost.Range;
import io.mingshi.labels.source.Source;
import java.io.IOException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/// Binds a manifest to a file by a hash over all its bytes but the manifest (C2PA 2.2 section 18.5).
final class DataHash {
    static final String LABEL = "c2pa.hash.data";

    /// A number in CBOR takes 1 to 9 bytes; a range has two.
    private static final int GIVE = 2 * 8;

    /// From this length on, up to 255, the head of a byte string takes two bytes.
    private static final int LEAST_PAD = 24;

    private static final int MOST_RANGES = (255 - LEAST_PAD) / GIVE;

    private DataHash() {}

    /// The assertion, of the same length for the same number of ranges.
    static byte[] assertion(List<Range> excluded, byte[] hash) {
        if (excluded.size() > MOST_RANGES) {
            throw new IllegalArgumentException("a manifest stands in at most " + MOST_RANGES + " places of a file");
        }
        CBORObject ranges = CBORObject.NewArray();
        int shortest = 0;
        for (Range range : excluded) {
            ranges.Add(CBORObject.NewOrderedMap().Add("start", range.start()).Add("length", range.length()));
            shortest += size(range.start()) + size(range.length()) - 2;
        }
        return CBORObject.NewOrderedMap()
                .Add("exclusions", ranges)
                .Add("name", "jumbf manifest")
                .Add("alg", "sha256")
                .Add("hash", hash)
                .Add("pad", new byte[LEAST_PAD + excluded.size() * GIVE - shortest])
                .EncodeToBytes();
    }

    private static int size(long number) {
        return CBORObject.FromObject(number).EncodeToBytes().length;
    }

    /// The ranges in order, with those that touch made one.
    static List<Range> merged(List<Range> ranges) {
        List<Range> merged = new ArrayList<>();
        for (Range range :
                ranges.stream().sorted(Comparator.comparingLong(Range::start)).toList()) {
            if (merged.isEmpty() || end(merged.getLast()) < range.start()) {
                merged.add(range);
            } else {
                Range last = merged.removeLast();
                merged.add(new Range(last.start(), Math.max(end(last), end(range)) - last.start()));
            }
        }
        return merged;
    }

    private static long end(Range range) {
        return range.start() + range.length();
    }

    /// @param excluded merged ranges inside the file
    static byte[] hash(Source file, List<Range> excluded, HashAlgorithm algorithm) throws IOException {
        MessageDigest digest = algorithm.digest();
        long at = 0;
        for (Range range : excluded) {
            file.digest(at, range.start() - at, digest);
            at = end(range);
        }
        file.digest(at, file.size() - at, digest);
        return digest.digest();
    }

    /// Refuses an assertion that is not about this file.
    ///
    /// @param manifest where the manifest stands
    static void check(CBORObject assertion, List<Range> manifest, Source file, HashAlgorithm usual)
            throws Faulty, IOException {
        List<Range> excluded = new ArrayList<>();
        for (CBORObject range : Cbor.list(Cbor.member(assertion, "exclusions"))) {
            excluded.add(inside(file, Cbor.member(range, "start"), Cbor.member(range, "length")));
        }
        excluded = merged(excluded);
        List<Range> places = merged(manifest);
        if (!excluded.stream().allMatch(range -> lies(range, places))) {
            throw Faulty.unread("the hash of the manifest leaves out more of the file than the manifest");
        }
        String algorithm = Cbor.text(Cbor.member(assertion, "alg"), "");
        HashAlgorithm named = algorithm.isEmpty() ? usual : HashAlgorithm.named(algorithm);
        if (!Arrays.equals(hash(file, excluded, named), Cbor.bytes(Cbor.member(assertion, "hash")))) {
            throw Faulty.broken("the file was changed after it was signed");
        }
    }

    private static Range inside(Source file, CBORObject start, CBORObject length) throws Faulty {
        Range range = new Range(Cbor.count(start), Cbor.count(length));
        if (range.start() < 0 || range.length() < 0 || range.length() > file.size() - range.start()) {
            throw Faulty.broken("the manifest leaves out bytes that the file does not have");
        }
        return range;
    }

    private static boolean lies(Range range, List<Range> places) {
        return range.length() == 0
                || places.stream().anyMatch(place -> place.start() <= range.start() && end(range) <= end(place));
    }
}
