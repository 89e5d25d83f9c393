package io.mingshi.labels.container.image;

import static io.mingshi.labels.LabelException.Code.MALFORMED;
import static io.mingshi.labels.LabelException.Code.TOO_LARGE;

import io.mingshi.labels.container.Bytes;
import io.mingshi.labels.container.ManifestHost;
import io.mingshi.labels.source.Source;
import io.mingshi.labels.source.Splice;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32;

/// The `caBX` chunk of PNG (C2PA 2.2 annex A.3.2), which stands right behind the header.
public final class PngManifest implements ManifestHost {
    private static final byte[] SIGNATURE = Bytes.latin1("\u0089PNG\r\n\u001A\n");
    private static final String CHUNK = "caBX";

    /// Length and type in front of the data.
    private static final int HEAD = 8;

    /// Length, type and checksum.
    private static final int FRAME = 12;

    /// The end of the header chunk, which has a fixed length.
    private static final int AFTER_HEADER = 33;

    /// A picture needs tens of chunks; large IDAT sequences thousands.
    private static final int MAX_CHUNKS = 100_000;

    /// PNG as it is.
    public PngManifest() {}

    /// The chunks that hold a store, each whole.
    private static List<Range> chunks(Source file) throws IOException {
        requireHeader(file);
        List<Range> found = new ArrayList<>();
        int count = 0;
        for (long at = SIGNATURE.length; at + FRAME <= file.size(); ) {
            byte[] head = file.bytes(at, HEAD);
            long length = FRAME + Bytes.u32(head, 0);
            if (length > file.size() - at || ++count > MAX_CHUNKS) {
                break;
            }
            String type = Bytes.latin1(head, 4, 4);
            if (type.equals(CHUNK)) {
                found.add(new Range(at, length));
            } else if (type.equals("IEND")) {
                return found;
            }
            at += length;
        }
        throw MALFORMED.with("the PNG file ends before its IEND chunk, or has too many chunks");
    }

    private static void requireHeader(Source file) throws IOException {
        boolean sound = file.size() > AFTER_HEADER
                && Arrays.equals(file.bytes(0, SIGNATURE.length), SIGNATURE)
                && Bytes.latin1(file.bytes(SIGNATURE.length, HEAD), 0, HEAD).equals("\0\0\0\rIHDR");
        if (!sound) {
            throw MALFORMED.with("the file does not start like a PNG file");
        }
    }

    @Override
    public Optional<Found> find(Source file) throws IOException {
        List<Range> chunks = chunks(file);
        if (chunks.isEmpty()) {
            return Optional.empty();
        }
        Range chunk = chunks.getFirst();
        if (chunks.size() > 1) {
            throw MALFORMED.with("the PNG file has more than one manifest store");
        }
        if (chunk.length() > LONGEST_STORE) {
            throw TOO_LARGE.with("the manifest store of the PNG file is too large");
        }
        Source store = Splice.builder()
                .copy(file, chunk.start() + HEAD, chunk.length() - FRAME)
                .build();
        return Optional.of(new Found(store, chunks));
    }

    @Override
    public Hosted host(Source file, byte[] store) throws IOException {
        List<Range> old = chunks(file);
        byte[] chunk = chunk(store);
        Splice.Builder out = Splice.builder().copy(file, 0, AFTER_HEADER).insert(chunk);
        long at = AFTER_HEADER;
        for (Range range : old) {
            out.copy(file, at, range.start() - at);
            at = range.start() + range.length();
        }
        Source hosted = out.copy(file, at, file.size() - at).build();
        return new Hosted(hosted, List.of(new Range(AFTER_HEADER, chunk.length)));
    }

    private static byte[] chunk(byte[] store) {
        ByteBuffer chunk = ByteBuffer.allocate(FRAME + store.length)
                .putInt(store.length)
                .put(Bytes.latin1(CHUNK))
                .put(store);
        CRC32 crc = new CRC32();
        crc.update(chunk.array(), 4, 4 + store.length);
        return chunk.putInt((int) crc.getValue()).array();
    }
}
