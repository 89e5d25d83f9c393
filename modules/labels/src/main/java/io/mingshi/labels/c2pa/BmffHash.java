package io.mingshi.labels.c2pa;

import com.upokecenter.cbor.CBORObject;
import io.mingshi.labels.container.Bytes;
import io.mingshi.labels.source.Source;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;

/// Binds a manifest to a film of the MP4 family (C2PA 2.2 section 18.7): a hash over its outermost boxes, each behind
/// its place in the file, without those that the assertion names.
final class BmffHash {
    static final String LABEL = "c2pa.hash.bmff.v3";

    /// The version before is computed in the same way, as long as there is no Merkle tree.
    static final String LABEL_2 = "c2pa.hash.bmff.v2";

    /// The type of the `uuid` box that holds a manifest.
    private static final byte[] MANIFEST = HexFormat.of().parseHex("D8FEC3D61B0E483C92975828877EC481");

    /// A fragmented film of ten hours has some 36,000.
    private static final int MAX_BOXES = 200_000;

    private static final int HEAD = 8;
    private static final String UUID = "/uuid";

    /// What C2PA wants left out: its own boxes, and those that may change without changing the film.
    private static final Set<String> LEFT_OUT = Set.of(UUID, "/ftyp", "/mfra");

    /// What else may be left out and is neither seen nor heard.
    private static final Set<String> HARMLESS = Set.of("/ftyp", "/mfra", "/free", "/skip");

    /// What would leave out parts of a box, or some boxes of a type.
    private static final List<String> LIMITS = List.of("length", "subset", "version", "flags");

    /// @param type with a `/` in front, as exclusions name it
    private record Box(String type, long start, long length) {}

    private BmffHash() {}

    /// The assertion, always of the same length.
    static byte[] assertion(byte[] hash) {
        CBORObject manifest = CBORObject.NewOrderedMap().Add("offset", HEAD).Add("value", MANIFEST);
        CBORObject exclusions = CBORObject.NewArray()
                .Add(exclusion(UUID, CBORObject.NewArray().Add(manifest)))
                .Add(exclusion("/ftyp", CBORObject.Null))
                .Add(exclusion("/mfra", CBORObject.Null));
        return CBORObject.NewOrderedMap()
                .Add("exclusions", exclusions)
                .Add("alg", "sha256")
                .Add("hash", hash)
                .Add("name", "jumbf manifest")
                .EncodeToBytes();
    }

    private static CBORObject exclusion(String path, CBORObject data) {
        return CBORObject.NewOrderedMap()
                .Add("xpath", path)
                .Add("length", CBORObject.Null)
                .Add("data", data)
                .Add("subset", CBORObject.Null)
                .Add("version", CBORObject.Null)
                .Add("flags", CBORObject.Null)
                .Add("exact", CBORObject.Null);
    }

    /// The hash with the exclusions of [#assertion].
    static byte[] hash(Source file) throws IOException, Faulty {
        return hash(file, LEFT_OUT, HashAlgorithm.SHA256);
    }

    private static byte[] hash(Source file, Set<String> leftOut, HashAlgorithm algorithm) throws IOException, Faulty {
        MessageDigest digest = algorithm.digest();
        for (Box box : boxes(file)) {
            if (!isLeftOut(file, box, leftOut)) {
                digest.update(ByteBuffer.allocate(Long.BYTES).putLong(0, box.start));
                file.digest(box.start, box.length, digest);
            }
        }
        return digest.digest();
    }

    private static List<Box> boxes(Source file) throws IOException, Faulty {
        List<Box> boxes = new ArrayList<>();
        for (long at = 0; at < file.size(); at += boxes.getLast().length) {
            if (boxes.size() == MAX_BOXES) {
                throw Faulty.unread("the film has more than " + MAX_BOXES + " boxes");
            }
            boxes.add(box(file, at));
        }
        return boxes;
    }

    private static Box box(Source file, long at) throws IOException, Faulty {
        long left = file.size() - at;
        byte[] head = file.bytes(at, (int) Math.min(2L * HEAD, left));
        long length = left < HEAD ? -1 : Bytes.u32(head, 0);
        if (length == 1 && left >= 2 * HEAD) {
            length = ByteBuffer.wrap(head).getLong(HEAD);
        } else if (length == 0) {
            length = left;
        }
        if (length < HEAD || length > left) {
            throw Faulty.broken("the boxes of the film are not in order at byte " + at);
        }
        return new Box("/" + Bytes.latin1(head, 4, 4), at, length);
    }

    private static boolean isLeftOut(Source file, Box box, Set<String> leftOut) throws IOException {
        return leftOut.contains(box.type) && (!box.type.equals(UUID) || isManifest(file, box));
    }

    private static boolean isManifest(Source file, Box box) throws IOException {
        return box.length >= HEAD + MANIFEST.length
                && Arrays.equals(file.bytes(box.start + HEAD, MANIFEST.length), MANIFEST);
    }

    /// Refuses an assertion that is not about this file.
    static void check(CBORObject assertion, Source file, HashAlgorithm usual) throws Faulty, IOException {
        if (!Cbor.member(assertion, "merkle").isNull()) {
            throw Faulty.unread("the manifest of a fragmented film is not read");
        }
        String algorithm = Cbor.text(Cbor.member(assertion, "alg"), "");
        HashAlgorithm named = algorithm.isEmpty() ? usual : HashAlgorithm.named(algorithm);
        byte[] hash = hash(file, exclusions(assertion), named);
        if (!Arrays.equals(hash, Cbor.bytes(Cbor.member(assertion, "hash")))) {
            throw Faulty.broken("the file was changed after it was signed");
        }
    }

    private static Set<String> exclusions(CBORObject assertion) throws Faulty {
        Set<String> leftOut = new HashSet<>();
        for (CBORObject one : Cbor.list(Cbor.member(assertion, "exclusions"))) {
            String path = Cbor.text(Cbor.member(one, "xpath"), "");
            boolean wholeBoxes =
                    LIMITS.stream().allMatch(limit -> Cbor.member(one, limit).isNull());
            CBORObject data = Cbor.member(one, "data");
            boolean expected = path.equals(UUID) ? namesManifest(data) : HARMLESS.contains(path) && data.isNull();
            if (!wholeBoxes || !expected) {
                throw Faulty.unread("the manifest of the film leaves out boxes that may hold content");
            }
            leftOut.add(path);
        }
        return leftOut;
    }

    private static boolean namesManifest(CBORObject data) {
        List<CBORObject> matches = Cbor.list(data);
        return matches.size() == 1
                && Cbor.count(Cbor.member(matches.getFirst(), "offset")) == HEAD
                && Arrays.equals(Cbor.bytes(Cbor.member(matches.getFirst(), "value")), MANIFEST);
    }
}
