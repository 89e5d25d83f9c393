package io.mingshi.labels.container.image;

import io.mingshi.labels.container.AigcText;
import io.mingshi.labels.container.Bytes;
import io.mingshi.labels.container.Container;
import io.mingshi.labels.container.Exif;
import io.mingshi.labels.container.LabelSite.Place;
import io.mingshi.labels.container.Sightings;
import io.mingshi.labels.container.Xmp;
import io.mingshi.labels.container.image.PngChunks.Chunk;
import io.mingshi.labels.source.Source;
import io.mingshi.labels.source.Splice;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;

/// PNG and APNG: the label is a property of the XMP packet in an `iTXt` chunk.
///
/// Bytes behind the end of the picture, which no viewer shows, do not survive labelling.
public final class PngContainer implements Container {
    private static final int MAX_TEXT_CHUNKS = 1_000;
    private static final Set<String> PIXELS = Set.of("IHDR", "PLTE", "tRNS", "IDAT", "IEND", "acTL", "fcTL", "fdAT");
    private static final Set<String> TEXT = Set.of("tEXt", "zTXt", "iTXt");
    private static final String EXIF = "eXIf";
    static final String C2PA = "caBX";
    private static final String LABEL = "AIGC";

    /// A container; it has no state.
    public PngContainer() {}

    @Override
    public Sightings read(Source file) throws IOException {
        Sightings sightings = new Sightings();
        PngChunks png = PngChunks.read(file, sightings);
        int texts = 0;
        for (Chunk chunk : png.chunks()) {
            if (TEXT.contains(chunk.type())) {
                if (++texts > MAX_TEXT_CHUNKS) {
                    sightings.unread("more than " + MAX_TEXT_CHUNKS + " text chunks");
                    break;
                }
                text(png, chunk)
                        .ifPresentOrElse(
                                text -> readText(chunk.type(), text, sightings),
                                () -> sightings.unread("a PNG text chunk cannot be read"));
            } else if (chunk.type().equals(EXIF)) {
                exif(png, chunk).addTo(sightings, "PNG eXIf");
            } else if (!PIXELS.contains(chunk.type()) && !chunk.type().equals(C2PA)) {
                GluedText.find(file, chunk.start(), chunk.length())
                        .ifPresent(found -> sightings.site(Place.MISPLACED, "PNG " + chunk.type(), found));
            }
        }
        if (png.end() > 0 && png.end() < file.size()) {
            sightings.unread("bytes follow the end of the PNG picture");
            GluedText.find(file, png.end(), file.size() - png.end())
                    .ifPresent(found -> sightings.site(Place.MISPLACED, "after IEND", found));
        }
        return sightings;
    }

    private static Optional<PngText> text(PngChunks png, Chunk chunk) throws IOException {
        return chunk.length() > PngText.MAX_TEXT ? Optional.empty() : PngText.read(chunk.type(), png.data(chunk));
    }

    private static Exif exif(PngChunks png, Chunk chunk) throws IOException {
        return Exif.read(chunk.length() > PngText.MAX_TEXT ? new byte[0] : png.data(chunk));
    }

    private static void readText(String type, PngText text, Sightings sightings) {
        String location = "PNG " + type + " " + text.keyword();
        boolean international = type.equals("iTXt");
        if (text.keyword().equals(Xmp.PNG_KEYWORD)) {
            Xmp.read(
                    text.value(),
                    "PNG " + type + " XMP",
                    international ? Place.PRESCRIBED : Place.MISPLACED,
                    sightings);
        } else if (text.keyword().equals(LABEL)) {
            sightings.site(type.equals("tEXt") ? Place.ALTERNATIVE : Place.MISPLACED, location, text.asUtf8());
        } else if (text.keyword().startsWith(RawProfile.KEYWORD)) {
            readProfile(text, location, sightings);
        } else {
            sightings.search(Place.MISPLACED, location, text.asUtf8());
        }
    }

    private static void readProfile(PngText text, String location, Sightings sightings) {
        Optional<byte[]> profile = RawProfile.read(text.value());
        if (profile.isEmpty()) {
            sightings.unread("the PNG text chunk " + text.keyword() + " is not read");
            return;
        }
        byte[] bytes = profile.get();
        if (Bytes.startsWith(bytes, 0, bytes.length, "Exif\0\0")) {
            Exif.read(Bytes.slice(bytes, 6, bytes.length - 6)).addTo(sightings, location);
        } else if (text.keyword().endsWith(" xmp")) {
            Xmp.read(bytes, location, Place.MISPLACED, sightings);
        } else {
            sightings.search(Place.MISPLACED, location, Bytes.latin1(bytes, 0, bytes.length));
        }
    }

    @Override
    public Source label(Source file, String json) throws IOException {
        Sightings flaws = new Sightings();
        PngChunks png = PngChunks.read(file, flaws);
        LabelPacket.requireSound(flaws);
        Splice.Builder out = Splice.builder().copy(file, 0, PngChunks.SIGNATURE);
        String packet = new String(LabelPacket.of(xmp(png), json), StandardCharsets.UTF_8);
        for (Chunk chunk : png.chunks()) {
            if (TEXT.contains(chunk.type())) {
                copyText(file, png, chunk, out);
            } else if (chunk.type().equals(EXIF) && chunk.length() <= PngText.MAX_TEXT) {
                copyExif(exif(png, chunk), out);
            } else if (PIXELS.contains(chunk.type())) {
                out.copy(file, chunk.from(), chunk.whole());
            } else if (!chunk.type().equals(C2PA)) {
                copyOther(file, png, chunk, out);
            }
            if (chunk.type().equals("IHDR")) {
                out.insert(PngText.chunk(Xmp.PNG_KEYWORD, packet));
            }
        }
        return out.build();
    }

    private static void copyExif(Exif exif, Splice.Builder out) {
        if (exif.isReadable()) {
            out.insert(PngText.chunk(EXIF, exif.withoutLabels()));
        }
    }

    private static Optional<byte[]> xmp(PngChunks png) throws IOException {
        for (Chunk chunk : png.chunks()) {
            if (chunk.type().equals("iTXt")) {
                Optional<PngText> text =
                        text(png, chunk).filter(found -> found.keyword().equals(Xmp.PNG_KEYWORD));
                if (text.isPresent()) {
                    return text.map(PngText::value);
                }
            }
        }
        return Optional.empty();
    }

    /// A text that cannot be read is of no use to anybody and may hide a label: it is left behind.
    private static void copyText(Source file, PngChunks png, Chunk chunk, Splice.Builder out) throws IOException {
        Optional<PngText> text = text(png, chunk);
        if (text.isEmpty()) {
            return;
        }
        String keyword = text.get().keyword();
        if (keyword.equals(Xmp.PNG_KEYWORD) || keyword.equals(LABEL)) {
            return;
        }
        Sightings labels = new Sightings();
        readText(chunk.type(), text.get(), labels);
        if (!labels.unread().isEmpty()) {
            return;
        }
        if (labels.sites().isEmpty()) {
            out.copy(file, chunk.from(), chunk.whole());
        } else if (!keyword.startsWith(RawProfile.KEYWORD)) {
            out.insert(text.get().chunkWithoutLabels());
        }
    }

    /// A chunk of a kind unknown here is kept, without the label that somebody glued into it.
    private static void copyOther(Source file, PngChunks png, Chunk chunk, Splice.Builder out) throws IOException {
        if (GluedText.find(file, chunk.start(), chunk.length()).isEmpty()) {
            out.copy(file, chunk.from(), chunk.whole());
        } else if (chunk.length() <= PngText.MAX_TEXT) {
            out.insert(PngText.chunk(chunk.type(), AigcText.blanked(png.data(chunk))));
        }
    }
}
