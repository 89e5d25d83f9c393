package io.mingshi.labels.container.image;

import io.mingshi.labels.container.AigcText;
import io.mingshi.labels.container.Bytes;
import io.mingshi.labels.container.Exif;
import io.mingshi.labels.container.LabelSite.Place;
import io.mingshi.labels.container.Sightings;
import io.mingshi.labels.container.Size;
import io.mingshi.labels.container.Xmp;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.zip.CRC32;

/// The chunks of a PNG file (W3C PNG third edition, section 5), read as far as they are sound.
public final class PngFile {
    private static final int SIGNATURE = 8;

    /// A picture needs tens of chunks; large IDAT sequences thousands.
    private static final int MAX_CHUNKS = 100_000;

    private static final int MAX_TEXT_CHUNKS = 1_000;
    private static final Set<String> PIXELS = Set.of("IHDR", "PLTE", "tRNS", "IDAT", "IEND");

    /// How the samples are to be shown; they stay true when samples are rewritten as 8-bit RGB.
    private static final Set<String> COLOUR = Set.of("cHRM", "gAMA", "sRGB", "cICP", "pHYs");

    private static final Set<String> TEXT = Set.of("tEXt", "zTXt", "iTXt");

    private final byte[] bytes;
    private final List<Chunk> chunks = new ArrayList<>();
    private final Sightings sightings = new Sightings();
    private Optional<byte[]> xmp = Optional.empty();

    private record Chunk(String type, int start, int length) {}

    private PngFile(byte[] bytes) {
        this.bytes = bytes;
    }

    /// Reads the chunks; what is wrong is among the flaws of [#sightings()].
    public static PngFile parse(byte[] bytes) {
        PngFile file = new PngFile(bytes);
        file.readChunks();
        file.readLabels();
        return file;
    }

    private void readChunks() {
        int at = SIGNATURE;
        while (at + 12 <= bytes.length) {
            long length = Bytes.u32(bytes, at);
            String type = Bytes.latin1(bytes, at + 4, 4);
            if (length > bytes.length - at - 12) {
                sightings.flaw("the PNG file ends inside a chunk");
                return;
            }
            if (!type.matches("[A-Za-z]{4}")
                    || chunks.isEmpty() != type.equals("IHDR")
                    || chunks.size() >= MAX_CHUNKS) {
                sightings.flaw("the PNG chunks are not in order at byte " + at);
                return;
            }
            int data = at + 8;
            CRC32 crc = new CRC32();
            crc.update(bytes, at + 4, (int) length + 4);
            if (crc.getValue() != Bytes.u32(bytes, data + (int) length)) {
                sightings.flaw("the PNG chunk at byte " + at + " has a wrong checksum");
            }
            chunks.add(new Chunk(type, data, (int) length));
            at = data + (int) length + 4;
            if (type.equals("IEND")) {
                trailing(at);
                return;
            }
        }
        sightings.flaw("the PNG file ends before its IEND chunk");
    }

    private void trailing(int at) {
        if (at < bytes.length) {
            sightings.unread("bytes follow the end of the PNG picture");
            sightings.search(Place.MISPLACED, "after IEND", Bytes.latin1(bytes, at, bytes.length - at));
        }
        if (size().isEmpty() || chunks.stream().noneMatch(chunk -> chunk.type.equals("IDAT"))) {
            sightings.flaw("the PNG file holds no picture");
        }
    }

    private void readLabels() {
        int texts = 0;
        for (Chunk chunk : chunks) {
            if (TEXT.contains(chunk.type)) {
                if (++texts > MAX_TEXT_CHUNKS) {
                    sightings.unread("more than " + MAX_TEXT_CHUNKS + " text chunks");
                    return;
                }
                readText(chunk);
            } else if (chunk.type.equals("eXIf")) {
                Exif.read(Bytes.slice(bytes, chunk.start, chunk.length)).addTo(sightings, "PNG eXIf");
            } else if (!PIXELS.contains(chunk.type) && !chunk.type.equals("caBX")) {
                sightings.search(Place.MISPLACED, "PNG " + chunk.type, Bytes.latin1(bytes, chunk.start, chunk.length));
            }
        }
    }

    private void readText(Chunk chunk) {
        Optional<PngText> read = PngText.read(chunk.type, Bytes.slice(bytes, chunk.start, chunk.length));
        if (read.isEmpty()) {
            sightings.unread("a PNG text chunk cannot be read");
            return;
        }
        PngText text = read.get();
        String location = "PNG " + chunk.type + " " + text.keyword();
        if (text.keyword().equals(Xmp.PNG_KEYWORD)) {
            xmp = Optional.of(text.value());
            Xmp.read(text.value(), "PNG " + chunk.type + " XMP", Place.PRESCRIBED, sightings);
        } else if (text.keyword().equals("AIGC")) {
            Place place = chunk.type.equals("tEXt") ? Place.ALTERNATIVE : Place.MISPLACED;
            sightings.site(place, location, text.asUtf8());
        } else if (text.keyword().startsWith("Raw profile type")) {
            sightings.unread("the PNG text chunk " + text.keyword() + " is not read");
        } else {
            sightings.search(Place.MISPLACED, location, text.asUtf8());
        }
    }

    /// The labels and flaws seen.
    public Sightings sightings() {
        return sightings;
    }

    /// Width and height, if the header has sound ones.
    public Optional<Size> size() {
        return header().map(
                        ihdr -> new Size((int) Bytes.u32(bytes, ihdr.start), (int) Bytes.u32(bytes, ihdr.start + 4)))
                .filter(size -> size.width() > 0 && size.height() > 0);
    }

    private Optional<Chunk> header() {
        return chunks.stream().findFirst().filter(chunk -> chunk.length == 13);
    }

    /// Whether it is an APNG, whose further frames would be lost by decoding the first.
    public boolean animated() {
        return chunks.stream().anyMatch(chunk -> chunk.type.equals("acTL"));
    }

    /// The EXIF orientation, 1 to 8.
    public int orientation() {
        return chunks.stream()
                .filter(chunk -> chunk.type.equals("eXIf"))
                .findFirst()
                .map(chunk ->
                        Exif.read(Bytes.slice(bytes, chunk.start, chunk.length)).orientation())
                .orElse(1);
    }

    /// The XMP packet, if there is one.
    public Optional<byte[]> xmp() {
        return xmp;
    }

    /// The same picture with nothing but what a decoder needs for its pixels.
    public byte[] pixelsOnly() {
        ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length);
        out.write(bytes, 0, SIGNATURE);
        chunks.stream().filter(chunk -> PIXELS.contains(chunk.type)).forEach(chunk -> raw(chunk, out));
        return out.toByteArray();
    }

    /// This encoded picture with the colour chunks and other texts of the picture it was made from, and with this XMP
    /// packet.
    public byte[] with(PngFile source, String packet) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length + packet.length() + 4096);
        out.write(bytes, 0, SIGNATURE);
        for (Chunk chunk : chunks) {
            raw(chunk, out);
            if (chunk.type.equals("IHDR")) {
                source.chunks.stream().filter(source::outlivesPixels).forEach(kept -> source.raw(kept, out));
                out.writeBytes(PngText.chunk(Xmp.PNG_KEYWORD, packet));
            }
        }
        return out.toByteArray();
    }

    private boolean outlivesPixels(Chunk chunk) {
        if (COLOUR.contains(chunk.type)) {
            return true;
        }
        if (chunk.type.equals("iCCP")) {
            return header().filter(ihdr -> (bytes[ihdr.start + 9] & 2) != 0).isPresent();
        }
        return TEXT.contains(chunk.type)
                && PngText.read(chunk.type, Bytes.slice(bytes, chunk.start, chunk.length))
                        .filter(text -> !text.keyword().equals(Xmp.PNG_KEYWORD))
                        .filter(text -> !text.keyword().equals("AIGC"))
                        .filter(text -> !text.keyword().startsWith("Raw profile type"))
                        .filter(text -> AigcText.in(text.asUtf8()).isEmpty())
                        .isPresent();
    }

    private void raw(Chunk chunk, ByteArrayOutputStream out) {
        out.write(bytes, chunk.start - 8, chunk.length + 12);
    }
}
