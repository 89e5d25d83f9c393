package io.mingshi.labels.container.image;

import io.mingshi.labels.container.Bytes;
import io.mingshi.labels.container.Sightings;
import io.mingshi.labels.container.Size;
import io.mingshi.labels.source.Source;
import io.mingshi.labels.source.Splice;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The chunks of a WebP file (RFC 9649, section 2).
final class WebpChunks {
    static final String EXTENDED = "VP8X";
    static final String LOSSY = "VP8 ";
    static final String LOSSLESS = "VP8L";
    static final String FRAME = "ANMF";

    static final int XMP_FLAG = 0x04;
    static final int EXIF_FLAG = 0x08;
    static final int ALPHA_FLAG = 0x10;
    static final int ICC_FLAG = 0x20;

    static final int HEAD = 12;

    /// A still picture has fewer than ten; an animation one for each frame.
    private static final int MAX_CHUNKS = 100_000;

    private final Source file;
    private final Cursor cursor;
    private final Sightings sightings;
    private final List<Chunk> chunks = new ArrayList<>();
    private long end;

    /// @param start of its data
    record Chunk(String id, long start, long length) {
        /// Where its identifier stands.
        long from() {
            return start - 8;
        }

        /// The first byte behind it and its padding.
        long end() {
            return start + length + length % 2;
        }
    }

    private WebpChunks(Source file, Sightings sightings) {
        this.file = file;
        this.cursor = new Cursor(file);
        this.sightings = sightings;
    }

    /// Reads the chunks as far as they are sound; what is wrong is told to the sightings.
    static WebpChunks read(Source file, Sightings sightings) throws IOException {
        WebpChunks webp = new WebpChunks(file, sightings);
        webp.read();
        return webp;
    }

    private void read() throws IOException {
        if (!cursor.reads(0, "RIFF") || !cursor.reads(8, "WEBP")) {
            sightings.flaw("the file does not begin as WebP does");
            return;
        }
        end = cursor.u32le(4) + 8;
        if (end > file.size() || end % 2 != 0) {
            sightings.flaw("the WebP file has another length than its header states");
            end = Math.min(end, file.size());
        }
        for (long at = HEAD; at < end; ) {
            if (at + 8 > end || chunks.size() >= MAX_CHUNKS) {
                sightings.flaw("the WebP chunks are not in order at byte " + at);
                return;
            }
            Chunk chunk = new Chunk(cursor.latin1(at, 4), at + 8, cursor.u32le(at + 4));
            if (chunk.end() > end) {
                sightings.flaw("the WebP file ends inside a chunk");
                return;
            }
            chunks.add(chunk);
            at = chunk.end();
        }
        requirePicture();
    }

    private void requirePicture() throws IOException {
        boolean picture =
                find(LOSSY).or(() -> find(LOSSLESS)).or(() -> find(FRAME)).isPresent();
        String first = chunks.isEmpty() ? "" : chunks.getFirst().id;
        boolean order = List.of(EXTENDED, LOSSY, LOSSLESS).contains(first);
        if (!picture || !order || size().isEmpty()) {
            sightings.flaw("the WebP file holds no picture");
        }
    }

    /// In file order.
    List<Chunk> chunks() {
        return chunks;
    }

    /// The first byte behind the RIFF form.
    long end() {
        return end;
    }

    /// The first chunk of this kind.
    Optional<Chunk> find(String id) {
        return chunks.stream().filter(chunk -> chunk.id.equals(id)).findFirst();
    }

    byte[] data(Chunk chunk) throws IOException {
        return file.bytes(chunk.start, Math.toIntExact(chunk.length));
    }

    /// Width and height, if the first chunk states sound ones.
    Optional<Size> size() throws IOException {
        Optional<Chunk> first = chunks.stream().findFirst();
        if (first.isEmpty() || first.get().length < 10) {
            return first.isPresent() && first.get().id.equals(LOSSLESS) && first.get().length >= 5
                    ? lossless(first.get().start)
                    : Optional.empty();
        }
        long at = first.get().start;
        return switch (first.get().id) {
            case EXTENDED ->
                Optional.of(new Size(
                                (int) (cursor.u32le(at + 4) & 0xFFFFFF) + 1, (int) (cursor.u32le(at + 6) >> 8) + 1))
                        .filter(size -> size.pixels() <= 0xFFFFFFFFL);
            case LOSSLESS -> lossless(at);
            case LOSSY ->
                cursor.reads(at + 3, "\u009D\u0001*")
                        ? Optional.of(new Size(cursor.u16le(at + 6) & 0x3FFF, cursor.u16le(at + 8) & 0x3FFF))
                                .filter(size -> size.width() > 0 && size.height() > 0)
                        : Optional.empty();
            default -> Optional.empty();
        };
    }

    private Optional<Size> lossless(long at) throws IOException {
        if (cursor.u8(at) != 0x2F) {
            return Optional.empty();
        }
        long bits = cursor.u32le(at + 1);
        return Optional.of(new Size((int) (bits & 0x3FFF) + 1, (int) (bits >> 14 & 0x3FFF) + 1));
    }

    /// The content of the `VP8X` chunk that the file has or would have.
    byte[] extended() throws IOException {
        Optional<Chunk> there = find(EXTENDED);
        if (there.isPresent()) {
            return data(there.get());
        }
        Size size = size().orElseThrow();
        byte[] content = new byte[10];
        Optional<Chunk> lossless = find(LOSSLESS);
        if (lossless.isPresent() && (cursor.u8(lossless.get().start + 4) & 0x10) != 0) {
            content[0] = ALPHA_FLAG;
        }
        ByteBuffer.wrap(content)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(6, (size.height() - 1) << 8)
                .putShort(4, (short) (size.width() - 1));
        return content;
    }

    /// A chunk with its padding.
    static byte[] chunk(String id, byte[] content) {
        return ByteBuffer.allocate(8 + content.length + content.length % 2)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(Bytes.latin1(id))
                .putInt(content.length)
                .put(content)
                .array();
    }

    /// The chunks as a file.
    ///
    /// @return nothing if they are more than a RIFF file can hold
    static Optional<Source> file(Splice chunks) {
        if (chunks.size() + 4 > 0xFFFFFFFEL) {
            return Optional.empty();
        }
        byte[] head = ByteBuffer.allocate(HEAD)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(Bytes.latin1("RIFF"))
                .putInt((int) (chunks.size() + 4))
                .put(Bytes.latin1("WEBP"))
                .array();
        return Optional.of(
                Splice.builder().insert(head).copy(chunks, 0, chunks.size()).build());
    }
}
