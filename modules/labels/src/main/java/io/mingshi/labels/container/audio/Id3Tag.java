package io.mingshi.labels.container.audio;

import static io.mingshi.labels.LabelException.Code.MALFORMED;

import io.mingshi.labels.container.Bytes;
import io.mingshi.labels.source.Source;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/// An ID3v2 tag of version 2.2, 2.3 or 2.4.
///
/// @param whole header, frames, padding and footer, as far as the file goes
/// @param version 2, 3 or 4; another number if it is none of these
/// @param frames in order; none if there is a problem
/// @param problem why the frames could not be read, as a sentence
record Id3Tag(Region whole, int version, List<Id3Frame> frames, Optional<String> problem) {
    static final int HEADER = 10;
    private static final int UNSYNCHRONISED = 0x80;
    private static final int EXTENDED = 0x40;

    /// The same bit in version 2.2, which names no way to compress and therefore cannot be read.
    private static final int COMPRESSED = 0x40;

    static final int FOOTER = 0x10;

    /// Tags with unsynchronisation are decoded in memory: 16 MiB, room for several pictures.
    private static final int LONGEST_UNSYNCHRONISED = 16 << 20;

    /// The tag at this place, if one starts here.
    static Optional<Id3Tag> at(Source file, long at) throws IOException {
        if (at < 0 || file.size() - at < HEADER) {
            return Optional.empty();
        }
        byte[] header = file.bytes(at, HEADER);
        return Bytes.startsWith(header, 0, HEADER, "ID3") ? Optional.of(read(file, at, header)) : Optional.empty();
    }

    /// The tag whose footer ends here, if there is one.
    static Optional<Id3Tag> endingAt(Source file, long end) throws IOException {
        if (end < 2 * HEADER) {
            return Optional.empty();
        }
        byte[] footer = file.bytes(end - HEADER, HEADER);
        Optional<Id3Tag> tag = Bytes.startsWith(footer, 0, HEADER, "3DI") && isSyncsafe(footer, 6)
                ? at(file, end - 2L * HEADER - syncsafe(footer, 6))
                : Optional.empty();
        return tag.filter(found -> found.whole.end() == end);
    }

    private static Id3Tag read(Source file, long at, byte[] header) throws IOException {
        int version = header[3];
        int flags = header[5];
        long footer = version == 4 && (flags & FOOTER) != 0 ? HEADER : 0;
        long size = isSyncsafe(header, 6) ? syncsafe(header, 6) : file.size();
        long left = file.size() - at - HEADER;
        Region whole = new Region(file, at, HEADER + Math.min(left, size + footer));
        if (size + footer > left) {
            return broken(whole, version, "the ID3 tag is cut off");
        }
        if (version < 2 || version > 4 || (version == 2 && (flags & COMPRESSED) != 0)) {
            return broken(whole, version, "the ID3 tag is of a version that is not known here");
        }
        if ((flags & UNSYNCHRONISED) != 0 && size > LONGEST_UNSYNCHRONISED) {
            return broken(whole, version, "the ID3 tag is too long to be read");
        }
        Region area = new Region(file, at + HEADER, size);
        boolean all = (flags & UNSYNCHRONISED) != 0;
        Region plain = all && version != 4 ? Region.of(synchronised(area.bytes())) : area;
        Optional<List<Id3Frame>> frames = version != 2 && (flags & EXTENDED) != 0
                ? behindExtendedHeader(plain, version, all)
                : Id3FrameReader.read(plain, version, all);
        return frames.map(found -> new Id3Tag(whole, version, found, Optional.empty()))
                .orElseGet(() -> broken(whole, version, "the frames of the ID3 tag are not sound"));
    }

    private static Id3Tag broken(Region whole, int version, String problem) {
        return new Id3Tag(whole, version, List.of(), Optional.of(problem));
    }

    private static Optional<List<Id3Frame>> behindExtendedHeader(Region area, int version, boolean unsynchronised)
            throws IOException {
        if (area.length() < 6) {
            return Optional.empty();
        }
        byte[] size = area.bytes(0, 4);
        long length = version == 4 ? syncsafe(size, 0) : Bytes.u32(size, 0) + 4;
        return length < 6 || length > area.length()
                ? Optional.empty()
                : Id3FrameReader.read(area.after(length), version, unsynchronised);
    }

    /// The tag, if all of it was read; a tag that was not cannot be changed without losing what others wrote.
    Id3Tag requireSound() {
        problem.ifPresent(sentence -> {
            throw MALFORMED.with(sentence + "; repair or remove the tag before labelling");
        });
        return this;
    }

    /// A number of 28 bits in four bytes whose highest bits are 0.
    static long syncsafe(byte[] bytes, int at) {
        return (bytes[at] & 0x7FL) << 21
                | (bytes[at + 1] & 0x7F) << 14
                | (bytes[at + 2] & 0x7F) << 7
                | (bytes[at + 3] & 0x7F);
    }

    static boolean isSyncsafe(byte[] bytes, int at) {
        return (bytes[at] | bytes[at + 1] | bytes[at + 2] | bytes[at + 3]) >= 0;
    }

    /// The bytes without the zeros that keep decoders from seeing a false start of sound.
    static byte[] synchronised(byte[] bytes) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length);
        for (int i = 0; i < bytes.length; i++) {
            out.write(bytes[i]);
            if (bytes[i] == -1 && i + 1 < bytes.length && bytes[i + 1] == 0) {
                i++;
            }
        }
        return out.toByteArray();
    }
}
