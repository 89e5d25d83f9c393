package io.mingshi.labels.container.document;

import static io.mingshi.labels.LabelException.Code.TOO_LARGE;

import io.mingshi.labels.container.Bytes;
import io.mingshi.labels.source.Source;
import io.mingshi.labels.source.Splice;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/// A ZIP archive that is put together from entries of another and new ones (APPNOTE.TXT 4.3).
final class ZipAssembly {
    private static final int OFFSET_IN_RECORD = 42;
    private static final short VERSION = 20;

    /// Midnight of 1980-01-01, the first day that the format knows, so that the same input gives the same output.
    private static final short FIRST_DAY = 0x21;

    private final Splice.Builder out = Splice.builder();

    /// The records of the directory, in the order that they are to have there.
    private final Map<Integer, byte[]> records = new TreeMap<>();

    ZipAssembly() {}

    /// Passes on bytes that belong to no entry.
    void copy(Source file, long start, long length) {
        out.copy(file, start, length);
    }

    /// Passes on an entry as it is.
    ///
    /// @param record its record in the old directory
    void copy(int order, byte[] record, Source file, long start, long length) {
        ByteBuffer.wrap(record).order(ByteOrder.LITTLE_ENDIAN).putInt(OFFSET_IN_RECORD, offset(out.length()));
        records.put(order, record);
        out.copy(file, start, length);
    }

    private static int offset(long start) {
        if (start >= 0xFFFF_FFFFL) {
            throw TOO_LARGE.with("the Office file would have more than 4 GiB");
        }
        return (int) start;
    }

    /// Adds a new entry.
    void add(int order, String name, byte[] content) {
        byte[] letters = Bytes.latin1(name);
        byte[] deflated = deflated(content);
        byte[] common = common(letters, content, deflated.length);
        records.put(
                order,
                ByteBuffer.allocate(OfficePackage.CENTRAL_HEADER + letters.length)
                        .order(ByteOrder.LITTLE_ENDIAN)
                        .putInt(0x02014B50)
                        .putShort(VERSION)
                        .put(common)
                        .put(new byte[10])
                        .putInt(offset(out.length()))
                        .put(letters)
                        .array());
        out.insert(ByteBuffer.allocate(OfficePackage.LOCAL_HEADER + letters.length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(0x04034B50)
                .put(common)
                .put(letters)
                .array());
        out.insert(deflated);
    }

    /// What header and record have in common.
    private static byte[] common(byte[] letters, byte[] content, int deflated) {
        CRC32 crc = new CRC32();
        crc.update(content);
        return ByteBuffer.allocate(26)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putShort(VERSION)
                .putShort((short) 0)
                .putShort((short) OfficePackage.DEFLATED)
                .putShort((short) 0)
                .putShort(FIRST_DAY)
                .putInt((int) crc.getValue())
                .putInt(deflated)
                .putInt(content.length)
                .putShort((short) letters.length)
                .putShort((short) 0)
                .array();
    }

    private static byte[] deflated(byte[] content) {
        Deflater deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, true);
        try {
            deflater.setInput(content);
            deflater.finish();
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            byte[] buffer = new byte[8192];
            while (!deflater.finished()) {
                out.write(buffer, 0, deflater.deflate(buffer));
            }
            return out.toByteArray();
        } finally {
            deflater.end();
        }
    }

    /// Appends the directory.
    Source finish(byte[] comment) {
        long start = out.length();
        records.values().forEach(out::insert);
        byte[] end = ByteBuffer.allocate(OfficePackage.END_RECORD + comment.length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(0x06054B50)
                .putInt(0)
                .putShort((short) records.size())
                .putShort((short) records.size())
                .putInt((int) (out.length() - start))
                .putInt(offset(start))
                .putShort((short) comment.length)
                .put(comment)
                .array();
        return out.insert(end).build();
    }
}
