package io.mingshi.labels.image;

import static io.mingshi.labels.LabelException.Code.MALFORMED;

import io.mingshi.labels.LabelException;
import io.mingshi.labels.container.Bytes;
import io.mingshi.labels.container.Sightings;
import io.mingshi.labels.container.Size;
import io.mingshi.labels.container.image.GifBlocks;
import io.mingshi.labels.container.image.GifBlocks.Block;
import io.mingshi.labels.container.image.GifBlocks.Kind;
import io.mingshi.labels.container.image.PixelBudget;
import io.mingshi.labels.source.Source;
import io.mingshi.labels.source.Splice;
import java.awt.Rectangle;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// One picture of a GIF file: where it stands, what control it is under, and the numbers of its colours.
final class GifFrame {
    private static final int SCREEN = 13;
    private static final int DESCRIPTOR = 10;
    private static final byte TRAILER = 0x3B;
    private static final int[] ROWS = {8, 8, 4, 2};
    private static final int[] FIRST = {0, 4, 2, 1};

    private final Source file;
    private final GifBlocks gif;
    private final Block image;
    private final Optional<Block> control;
    private final byte[] descriptor;
    private final byte[] flags;

    private GifFrame(Source file, GifBlocks gif, Block image, Optional<Block> control) throws IOException {
        this.file = file;
        this.gif = gif;
        this.image = image;
        this.control = control;
        this.descriptor = file.bytes(image.from(), DESCRIPTOR);
        this.flags = control.isPresent() ? file.bytes(control.get().from(), 8) : new byte[8];
    }

    static GifFrame of(Source file, GifBlocks gif, Block image, Optional<Block> control) throws IOException {
        boolean whole = control.filter(block -> block.end() - block.from() == 8).isPresent();
        return new GifFrame(file, gif, image, whole ? control : Optional.empty());
    }

    /// The file with its first picture and nothing else, so that a decoder meets only what was measured here.
    ///
    /// @throws LabelException MALFORMED, or TOO_LARGE: the picture may be larger than the screen it is shown on
    static byte[] first(Source file) throws IOException {
        Sightings flaws = new Sightings();
        GifBlocks gif = GifBlocks.read(file, flaws);
        if (!flaws.flaws().isEmpty()) {
            throw MALFORMED.with(
                    "the picture cannot be decoded: " + flaws.flaws().getFirst());
        }
        byte[] screen = file.bytes(0, SCREEN);
        PixelBudget.STANDARD.require(file, new Size(Bytes.u16le(screen, 6), Bytes.u16le(screen, 8)));
        List<Block> before = gif.blocks().stream()
                .takeWhile(block -> block.kind() != Kind.IMAGE)
                .toList();
        Optional<Block> control =
                before.stream().filter(block -> block.kind() == Kind.CONTROL).reduce((earlier, last) -> last);
        GifFrame frame = of(file, gif, gif.blocks().get(before.size()), control);
        PixelBudget.STANDARD.require(file, new Size(frame.box().width, frame.box().height));
        Splice.Builder out = Splice.builder().copy(file, 0, gif.preamble());
        frame.control.ifPresent(block -> out.copy(file, block.from(), block.end() - block.from()));
        return out.copy(file, frame.image.from(), frame.image.end() - frame.image.from())
                .insert(new byte[] {TRAILER})
                .build()
                .bytes();
    }

    Optional<Block> control() {
        return control;
    }

    Rectangle box() {
        return new Rectangle(
                Bytes.u16le(descriptor, 1),
                Bytes.u16le(descriptor, 3),
                Bytes.u16le(descriptor, 5),
                Bytes.u16le(descriptor, 7));
    }

    /// What becomes of the frame when its time is over: 2 clears its box, 3 brings back what was there before.
    int disposal() {
        return flags[3] >> 2 & 7;
    }

    /// The number of the colour that leaves what is behind it, or -1.
    int transparent() {
        return (flags[3] & 1) == 0 ? -1 : flags[6] & 0xFF;
    }

    /// Its own colours, three bytes each, if it does not use those of the file.
    Optional<byte[]> colours() throws IOException {
        int length = (int) (image.data() - image.from() - DESCRIPTOR);
        return length == 0 ? Optional.empty() : Optional.of(file.bytes(image.from() + DESCRIPTOR, length));
    }

    /// The colour numbers, row by row from the top.
    byte[] pixels() throws IOException {
        Rectangle box = box();
        int bits = Math.clamp(file.bytes(image.data(), 1)[0] & 0xFF, 1, 8);
        byte[] stored = Lzw.decode(gif.content(image.data() + 1), bits, box.width * box.height);
        return (descriptor[9] & 0x40) == 0 ? stored : inOrder(stored, box);
    }

    private static byte[] inOrder(byte[] interlaced, Rectangle box) {
        byte[] rows = new byte[interlaced.length];
        int from = 0;
        for (int pass = 0; pass < ROWS.length; pass++) {
            for (int y = FIRST[pass]; y < box.height; y += ROWS[pass], from += box.width) {
                System.arraycopy(interlaced, from, rows, y * box.width, box.width);
            }
        }
        return rows;
    }

    /// The control block for another transparent colour; time and disposal stay.
    byte[] control(int transparent) {
        byte[] block = {0x21, (byte) 0xF9, 4, flags[3], flags[4], flags[5], flags[6], 0};
        if (transparent >= 0) {
            block[3] |= 1;
            block[6] = (byte) transparent;
        }
        return block;
    }

    /// The image block with these pixels, not interlaced.
    ///
    /// @param colours its own, or nothing where it uses those of the file
    static byte[] image(Rectangle box, Optional<byte[]> colours, int colourCount, byte[] pixels) {
        int bits = Math.max(2, 32 - Integer.numberOfLeadingZeros(colourCount - 1));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(0x2C);
        for (int value : new int[] {box.x, box.y, box.width, box.height}) {
            out.write(value);
            out.write(value >> 8);
        }
        int tableBits = 32 - Integer.numberOfLeadingZeros(Math.max(2, colourCount) - 1);
        out.write(colours.isPresent() ? 0x80 | (tableBits - 1) : 0);
        colours.ifPresent(table -> out.writeBytes(Arrays.copyOf(table, 3 << tableBits)));
        out.write(bits);
        out.writeBytes(GifBlocks.subBlocks(Lzw.encode(pixels, bits)));
        return out.toByteArray();
    }
}
