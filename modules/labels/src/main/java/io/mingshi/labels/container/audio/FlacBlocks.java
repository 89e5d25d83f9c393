package io.mingshi.labels.container.audio;

import io.mingshi.labels.container.Bytes;
import io.mingshi.labels.container.Sightings;
import io.mingshi.labels.source.Source;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// The metadata blocks of a FLAC file (RFC 9639, section 8).
///
/// @param all in order, the first describes the stream
/// @param end where the sound starts
record FlacBlocks(List<Block> all, long end) {
    static final int STREAM_INFO = 0;
    static final int PADDING = 1;
    static final int APPLICATION = 2;
    static final int VORBIS_COMMENT = 4;

    /// A block cannot be longer.
    static final int LONGEST = (1 << 24) - 1;

    private static final int FORBIDDEN = 127;
    private static final int STREAM_INFO_LENGTH = 34;
    private static final int LAST = 0x80;

    /// Real files have a dozen.
    private static final int MAX_BLOCKS = 4096;

    /// One block, without its header of 4 bytes.
    record Block(int type, Region content) {
        boolean is(int other) {
            return type == other;
        }

        long length() {
            return 4 + content.length();
        }
    }

    /// Reads the blocks from the mark `fLaC` on and adds what is wrong to the flaws.
    static FlacBlocks read(Source file, long from, Sightings sightings) throws IOException {
        List<Block> blocks = new ArrayList<>();
        long at = from + 4;
        boolean more = at <= file.size() && Bytes.startsWith(file.bytes(from, 4), 0, 4, "fLaC");
        if (!more) {
            sightings.flaw("the file is not a FLAC file");
        }
        while (more) {
            byte[] header = at + 4 <= file.size() ? file.bytes(at, 4) : new byte[4];
            long length = Bytes.u32(header, 0) & LONGEST;
            int type = header[0] & 0x7F;
            if (at + 4 + length > file.size() || type == FORBIDDEN || blocks.size() == MAX_BLOCKS) {
                sightings.flaw("the metadata of the FLAC file is not sound");
                return new FlacBlocks(List.copyOf(blocks), file.size());
            }
            blocks.add(new Block(type, new Region(file, at + 4, length)));
            at += 4 + length;
            more = (header[0] & LAST) == 0;
        }
        if (blocks.isEmpty()
                || !blocks.getFirst().is(STREAM_INFO)
                || blocks.getFirst().content.length() != STREAM_INFO_LENGTH) {
            sightings.flaw("the FLAC file does not begin with a description of its sound");
        }
        return new FlacBlocks(List.copyOf(blocks), Math.min(at, file.size()));
    }

    /// The most bytes of one frame of sound, 0 if that is not known.
    int longestFrame() throws IOException {
        return (int) (Bytes.u32(all.getFirst().content.bytes(6, 4), 0) & LONGEST);
    }

    /// The header of a block.
    static byte[] header(Block block, boolean last) {
        long length = block.content.length();
        return new byte[] {
            (byte) (block.type | (last ? LAST : 0)), (byte) (length >> 16), (byte) (length >> 8), (byte) length
        };
    }

    static long length(List<Block> blocks) {
        return blocks.stream().mapToLong(Block::length).sum();
    }
}
