package io.mingshi.labels.container.audio;

import io.mingshi.labels.container.Bytes;
import io.mingshi.labels.container.Sightings;
import java.io.IOException;

/// The frames of a FLAC stream (RFC 9639, section 9), as far as it takes to see that it is whole.
final class FlacSound {
    /// Where the stream does not state the length of its longest frame, the last one is sought in so many bytes.
    private static final int USUAL_WINDOW = 1 << 20;

    /// Chance makes a false start once in millions of bytes; only an attacker makes many.
    private static final int MAX_CANDIDATES = 32;

    private static final int CRC_8 = 0x07;
    private static final int CRC_16 = 0x8005;

    private FlacSound() {}

    /// Adds a flaw if there is no sound, or if it does not end with a frame whose checksum is right.
    ///
    /// @param longestFrame in bytes, 0 if not known
    static void judge(Region sound, int longestFrame, Sightings sightings) throws IOException {
        if (sound.length() < 2 || !isSync(sound.bytes(0, 2), 0)) {
            sightings.flaw("the FLAC file holds no sound");
            return;
        }
        int window = (int) Math.min(sound.length(), longestFrame > 0 ? longestFrame : USUAL_WINDOW);
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
                if (crc16(tail, at) == 0) {
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
        return at + length < tail.length && crc8(tail, at, length + 1) == 0;
    }

    private static int crc8(byte[] bytes, int from, int length) {
        int crc = 0;
        for (int i = from; i < from + length; i++) {
            crc ^= bytes[i] & 0xFF;
            for (int bit = 0; bit < 8; bit++) {
                crc = (crc & 0x80) == 0 ? crc << 1 : (crc << 1 ^ CRC_8) & 0xFF;
            }
        }
        return crc;
    }

    /// 0 over a frame with its checksum.
    private static int crc16(byte[] bytes, int from) {
        int crc = 0;
        for (int i = from; i < bytes.length; i++) {
            crc ^= (bytes[i] & 0xFF) << 8;
            for (int bit = 0; bit < 8; bit++) {
                crc = (crc & 0x8000) == 0 ? crc << 1 : (crc << 1 ^ CRC_16) & 0xFFFF;
            }
        }
        return crc;
    }
}
