package io.mingshi.labels.container.image;

import io.mingshi.labels.container.Sightings;
import io.mingshi.labels.source.Source;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// The blocks of a GIF file up to and with its trailer (GIF89a specification).
public final class GifBlocks {
    /// A film of a minute has some thousand frames with two blocks each.
    private static final int MAX_BLOCKS = 100_000;

    private static final int HEAD = 13;
    private static final int EXTENSION = 0x21;
    private static final int IMAGE = 0x2C;
    private static final int TRAILER = 0x3B;
    private static final int LONGEST_SUB_BLOCK = 255;

    private final Source file;
    private final Cursor cursor;
    private final Sightings sightings;
    private final List<Block> blocks = new ArrayList<>();
    private long preamble;
    private long end;

    /// What a block is.
    public enum Kind {
        IMAGE,
        CONTROL,
        COMMENT,
        PLAIN_TEXT,
        APPLICATION,
        OTHER
    }

    /// @param name identifier and authentication code of an application extension, 11 characters; else empty
    /// @param from where it starts
    /// @param data where its sub-blocks start; for an image where its code size stands
    /// @param end the first byte behind it
    public record Block(Kind kind, String name, long from, long data, long end) {}

    private GifBlocks(Source file, Sightings sightings) {
        this.file = file;
        this.cursor = new Cursor(file);
        this.sightings = sightings;
    }

    /// Reads the blocks as far as they are sound; what is wrong is told to the sightings.
    public static GifBlocks read(Source file, Sightings sightings) throws IOException {
        GifBlocks gif = new GifBlocks(file, sightings);
        gif.read();
        return gif;
    }

    private void read() throws IOException {
        if ((!cursor.reads(0, "GIF87a") && !cursor.reads(0, "GIF89a")) || !cursor.has(0, HEAD)) {
            sightings.flaw("the file does not begin as GIF does");
            return;
        }
        preamble = HEAD + table(cursor.u8(10));
        long at = preamble;
        while (cursor.has(at, 1) && blocks.size() < MAX_BLOCKS) {
            int introducer = cursor.u8(at);
            if (introducer == TRAILER) {
                end = at + 1;
                requirePicture();
                return;
            }
            if (introducer != EXTENSION && introducer != IMAGE) {
                sightings.flaw("the GIF blocks are not in order at byte " + at);
                return;
            }
            long next = introducer == IMAGE ? image(at) : extension(at);
            if (next < 0) {
                break;
            }
            at = next;
        }
        sightings.flaw("the GIF file ends before its trailer");
    }

    private static long table(int flags) {
        return (flags & 0x80) == 0 ? 0 : 3L * (2 << (flags & 7));
    }

    private long image(long from) throws IOException {
        if (!cursor.has(from, 10)) {
            return -1;
        }
        long data = from + 10 + table(cursor.u8(from + 9));
        long behind = cursor.has(data, 1) ? behindSubBlocks(data + 1) : -1;
        if (behind > 0) {
            blocks.add(new Block(Kind.IMAGE, "", from, data, behind));
        }
        return behind;
    }

    private long extension(long from) throws IOException {
        if (!cursor.has(from, 3)) {
            return -1;
        }
        Kind kind = switch (cursor.u8(from + 1)) {
            case 0xF9 -> Kind.CONTROL;
            case 0xFE -> Kind.COMMENT;
            case 0x01 -> Kind.PLAIN_TEXT;
            case 0xFF -> Kind.APPLICATION;
            default -> Kind.OTHER;
        };
        boolean named = kind == Kind.APPLICATION && cursor.u8(from + 2) == 11 && cursor.has(from, 14);
        long data = from + (named ? 14 : 2);
        long behind = behindSubBlocks(data);
        if (behind > 0) {
            blocks.add(new Block(kind, named ? cursor.latin1(from + 3, 11) : "", from, data, behind));
        }
        return behind;
    }

    private long behindSubBlocks(long from) throws IOException {
        long at = from;
        while (cursor.has(at, 1)) {
            int length = cursor.u8(at);
            if (length == 0) {
                return at + 1;
            }
            at += 1 + length;
        }
        return -1;
    }

    private void requirePicture() throws IOException {
        boolean image = blocks.stream().anyMatch(block -> block.kind == Kind.IMAGE);
        if (!image || cursor.u16le(6) == 0 || cursor.u16le(8) == 0) {
            sightings.flaw("the GIF file holds no picture");
        }
    }

    /// In file order.
    public List<Block> blocks() {
        return List.copyOf(blocks);
    }

    /// The first byte behind header, screen descriptor and global colour table.
    public long preamble() {
        return preamble;
    }

    /// The first byte behind the picture; 0 if its end was not found.
    public long end() {
        return end;
    }

    /// The content of sub-blocks without their lengths.
    ///
    /// @param from where the first of them starts
    public byte[] content(long from) throws IOException {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        for (long at = from; cursor.u8(at) != 0; at += 1 + cursor.u8(at)) {
            content.writeBytes(file.bytes(at + 1, cursor.u8(at)));
        }
        return content.toByteArray();
    }

    /// Content cut into sub-blocks, with their end.
    public static byte[] subBlocks(byte[] content) {
        ByteArrayOutputStream blocks = new ByteArrayOutputStream(content.length + content.length / 255 + 2);
        for (int at = 0; at < content.length; at += LONGEST_SUB_BLOCK) {
            int length = Math.min(LONGEST_SUB_BLOCK, content.length - at);
            blocks.write(length);
            blocks.write(content, at, length);
        }
        blocks.write(0);
        return blocks.toByteArray();
    }
}
