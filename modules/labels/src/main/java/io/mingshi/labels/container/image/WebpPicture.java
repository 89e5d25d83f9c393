package io.mingshi.labels.container.image;

import io.mingshi.labels.container.Exif;
import io.mingshi.labels.container.Sightings;
import io.mingshi.labels.container.Size;
import io.mingshi.labels.container.image.WebpChunks.Chunk;
import io.mingshi.labels.source.Source;
import io.mingshi.labels.source.Splice;
import java.io.IOException;
import java.util.Arrays;
import java.util.Set;

/// A WebP file taken apart.
public final class WebpPicture implements PictureFile {
    private static final Set<String> PIXELS = Set.of("VP8 ", "VP8L", "ALPH", "ANIM", "ANMF");
    private static final String ICC = "ICCP";
    private static final String EXIF = "EXIF";
    private static final String XMP = "XMP ";
    private static final int PREFIX = 6;

    private final Source file;
    private final WebpChunks webp;
    private final Size size;
    private final int orientation;

    private WebpPicture(Source file, WebpChunks webp, Size size, int orientation) {
        this.file = file;
        this.webp = webp;
        this.size = size;
        this.orientation = orientation;
    }

    /// Takes a sound file apart, or refuses it.
    public static WebpPicture of(Source file) throws IOException {
        Sightings flaws = new Sightings();
        WebpChunks webp = WebpChunks.read(file, flaws);
        LabelPacket.requireSound(flaws);
        Size size = webp.size().orElseThrow();
        PixelBudget.STANDARD.require(file, size);
        int orientation = 1;
        for (Chunk chunk : webp.chunks()) {
            if (chunk.id().equals(EXIF)) {
                orientation = exif(webp.data(chunk)).orientation();
            }
        }
        return new WebpPicture(file, webp, size, orientation);
    }

    private static Exif exif(byte[] data) {
        return Exif.read(hasPrefix(data) ? Arrays.copyOfRange(data, PREFIX, data.length) : data);
    }

    private static boolean hasPrefix(byte[] data) {
        return data.length > PREFIX && data[0] == 'E';
    }

    @Override
    public Size size() {
        return size;
    }

    @Override
    public int orientation() {
        return orientation;
    }

    /// How many frames it has; one unless it is animated.
    public int frames() {
        return (int) Math.max(
                1,
                webp.chunks().stream()
                        .filter(chunk -> chunk.id().equals(WebpChunks.FRAME))
                        .count());
    }

    /// Whether its samples are coded without loss, so that an edit should be too.
    public boolean isLossless() throws IOException {
        if (webp.find(WebpChunks.FRAME).isEmpty()) {
            return webp.find(WebpChunks.LOSSLESS).isPresent();
        }
        Cursor cursor = new Cursor(file);
        for (Chunk chunk : webp.chunks()) {
            if (chunk.id().equals(WebpChunks.FRAME) && !cursor.reads(chunk.start() + 16, WebpChunks.LOSSLESS)) {
                return false;
            }
        }
        return true;
    }

    @Override
    public byte[] pixels() throws IOException {
        Splice.Builder out = Splice.builder();
        for (Chunk chunk : webp.chunks()) {
            if (chunk.id().equals(WebpChunks.EXTENDED)) {
                byte[] extended = webp.data(chunk);
                extended[0] &= (byte) ~(WebpChunks.ICC_FLAG | WebpChunks.EXIF_FLAG | WebpChunks.XMP_FLAG);
                out.insert(WebpChunks.chunk(chunk.id(), extended));
            } else if (PIXELS.contains(chunk.id())) {
                out.copy(file, chunk.from(), chunk.end() - chunk.from());
            }
        }
        return WebpChunks.file(out.build()).orElseThrow().bytes();
    }

    @Override
    public byte[] dress(byte[] encoded) throws IOException {
        Source pixels = Source.of(encoded);
        WebpChunks now = WebpChunks.read(pixels, new Sightings());
        byte[] extended = now.extended();
        extended[0] |= (byte)
                (flag(ICC, WebpChunks.ICC_FLAG) | flag(EXIF, WebpChunks.EXIF_FLAG) | flag(XMP, WebpChunks.XMP_FLAG));
        Splice.Builder out = Splice.builder().insert(WebpChunks.chunk(WebpChunks.EXTENDED, extended));
        for (Chunk chunk : webp.chunks()) {
            if (chunk.id().equals(ICC)) {
                out.copy(file, chunk.from(), chunk.end() - chunk.from());
            }
        }
        for (Chunk chunk : now.chunks()) {
            if (PIXELS.contains(chunk.id())) {
                out.copy(pixels, chunk.from(), chunk.end() - chunk.from());
            }
        }
        for (Chunk chunk : webp.chunks()) {
            carry(chunk, out);
        }
        return WebpChunks.file(out.build()).orElseThrow().bytes();
    }

    private int flag(String chunk, int flag) {
        return webp.find(chunk).isPresent() ? flag : 0;
    }

    private void carry(Chunk chunk, Splice.Builder out) throws IOException {
        boolean elsewhere = PIXELS.contains(chunk.id())
                || chunk.id().equals(WebpChunks.EXTENDED)
                || chunk.id().equals(ICC)
                || chunk.id().equals(WebpContainer.C2PA);
        if (elsewhere) {
            return;
        }
        if (chunk.id().equals(EXIF)) {
            byte[] data = webp.data(chunk);
            byte[] upright = exif(data).upright();
            System.arraycopy(upright, 0, data, data.length - upright.length, upright.length);
            out.insert(WebpChunks.chunk(EXIF, data));
        } else if (chunk.id().equals(XMP)) {
            out.insert(WebpChunks.chunk(XMP, JpegPicture.upright(webp.data(chunk))));
        } else {
            out.copy(file, chunk.from(), chunk.end() - chunk.from());
        }
    }
}
