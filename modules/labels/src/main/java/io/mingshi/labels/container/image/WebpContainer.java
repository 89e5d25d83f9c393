package io.mingshi.labels.container.image;

import static io.mingshi.labels.LabelException.Code.TOO_LARGE;

import io.mingshi.labels.container.AigcText;
import io.mingshi.labels.container.Bytes;
import io.mingshi.labels.container.Container;
import io.mingshi.labels.container.Exif;
import io.mingshi.labels.container.LabelSite.Place;
import io.mingshi.labels.container.Sightings;
import io.mingshi.labels.container.Xmp;
import io.mingshi.labels.container.image.WebpChunks.Chunk;
import io.mingshi.labels.source.Source;
import io.mingshi.labels.source.Splice;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;

/// WebP, still or animated: the label is a property of the packet in the `XMP ` chunk. A simple file becomes an
/// extended one, which alone can hold metadata.
///
/// Bytes behind the end of the RIFF form do not survive labelling.
public final class WebpContainer implements Container {
    /// Metadata beyond this is not read: 1 MiB.
    private static final int LONGEST_METADATA = 1 << 20;

    private static final String XMP = "XMP ";
    private static final String EXIF = "EXIF";
    private static final String EXIF_PREFIX = "Exif\0\0";
    static final String C2PA = "C2PA";
    private static final Set<String> PICTURE = Set.of("VP8X", "VP8 ", "VP8L", "ALPH", "ANIM", "ANMF", "ICCP");

    /// A container; it has no state.
    public WebpContainer() {}

    @Override
    public Sightings read(Source file) throws IOException {
        Sightings sightings = new Sightings();
        WebpChunks webp = WebpChunks.read(file, sightings);
        for (Chunk chunk : webp.chunks()) {
            if (chunk.id().equals(XMP) || chunk.id().equals(EXIF)) {
                readMetadata(webp, chunk, sightings);
            } else if (!PICTURE.contains(chunk.id()) && !chunk.id().equals(C2PA)) {
                GluedText.find(file, chunk.start(), chunk.length())
                        .ifPresent(found -> sightings.site(Place.MISPLACED, "WebP " + chunk.id(), found));
            }
        }
        if (webp.end() > 0 && webp.end() < file.size()) {
            sightings.unread("bytes follow the end of the WebP picture");
            GluedText.find(file, webp.end(), file.size() - webp.end())
                    .ifPresent(found -> sightings.site(Place.MISPLACED, "after the RIFF form", found));
        }
        return sightings;
    }

    private static void readMetadata(WebpChunks webp, Chunk chunk, Sightings sightings) throws IOException {
        if (chunk.length() > LONGEST_METADATA) {
            sightings.unread("the WebP chunk " + chunk.id() + " is too long");
        } else if (chunk.id().equals(XMP)) {
            Xmp.read(webp.data(chunk), "WebP XMP", Place.PRESCRIBED, sightings);
        } else {
            byte[] data = webp.data(chunk);
            int prefix = prefix(data);
            Exif.read(Bytes.slice(data, prefix, data.length - prefix)).addTo(sightings, "WebP EXIF");
        }
    }

    /// Some writers put the identifier of the JPEG segment before the TIFF block.
    private static int prefix(byte[] exif) {
        return Bytes.startsWith(exif, 0, exif.length, EXIF_PREFIX) ? EXIF_PREFIX.length() : 0;
    }

    @Override
    public Source label(Source file, String json) throws IOException {
        Sightings flaws = new Sightings();
        WebpChunks webp = WebpChunks.read(file, flaws);
        LabelPacket.requireSound(flaws);
        byte[] extended = webp.extended();
        extended[0] |= WebpChunks.XMP_FLAG;
        Optional<Chunk> existing = webp.find(XMP).filter(chunk -> chunk.length() <= LONGEST_METADATA);
        Optional<byte[]> packet = existing.isPresent() ? Optional.of(webp.data(existing.get())) : Optional.empty();
        Splice.Builder out = Splice.builder().insert(WebpChunks.chunk(WebpChunks.EXTENDED, extended));
        byte[] label = WebpChunks.chunk(XMP, LabelPacket.of(packet, json));
        boolean placed = false;
        for (Chunk chunk : webp.chunks()) {
            boolean known = PICTURE.contains(chunk.id()) || chunk.id().equals(EXIF);
            if (!known && !placed) {
                out.insert(label);
                placed = true;
            }
            copy(file, webp, chunk, out);
        }
        if (!placed) {
            out.insert(label);
        }
        return WebpChunks.file(out.build())
                .orElseThrow(() -> TOO_LARGE.with("the WebP file has no room for a label; it may have 4 GiB at most"));
    }

    private static void copy(Source file, WebpChunks webp, Chunk chunk, Splice.Builder out) throws IOException {
        switch (chunk.id()) {
            case WebpChunks.EXTENDED, XMP, C2PA -> {}
            case EXIF -> {
                byte[] data = chunk.length() > LONGEST_METADATA ? new byte[0] : webp.data(chunk);
                int prefix = prefix(data);
                Exif exif = Exif.read(Bytes.slice(data, prefix, data.length - prefix));
                if (exif.isReadable()) {
                    byte[] clean = exif.withoutLabels();
                    System.arraycopy(clean, 0, data, prefix, clean.length);
                    insertOrCopy(file, chunk, data, out);
                }
            }
            default -> {
                boolean glued = !PICTURE.contains(chunk.id())
                        && GluedText.find(file, chunk.start(), chunk.length()).isPresent();
                if (!glued) {
                    out.copy(file, chunk.from(), chunk.end() - chunk.from());
                } else if (chunk.length() <= LONGEST_METADATA) {
                    out.insert(WebpChunks.chunk(chunk.id(), AigcText.blanked(webp.data(chunk))));
                }
            }
        }
    }

    private static void insertOrCopy(Source file, Chunk chunk, byte[] data, Splice.Builder out) {
        if (chunk.length() > LONGEST_METADATA) {
            out.copy(file, chunk.from(), chunk.end() - chunk.from());
        } else {
            out.insert(WebpChunks.chunk(chunk.id(), data));
        }
    }
}
