package io.mingshi.labels.container.audio;

import io.mingshi.labels.container.Bytes;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// Reads the frames of an ID3v2 tag and finds out how their sizes are written.
final class Id3FrameReader {
    private static final int MAX_FRAMES = 10_000;

    /// Frames with unsynchronisation of their own are decoded in memory: 16 MiB, room for a picture.
    private static final int LONGEST_UNSYNCHRONISED = 16 << 20;

    private static final int UNSYNCHRONISED = 0x02;
    private static final int BLOCK = 8192;
    private static final Pattern ID = Pattern.compile("[A-Z0-9]{3,4}");

    private final Region area;
    private final int version;
    private final boolean plainSizes;
    private final int idLength;
    private final int header;

    private Id3FrameReader(Region area, int version, boolean plainSizes) {
        this.area = area;
        this.version = version;
        this.plainSizes = plainSizes;
        this.idLength = version == 2 ? 3 : 4;
        this.header = version == 2 ? 6 : 10;
    }

    /// All frames, or nothing if what stands there are no frames. In version 2.4 sizes are written in 7 bits to a
    /// byte; old iTunes wrote 8, which is tried if the other does not fit.
    ///
    /// @param unsynchronised whether all frames of version 2.4 are
    static Optional<List<Id3Frame>> read(Region area, int version, boolean unsynchronised) throws IOException {
        Optional<List<Id3Frame>> frames = new Id3FrameReader(area, version, version == 3).frames(unsynchronised);
        return frames.isEmpty() && version == 4
                ? new Id3FrameReader(area, version, true).frames(unsynchronised)
                : frames;
    }

    private Optional<List<Id3Frame>> frames(boolean unsynchronised) throws IOException {
        List<Id3Frame> frames = new ArrayList<>();
        long at = 0;
        while (at + header <= area.length() && area.bytes(at, 1)[0] != 0) {
            byte[] head = area.bytes(at, header);
            String id = Bytes.latin1(head, 0, idLength);
            long size = size(head);
            if (!ID.matcher(id).matches()
                    || size < 0
                    || size > area.length() - at - header
                    || frames.size() == MAX_FRAMES) {
                return Optional.empty();
            }
            Optional<Id3Frame> frame = frame(id, head, area.part(at + header, size), unsynchronised);
            if (frame.isEmpty()) {
                return Optional.empty();
            }
            frames.add(frame.get());
            at += header + size;
        }
        return isPadding(at) ? Optional.of(List.copyOf(frames)) : Optional.empty();
    }

    /// -1 if the size is not written as it must be.
    private long size(byte[] head) {
        if (version == 2) {
            return Bytes.u32(head, 2) & 0xFF_FFFF;
        }
        if (plainSizes) {
            return Bytes.u32(head, 4);
        }
        return Id3Tag.isSyncsafe(head, 4) ? Id3Tag.syncsafe(head, 4) : -1;
    }

    private Optional<Id3Frame> frame(String id, byte[] head, Region body, boolean unsynchronised) throws IOException {
        int status = version == 2 ? 0 : head[8] & 0xFF;
        int format = version == 2 ? 0 : head[9] & 0xFF;
        if (version != 4 || (!unsynchronised && (format & UNSYNCHRONISED) == 0)) {
            return Optional.of(new Id3Frame(version, id, status, format, body));
        }
        if (body.length() > LONGEST_UNSYNCHRONISED) {
            return Optional.empty();
        }
        Region plain = Region.of(Id3Tag.synchronised(body.bytes()));
        return Optional.of(new Id3Frame(version, id, status, format & ~UNSYNCHRONISED, plain));
    }

    /// Whether nothing but zeros follows: anything else may be a frame that was missed.
    private boolean isPadding(long from) throws IOException {
        for (long at = from; at < area.length(); at += BLOCK) {
            for (byte b : area.after(at).head(BLOCK)) {
                if (b != 0) {
                    return false;
                }
            }
        }
        return true;
    }
}
