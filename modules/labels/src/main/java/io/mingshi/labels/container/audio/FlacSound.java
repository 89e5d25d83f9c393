package io.mingshi.labels.container.audio;

import io.mingshi.labels.container.Bytes;
import io.mingshi.labels.container.Sightings;
import java.io.IOException;

/// The frames of a FLAC stream (RFC 9639, section 9), as far as it takes to see that it is whole.
final class FlacSound {
    /// Where the stream does not state the length of its longest frame, the last one is sought in so many bytes.
    private static final int USUAL_WINDOW = 1 << 20;

    /// The longest block of 8 channels with 32 bits stays below 4 MiB.
    private static final int LONGEST_FRAME = 4 << 20;

    /// Chance makes a false start once in millions of bytes; only an attacker makes many.
    private static final int MAX_CANDIDATES = 32;

    /// Over the header of a frame.
    private static final int[] CRC_8 = table(8, 0x07);

    /// Over a whole frame.
    private static final int[] CRC_16 = table(16, 0x8005);

    private FlacSound() {}

    /// Adds a flaw if there is no sound, or if it does not end with a frame whose checksum is right.
    ///
    /// @param longestFrame in bytes, 0 if not known
    static void judge(Region sound, int longestFrame, Sightings sightings) throws IOException {
        if (sound.length() < 2 || !isSync(sound.bytes(0, 2), 0)) {
            sightings.flaw("the FLAC file holds no sound");
            return;
        }
        int longest = longestFrame > 0 ? Math.min(longestFrame, LONGEST_FRAME) : USUAL_WINDOW;
        int window = (int) Math.min(sound.length(), longest);
        if (!endsWithFrame(sound.bytes(sound.length() - window, window))) {
            sightings.flaw("the FLAC file ends inside its sound");
        }
    }

    private static boolean isSync(byte[] bytes, int at) {
        return bytes[at] == -1 && (bytes[at + 1] & 0xFE) == 0xF8;
    }

    private static boolean endsWithFrame(byte[] tail) {
        int candidates = 0;
        for (int at = tail.length - 2; at >= 0 && candidates < MAX_CANDIDATES; at--) {
            if (isSync(tail, at) && isHeader(tail, at)) {
                candidates++;
                if (crc(tail, at, tail.length - at, 16, CRC_16) == 0) {
                    return true;
                }
            }
        }
        return false;
    }

    /// Whether the header that starts here has the right checksum.
    private static boolean isHeader(byte[] tail, int at) {
        if (tail.length - at < 6) {
            return false;
        }
        int size = Bytes.u8(tail, at + 2) >> 4;
        int rate = tail[at + 2] & 15;
        int number = Integer.numberOfLeadingZeros(~(tail[at + 4] << 24));
        int length = 4
                + Math.max(1, number)
                + (size == 6 ? 1 : size == 7 ? 2 : 0)
                + (rate == 12 ? 1 : rate == 13 || rate == 14 ? 2 : 0);
        return at + length < tail.length && crc(tail, at, length + 1, 8, CRC_8) == 0;
    }

    private static int crc(byte[] bytes, int from, int length, int width, int[] table) {
        int crc = 0;
        for (int i = from; i < from + length; i++) {
            crc = (crc << 8 ^ table[(crc >>> (width - 8) ^ bytes[i]) & 0xFF]) & ((1 << width) - 1);
        }
        return crc;
    }

    private static int[] table(int width, int polynomial) {
        int[] table = new int[256];
        for (int i = 0; i < table.length; i++) {
            int crc = i << (width - 8);
            for (int bit = 0; bit < 8; bit++) {
                crc = (crc >>> (width - 1) & 1) == 0 ? crc << 1 : crc << 1 ^ polynomial;
            }
            table[i] = crc & ((1 << width) - 1);
        }
        return table;
    }
}
