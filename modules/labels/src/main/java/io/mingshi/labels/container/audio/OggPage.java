package io.mingshi.labels.container.audio;

import io.mingshi.labels.container.Bytes;
import io.mingshi.labels.source.Source;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Optional;

/// One page of an OGG file (RFC 3533, section 6).
final class OggPage {
    static final int MOST_SEGMENTS = 255;
    static final int FULL_SEGMENT = 255;
    private static final int FIXED = 27;
    private static final int SEQUENCE = 18;
    private static final int CHECKSUM = 22;
    private static final int CONTINUED = 1;
    private static final int FIRST = 2;
    private static final int LAST = 4;
    private static final int POLYNOMIAL = 0x04C1_1DB7;
    private static final int[] CRC = crcTable();

    private final Source file;
    private final long start;
    private final byte[] header;
    private final int bodyLength;

    private OggPage(Source file, long start, byte[] header, int bodyLength) {
        this.file = file;
        this.start = start;
        this.header = header;
        this.bodyLength = bodyLength;
    }

    /// The page that starts here, if one does and the file holds all of it.
    static Optional<OggPage> at(Source file, long at) throws IOException {
        int most = (int) Math.min(FIXED + MOST_SEGMENTS, file.size() - at);
        if (most < FIXED) {
            return Optional.empty();
        }
        byte[] bytes = file.bytes(at, most);
        int length = FIXED + Bytes.u8(bytes, FIXED - 1);
        if (!Bytes.startsWith(bytes, 0, most, "OggS\0") || length > most) {
            return Optional.empty();
        }
        int body = 0;
        for (int i = FIXED; i < length; i++) {
            body += Bytes.u8(bytes, i);
        }
        return body > file.size() - at - length
                ? Optional.empty()
                : Optional.of(new OggPage(file, at, Arrays.copyOf(bytes, length), body));
    }

    boolean isContinued() {
        return (header[5] & CONTINUED) != 0;
    }

    boolean isFirst() {
        return (header[5] & FIRST) != 0;
    }

    boolean isLast() {
        return (header[5] & LAST) != 0;
    }

    int serial() {
        return (int) Bytes.u32le(header, 14);
    }

    int sequence() {
        return (int) Bytes.u32le(header, SEQUENCE);
    }

    int segments() {
        return header.length - FIXED;
    }

    /// The length of a part of a packet; less than 255 ends the packet.
    int segment(int index) {
        return Bytes.u8(header, FIXED + index);
    }

    long start() {
        return start;
    }

    long end() {
        return start + header.length + bodyLength;
    }

    Region body() {
        return new Region(file, start + header.length, bodyLength);
    }

    boolean isSound() throws IOException {
        return (int) Bytes.u32le(header, CHECKSUM) == checksum();
    }

    /// What its checksum should be.
    int checksum() throws IOException {
        return checksum(file.bytes(start, header.length + bodyLength));
    }

    /// The header of this page with another number. Its checksum follows from the old one alone, so that the body
    /// need not be read and a damaged page stays damaged.
    byte[] renumberedHeader(int sequence) {
        byte[] other = header.clone();
        ByteBuffer numbers = ByteBuffer.wrap(other).order(ByteOrder.LITTLE_ENDIAN);
        int change = Integer.reverseBytes(sequence ^ sequence());
        int difference = 0;
        for (int shift = 24; shift >= 0; shift -= 8) {
            difference = difference << 8 ^ CRC[difference >>> 24 ^ (change >>> shift & 0xFF)];
        }
        long behind = end() - start - CHECKSUM;
        numbers.putInt(SEQUENCE, sequence);
        numbers.putInt(CHECKSUM, numbers.getInt(CHECKSUM) ^ product(difference, power(behind)));
        return other;
    }

    /// What so many zero bytes multiply a checksum by: the power of the byte polynomial.
    private static int power(long bytes) {
        int result = 1;
        int square = 1 << 8;
        for (long left = bytes; left > 0; left >>= 1) {
            if ((left & 1) == 1) {
                result = product(result, square);
            }
            square = product(square, square);
        }
        return result;
    }

    /// The product of two polynomials over the field of two elements, modulo that of the checksum.
    private static int product(int a, int b) {
        int product = 0;
        for (int bit = 31; bit >= 0; bit--) {
            product = product < 0 ? product << 1 ^ POLYNOMIAL : product << 1;
            if ((b >>> bit & 1) == 1) {
                product ^= a;
            }
        }
        return product;
    }

    /// A new page with header packets.
    ///
    /// @param lacing the lengths of the segments
    static byte[] withHeaders(int serial, int sequence, boolean continued, byte[] lacing, byte[] body) {
        byte[] page = ByteBuffer.allocate(FIXED + lacing.length + body.length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(Bytes.latin1("OggS\0"))
                .put((byte) (continued ? CONTINUED : 0))
                .putLong(endsPacket(lacing) ? 0 : -1)
                .putInt(serial)
                .putInt(sequence)
                .putInt(0)
                .put((byte) lacing.length)
                .put(lacing)
                .put(body)
                .array();
        ByteBuffer.wrap(page).order(ByteOrder.LITTLE_ENDIAN).putInt(CHECKSUM, checksum(page));
        return page;
    }

    /// The position of a page on which no packet ends is -1, that of others with headers 0.
    private static boolean endsPacket(byte[] lacing) {
        for (byte length : lacing) {
            if ((length & 0xFF) < FULL_SEGMENT) {
                return true;
            }
        }
        return false;
    }

    /// Over the page with zeros in the place of its checksum.
    private static int checksum(byte[] page) {
        int crc = 0;
        for (int i = 0; i < page.length; i++) {
            int value = i >= CHECKSUM && i < CHECKSUM + 4 ? 0 : page[i] & 0xFF;
            crc = crc << 8 ^ CRC[crc >>> 24 ^ value];
        }
        return crc;
    }

    private static int[] crcTable() {
        int[] table = new int[256];
        for (int i = 0; i < table.length; i++) {
            int crc = i << 24;
            for (int bit = 0; bit < 8; bit++) {
                crc = crc < 0 ? crc << 1 ^ POLYNOMIAL : crc << 1;
            }
            table[i] = crc;
        }
        return table;
    }
}
