package io.mingshi.labels.container.image;

import io.mingshi.labels.container.AigcText;
import io.mingshi.labels.container.Bytes;
import io.mingshi.labels.container.Container;
import io.mingshi.labels.container.LabelSite.Place;
import io.mingshi.labels.container.Sightings;
import io.mingshi.labels.container.Xmp;
import io.mingshi.labels.container.image.GifBlocks.Block;
import io.mingshi.labels.container.image.GifBlocks.Kind;
import io.mingshi.labels.source.Source;
import io.mingshi.labels.source.Splice;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;

/// GIF, still or animated: the label is a property of the packet in the application extension `XMP Data`.
///
/// The file becomes GIF89a, which alone knows extensions. Bytes behind its trailer do not survive labelling.
public final class GifContainer implements Container {
    /// Extensions beyond this are not read: 1 MiB.
    private static final int LONGEST_EXTENSION = 1 << 20;

    private static final String XMP = "XMP DataXMP";
    static final String C2PA = "C2PA_GIF\u0001\0\0";

    /// A reader that knows only sub-blocks takes letters of the packet for lengths; wherever in here its jumps end, the
    /// next one ends at the last byte (XMP specification part 3, clause 1.1.2).
    private static final byte[] TRAILER = trailer();

    /// A container; it has no state.
    public GifContainer() {}

    private static byte[] trailer() {
        byte[] trailer = new byte[258];
        trailer[0] = 1;
        for (int i = 1; i < 257; i++) {
            trailer[i] = (byte) (256 - i);
        }
        return trailer;
    }

    @Override
    public Sightings read(Source file) throws IOException {
        Sightings sightings = new Sightings();
        GifBlocks gif = GifBlocks.read(file, sightings);
        for (Block block : gif.blocks()) {
            if (isXmp(block)) {
                readXmp(file, gif, block, sightings);
            } else if (isText(block)) {
                readText(gif, block, sightings);
            }
        }
        if (gif.end() > 0 && gif.end() < file.size()) {
            sightings.unread("bytes follow the end of the GIF picture");
            GluedText.find(file, gif.end(), file.size() - gif.end())
                    .ifPresent(found -> sightings.site(Place.MISPLACED, "after the trailer", found));
        }
        return sightings;
    }

    private static boolean isXmp(Block block) {
        return block.kind() == Kind.APPLICATION && block.name().equals(XMP);
    }

    private static boolean isManifest(Block block) {
        return block.kind() == Kind.APPLICATION && block.name().equals(C2PA);
    }

    private static boolean isText(Block block) {
        return block.kind() != Kind.IMAGE && block.kind() != Kind.CONTROL && !isManifest(block);
    }

    private static boolean isTooLong(Block block) {
        return block.end() - block.from() > LONGEST_EXTENSION;
    }

    private static void readXmp(Source file, GifBlocks gif, Block block, Sightings sightings) throws IOException {
        if (isTooLong(block)) {
            sightings.unread("the XMP extension of the GIF file is too long");
        } else {
            Xmp.read(packet(file, gif, block), "GIF XMP Data", Place.PRESCRIBED, sightings);
        }
    }

    /// The packet, whether written as Adobe wants or cut into sub-blocks.
    private static byte[] packet(Source file, GifBlocks gif, Block block) throws IOException {
        byte[] raw = file.bytes(block.data(), (int) (block.end() - block.data()));
        int packet = raw.length - TRAILER.length;
        boolean closed = packet >= 0 && Arrays.equals(raw, packet, raw.length, TRAILER, 0, TRAILER.length);
        return closed ? Bytes.slice(raw, 0, packet) : gif.content(block.data());
    }

    private static void readText(GifBlocks gif, Block block, Sightings sightings) throws IOException {
        if (isTooLong(block)) {
            sightings.unread("a GIF extension is too long");
        } else {
            byte[] content = gif.content(block.data());
            sightings.search(
                    Place.MISPLACED,
                    "GIF " + name(block),
                    Bytes.utf8(content, 0, content.length).orElseGet(() -> Bytes.latin1(content, 0, content.length)));
        }
    }

    private static String name(Block block) {
        return switch (block.kind()) {
            case COMMENT -> "comment";
            case PLAIN_TEXT -> "plain text";
            case APPLICATION -> "application extension";
            case IMAGE, CONTROL, OTHER -> "extension";
        };
    }

    @Override
    public Source label(Source file, String json) throws IOException {
        Sightings flaws = new Sightings();
        GifBlocks gif = GifBlocks.read(file, flaws);
        LabelPacket.requireSound(flaws);
        byte[] label = extension(LabelPacket.of(xmp(file, gif), json));
        Splice.Builder out = Splice.builder().insert(Bytes.latin1("GIF89a")).copy(file, 6, gif.preamble() - 6);
        boolean placed = false;
        for (Block block : gif.blocks()) {
            if (!placed && block.kind() != Kind.APPLICATION) {
                out.insert(label);
                placed = true;
            }
            copy(file, gif, block, out);
        }
        return out.copy(file, gif.end() - 1, 1).build();
    }

    private static Optional<byte[]> xmp(Source file, GifBlocks gif) throws IOException {
        for (Block block : gif.blocks()) {
            if (isXmp(block) && !isTooLong(block)) {
                return Optional.of(packet(file, gif, block));
            }
        }
        return Optional.empty();
    }

    private static byte[] extension(byte[] packet) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(packet.length + TRAILER.length + 14);
        out.writeBytes(new byte[] {0x21, (byte) 0xFF, 11});
        out.writeBytes(Bytes.latin1(XMP));
        out.writeBytes(packet);
        out.writeBytes(TRAILER);
        return out.toByteArray();
    }

    private static void copy(Source file, GifBlocks gif, Block block, Splice.Builder out) throws IOException {
        if (isXmp(block) || isManifest(block)) {
            return;
        }
        if (isText(block) && !isTooLong(block)) {
            byte[] content = gif.content(block.data());
            if (AigcText.in(Bytes.latin1(content, 0, content.length)).isPresent()) {
                out.copy(file, block.from(), block.data() - block.from());
                out.insert(GifBlocks.subBlocks(AigcText.blanked(content)));
                return;
            }
        }
        out.copy(file, block.from(), block.end() - block.from());
    }
}
