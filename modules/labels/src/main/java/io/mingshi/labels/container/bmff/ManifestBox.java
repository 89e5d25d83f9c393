package io.mingshi.labels.container.bmff;

import static io.mingshi.labels.LabelException.Code.MALFORMED;
import static io.mingshi.labels.LabelException.Code.TOO_LARGE;

import io.mingshi.labels.container.Bytes;
import io.mingshi.labels.container.ManifestHost;
import io.mingshi.labels.source.Source;
import io.mingshi.labels.source.Splice;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/// The `uuid` box of a C2PA manifest store (C2PA 2.2, A.5): version and flags, a purpose that ends with zero, the
/// place of a Merkle box (none), the store.
final class ManifestBox {
    static final String UUID = "d8fec3d61b0e483c92975828877ec481";

    private static final String PURPOSE = "manifest\0";
    private static final int LONGEST_PURPOSE = 64;
    private static final int MERKLE_OFFSET = 8;

    private ManifestBox() {}

    static Optional<ManifestHost.Found> find(Source file) throws IOException {
        for (Box box : BmffBoxes.topLevel(file)) {
            if (box.isUuid(UUID) && purpose(file, box).equals(PURPOSE)) {
                long start = box.content() + 4 + PURPOSE.length() + MERKLE_OFFSET;
                long length = box.end() - start;
                if (length > ManifestHost.LONGEST_STORE) {
                    throw TOO_LARGE.with("the manifest store is longer than " + ManifestHost.LONGEST_STORE + " bytes");
                }
                if (length < 0) {
                    throw MALFORMED.with("the box of the manifest store is cut short");
                }
                Splice store = Splice.builder().copy(file, start, length).build();
                return Optional.of(new ManifestHost.Found(store, List.of()));
            }
        }
        return Optional.empty();
    }

    private static String purpose(Source file, Box box) throws IOException {
        int length = (int) Math.min(LONGEST_PURPOSE, Math.max(0, box.end() - box.content() - 4));
        if (length == 0) {
            return "";
        }
        String text = Bytes.latin1(file.bytes(box.content() + 4, length), 0, length);
        return text.substring(0, text.indexOf('\0') + 1);
    }

    static ManifestHost.Hosted host(Source file, byte[] store) throws IOException {
        List<Box> topLevel = BmffBoxes.topLevel(file);
        BoxEdits edits = new BoxEdits(file);
        for (Box box : topLevel) {
            if (box.isUuid(UUID)) {
                edits.remove(Node.top(box));
            }
        }
        Box type = topLevel.stream()
                .filter(box -> box.is("ftyp"))
                .findFirst()
                .orElseThrow(() ->
                        MALFORMED.with("the file does not say its type (ftyp), without which a manifest has no place"));
        edits.replace(Optional.empty(), type.end(), type.end(), box(store));
        AbsolutePlaces.correct(file, topLevel, edits);
        return new ManifestHost.Hosted(edits.apply(), List.of());
    }

    private static byte[] box(byte[] store) {
        return Boxed.box(
                "uuid",
                HexFormat.of().parseHex(UUID),
                Boxed.u32(0),
                PURPOSE.getBytes(StandardCharsets.US_ASCII),
                new byte[MERKLE_OFFSET],
                store);
    }
}
