package io.mingshi.labels.container.image;

import io.mingshi.labels.container.Sightings;
import io.mingshi.labels.source.Source;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.zip.CRC32;

/// The chunks of a PNG file up to and with its IEND chunk (W3C PNG third edition, section 5).
final class PngChunks {
    static final int SIGNATURE = 8;

    /// A picture needs tens of chunks; large IDAT sequences thousands.
    private static final int MAX_CHUNKS = 100_000;

    private static final Pattern TYPE = Pattern.compile("[A-Za-z]{4}");
    private static final int BUFFER = 1 << 16;

    private final Source file;
    private final Sightings sightings;
    private final List<Chunk> chunks = new ArrayList<>();
    private final byte[] buffer;
    private long end;

    /// @param start of its data
    /// @param length of its data
    record Chunk(String type, long start, int length) {
        /// Where its length field stands.
        long from() {
            return start - 8;
        }

        /// With length, type and checksum.
        long whole() {
            return length + 12L;
        }
    }

    private PngChunks(Source file, Sightings sightings) {
        this.file = file;
        this.sightings = sightings;
        this.buffer = new byte[(int) Math.min(BUFFER, file.size())];
    }

    /// Reads the chunks as far as they are sound; what is wrong is told to the sightings.
    static PngChunks read(Source file, Sightings sightings) throws IOException {
        PngChunks chunks = new PngChunks(file, sightings);
        chunks.read();
        return chunks;
    }

    private void read() throws IOException {
        Cursor cursor = new Cursor(file);
        if (!cursor.reads(0, "\u0089PNG\r\n\u001A\n")) {
            sightings.flaw("the file does not begin as PNG does");
            return;
        }
        long at = SIGNATURE;
        while (cursor.has(at, 12)) {
            long length = cursor.u32(at);
            String type = cursor.latin1(at + 4, 4);
            if (!cursor.has(at + 12, length)) {
                break;
            }
            boolean first = chunks.isEmpty();
            if (!TYPE.matcher(type).matches()
                    || first != type.equals("IHDR")
                    || length > Integer.MAX_VALUE - 12
                    || chunks.size() >= MAX_CHUNKS) {
                sightings.flaw("the PNG chunks are not in order at byte " + at);
                return;
            }
            if (checksum(at + 4, length + 4) != cursor.u32(at + 8 + length)) {
                sightings.flaw("the PNG chunk at byte " + at + " has a wrong checksum");
            }
            chunks.add(new Chunk(type, at + 8, (int) length));
            at += length + 12;
            if (type.equals("IEND")) {
                end = at;
                requirePicture(cursor);
                return;
            }
        }
        sightings.flaw("the PNG file ends before its IEND chunk");
    }

    private long checksum(long from, long length) throws IOException {
        CRC32 crc = new CRC32();
        for (long at = from; at < from + length; ) {
            int part = (int) Math.min(buffer.length, from + length - at);
            file.read(at, ByteBuffer.wrap(buffer, 0, part));
            crc.update(buffer, 0, part);
            at += part;
        }
        return crc.getValue();
    }

    private void requirePicture(Cursor cursor) throws IOException {
        Chunk header = chunks.getFirst();
        if (header.length != 13
                || cursor.u32(header.start) == 0
                || cursor.u32(header.start + 4) == 0
                || chunks.stream().noneMatch(chunk -> chunk.type.equals("IDAT"))) {
            sightings.flaw("the PNG file holds no picture");
        }
    }

    /// In file order.
    List<Chunk> chunks() {
        return chunks;
    }

    /// The first byte behind the picture; 0 if its end was not found.
    long end() {
        return end;
    }

    /// The data of a chunk that the caller knows to be small.
    byte[] data(Chunk chunk) throws IOException {
        return file.bytes(chunk.start, chunk.length);
    }
}
