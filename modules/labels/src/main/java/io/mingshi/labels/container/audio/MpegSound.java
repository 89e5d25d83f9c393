package io.mingshi.labels.container.audio;

import io.mingshi.labels.container.Bytes;
import io.mingshi.labels.container.Sightings;
import java.io.IOException;
import java.util.Optional;

/// The frames of an MPEG audio stream (ISO/IEC 11172-3 and 13818-3), as far as their headers tell that it is one.
final class MpegSound {
    /// Programs that wrote tags too short leave zeros or rests of frames before the first frame.
    private static final int LONGEST_RUBBISH = 65_536;

    /// Kilobits per second by the number in the header; of MPEG 1 and of MPEG 2 and 2.5, layers 1 to 3.
    private static final int[][] RATES = {
        {0, 32, 64, 96, 128, 160, 192, 224, 256, 288, 320, 352, 384, 416, 448},
        {0, 32, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320, 384},
        {0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320},
        {0, 32, 48, 56, 64, 80, 96, 112, 128, 144, 160, 176, 192, 224, 256},
        {0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160},
        {0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160},
    };

    private static final int[] SAMPLES = {384, 1152, 1152, 384, 1152, 576};
    private static final int[] FREQUENCIES = {44_100, 48_000, 32_000};

    private MpegSound() {}

    /// Adds a flaw if the region holds no sound, or less than its first frame says.
    static void judge(Region sound, Sightings sightings) throws IOException {
        Optional<Region> first = firstFrame(sound);
        if (first.isEmpty()) {
            sightings.flaw("the MP3 file holds no sound");
        } else if (statedLength(first.get()) > first.get().length()) {
            sightings.flaw("the MP3 file ends before its sound does");
        }
    }

    /// What stands before the first frame, usually nothing.
    static Region rubbish(Region sound) throws IOException {
        Optional<Region> first = firstFrame(sound);
        return sound.part(0, first.isPresent() ? first.get().start() - sound.start() : 0);
    }

    /// The sound from its first frame on, which is nearly always all of it.
    private static Optional<Region> firstFrame(Region sound) throws IOException {
        if (sound.length() >= 4 && isFrame(sound, 0, Bytes.u32(sound.bytes(0, 4), 0))) {
            return Optional.of(sound);
        }
        byte[] head = sound.head(LONGEST_RUBBISH);
        for (int at = 1; at + 4 <= head.length; at++) {
            if (head[at] == -1 && isFrame(sound, at, Bytes.u32(head, at))) {
                return Optional.of(sound.after(at));
            }
        }
        return Optional.empty();
    }

    /// Whether a whole frame is here, and behind it another. Only where the sound should start may it be the only
    /// one, or of a free rate.
    private static boolean isFrame(Region sound, long at, long header) throws IOException {
        int length = length(header);
        long next = at + length;
        if (length < 0 || next > sound.length()) {
            return false;
        }
        if (length == 0 || next > sound.length() - 4) {
            return at == 0;
        }
        return length(Bytes.u32(sound.bytes(next, 4), 0)) >= 0;
    }

    private static int version(long header) {
        return (int) (header >> 19) & 3;
    }

    private static int row(long header) {
        int layer = 3 - ((int) (header >> 17) & 3);
        return version(header) == 3 ? layer : 3 + layer;
    }

    /// The length of a frame in bytes, 0 if its rate is free, -1 if this is no header.
    private static int length(long header) {
        int rate = (int) (header >> 12) & 15;
        int frequency = (int) (header >> 10) & 3;
        boolean sync = header >>> 21 == 0x7FF;
        if (!sync || version(header) == 1 || ((header >> 17) & 3) == 0 || rate == 15 || frequency == 3) {
            return -1;
        }
        if (rate == 0) {
            return 0;
        }
        int row = row(header);
        int hertz = FREQUENCIES[frequency] >> (version(header) == 3 ? 0 : version(header) == 2 ? 1 : 2);
        int padding = (int) (header >> 9) & 1;
        int slot = row % 3 == 0 ? 4 : 1;
        return (SAMPLES[row] / 8 / slot * RATES[row][rate] * 1000 / hertz + padding) * slot;
    }

    /// The bytes of sound by the frame that Xing and LAME put first, 0 if it does not say.
    private static long statedLength(Region sound) throws IOException {
        byte[] frame = sound.head(64);
        boolean mono = frame.length > 4 && (frame[3] & 0xC0) == 0xC0;
        boolean first = frame.length > 4 && version(Bytes.u32(frame, 0)) == 3;
        int at = 4 + (first ? (mono ? 17 : 32) : (mono ? 9 : 17));
        boolean marked = Bytes.startsWith(frame, at, frame.length - at, "Xing")
                || Bytes.startsWith(frame, at, frame.length - at, "Info");
        if (!marked || frame.length < at + 16) {
            return 0;
        }
        long flags = Bytes.u32(frame, at + 4);
        return (flags & 2) == 0 ? 0 : Bytes.u32(frame, at + ((flags & 1) == 0 ? 8 : 12));
    }
}
