package io.mingshi.labels.container.film;

import static io.mingshi.labels.LabelException.Code.MALFORMED;

import io.mingshi.labels.container.Bytes;
import io.mingshi.labels.source.Source;
import java.io.IOException;

/// The head of an element in a file (RFC 8794, section 5 and 6).
///
/// @param id with its length marker
/// @param start where the head begins
/// @param header the length of the head
/// @param sizeWidth how many bytes of the head tell the size
/// @param length of the content, or [#UNKNOWN]
record EbmlElement(int id, long start, int header, int sizeWidth, long length) {
    /// The size of an element that was written before its end was known.
    static final long UNKNOWN = -1;

    private static final int MAX_ID = 4;
    private static final int MAX_SIZE = 8;

    long content() {
        return start + header;
    }

    /// Where the next element begins, unless the size is unknown.
    long end() {
        return content() + length;
    }

    boolean isOpen() {
        return length == UNKNOWN;
    }

    /// Reads a head.
    ///
    /// @param limit where the element must end
    static EbmlElement at(Source file, long at, long limit) throws IOException {
        byte[] head = file.bytes(at, (int) Math.min(MAX_ID + MAX_SIZE, limit - at));
        int idWidth = width(head, 0);
        if (idWidth > MAX_ID || idWidth >= head.length) {
            throw MALFORMED.with("the film has no sound element at byte " + at);
        }
        int sizeWidth = width(head, idWidth);
        if (sizeWidth > MAX_SIZE || idWidth + sizeWidth > head.length) {
            throw MALFORMED.with("the film has no sound element at byte " + at);
        }
        int id = (int) number(head, 0, idWidth);
        long marker = 1L << (7 * sizeWidth);
        long length = number(head, idWidth, sizeWidth) & (marker - 1);
        int header = idWidth + sizeWidth;
        if (length == marker - 1) {
            return new EbmlElement(id, at, header, sizeWidth, UNKNOWN);
        }
        if (length > limit - at - header) {
            throw MALFORMED.with("the film ends inside its element at byte " + at);
        }
        return new EbmlElement(id, at, header, sizeWidth, length);
    }

    /// How many bytes a number takes, by the zeros before its first one; 9 if there is none.
    private static int width(byte[] head, int at) {
        return at < head.length ? Integer.numberOfLeadingZeros(Bytes.u8(head, at)) - 23 : MAX_SIZE + 1;
    }

    static long number(byte[] bytes, int at, int width) {
        long value = 0;
        for (int i = at; i < at + width; i++) {
            value = value << 8 | Bytes.u8(bytes, i);
        }
        return value;
    }
}
