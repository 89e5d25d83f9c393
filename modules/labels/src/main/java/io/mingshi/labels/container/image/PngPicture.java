package io.mingshi.labels.container.image;

import static io.mingshi.labels.LabelException.Code.UNSUPPORTED;

import io.mingshi.labels.container.Bytes;
import io.mingshi.labels.container.Exif;
import io.mingshi.labels.container.Sightings;
import io.mingshi.labels.container.Size;
import io.mingshi.labels.container.Xmp;
import io.mingshi.labels.container.image.PngChunks.Chunk;
import io.mingshi.labels.source.Source;
import io.mingshi.labels.source.Splice;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/// A PNG file taken apart.
public final class PngPicture implements PictureFile {
    private static final Set<String> PIXELS = Set.of("IHDR", "PLTE", "tRNS", "IDAT", "IEND");

    /// How the samples are to be shown; they stay true when samples are rewritten as 8-bit RGB.
    private static final Set<String> COLOUR = Set.of("cHRM", "gAMA", "sRGB", "cICP", "pHYs");

    /// Where the header tells how many bits a sample has.
    private static final int BIT_DEPTH = 8;

    private final Source file;
    private final PngChunks png;
    private final byte[] header;
    private final int orientation;

    private PngPicture(Source file, PngChunks png, byte[] header, int orientation) {
        this.file = file;
        this.png = png;
        this.header = header;
        this.orientation = orientation;
    }

    /// Takes a sound file apart, or refuses it.
    public static PngPicture of(Source file) throws IOException {
        Sightings flaws = new Sightings();
        PngChunks png = PngChunks.read(file, flaws);
        LabelPacket.requireSound(flaws);
        int orientation = 1;
        for (Chunk chunk : png.chunks()) {
            if (chunk.type().equals("acTL")) {
                throw UNSUPPORTED.with("animated PNG is not edited here; every frame but the first would be lost");
            }
            if (chunk.type().equals("eXIf") && chunk.length() <= PngText.MAX_TEXT) {
                orientation = Exif.read(png.data(chunk)).orientation();
            }
        }
        byte[] header = png.data(png.chunks().getFirst());
        PngPicture picture = new PngPicture(file, png, header, orientation);
        PixelBudget.STANDARD.require(file, picture.size(), header[BIT_DEPTH]);
        return picture;
    }

    @Override
    public Size size() {
        return new Size((int) Bytes.u32(header, 0), (int) Bytes.u32(header, 4));
    }

    @Override
    public int orientation() {
        return orientation;
    }

    @Override
    public byte[] pixels() throws IOException {
        Splice.Builder out = Splice.builder().copy(file, 0, PngChunks.SIGNATURE);
        png.chunks().stream()
                .filter(chunk -> PIXELS.contains(chunk.type()))
                .forEach(chunk -> out.copy(file, chunk.from(), chunk.whole()));
        return out.build().bytes();
    }

    @Override
    public byte[] dress(byte[] encoded) throws IOException {
        Source pixels = Source.of(encoded);
        int behindHeader = PngChunks.SIGNATURE + 25;
        Splice.Builder out = Splice.builder().copy(pixels, 0, behindHeader);
        for (Chunk chunk : png.chunks()) {
            if (outlivesPixels(chunk)) {
                carry(chunk, out);
            }
        }
        return out.copy(pixels, behindHeader, encoded.length - behindHeader)
                .build()
                .bytes();
    }

    /// Chunks of unknown kinds tell in their own name whether they may be copied (W3C PNG third edition, section 5.4).
    private boolean outlivesPixels(Chunk chunk) {
        String type = chunk.type();
        if (type.equals("iCCP")) {
            return (header[9] & 2) != 0;
        }
        return COLOUR.contains(type)
                || (Character.isLowerCase(type.charAt(0))
                        && Character.isLowerCase(type.charAt(3))
                        && !PIXELS.contains(type));
    }

    private void carry(Chunk chunk, Splice.Builder out) throws IOException {
        if (chunk.type().equals("eXIf") && orientation != 1) {
            out.insert(PngText.chunk("eXIf", Exif.read(png.data(chunk)).upright()));
        } else if (chunk.type().equals("iTXt") && orientation != 1 && chunk.length() <= PngText.MAX_TEXT) {
            PngText.read("iTXt", png.data(chunk))
                    .filter(text -> text.keyword().equals(Xmp.PNG_KEYWORD))
                    .map(text -> new String(JpegPicture.upright(text.value()), StandardCharsets.UTF_8))
                    .ifPresentOrElse(
                            packet -> out.insert(PngText.chunk(Xmp.PNG_KEYWORD, packet)),
                            () -> out.copy(file, chunk.from(), chunk.whole()));
        } else {
            out.copy(file, chunk.from(), chunk.whole());
        }
    }
}
