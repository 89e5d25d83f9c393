package io.mingshi.labels.container.film;

import static io.mingshi.labels.LabelException.Code.MALFORMED;

import io.mingshi.labels.LabelException;
import io.mingshi.labels.container.AigcText;
import io.mingshi.labels.container.Bytes;
import io.mingshi.labels.container.Container;
import io.mingshi.labels.container.LabelSite.Place;
import io.mingshi.labels.container.OneLabel;
import io.mingshi.labels.container.Sightings;
import io.mingshi.labels.container.Xmp;
import io.mingshi.labels.container.film.AviFile.Chunk;
import io.mingshi.labels.container.film.AviFile.Riff;
import io.mingshi.labels.source.Source;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// AVI: the chunk `AIGC` in the RIFF `LIST` of type `INFO` (TC260-PG-20257A).
///
/// Other entries stay. The list stands before the media, where readers look for it; places that indexes name in the
/// whole file are corrected where they move.
public final class AviContainer implements Container {
    static final String LABEL = "AIGC";
    static final String XMP = "_PMX";

    private static final int LONGEST_LABEL = 65_536;
    private static final int LONGEST_SEARCHED = 4 << 20;
    private static final Set<String> MEDIA = Set.of("idx1", "JUNK", "LIST");

    /// For every AVI file.
    public AviContainer() {}

    @Override
    public Sightings read(Source file) throws IOException {
        Sightings sightings = new Sightings();
        try {
            AviFile film = AviFile.read(file);
            for (Riff riff : film.riffs()) {
                for (Chunk chunk : riff.children()) {
                    read(file, chunk, riff.equals(film.first()), sightings);
                }
            }
            if (film.end() < file.size()) {
                sightings.unread("bytes follow the last part of the film");
            }
        } catch (LabelException unsound) {
            sightings.flaw(String.valueOf(unsound.getMessage()));
        }
        return sightings;
    }

    private static void read(Source file, Chunk chunk, boolean inFirst, Sightings sightings) throws IOException {
        if (chunk.isList("INFO")) {
            for (Chunk child : AviFile.within(file, chunk)) {
                if (child.id().equals(LABEL)) {
                    label(file, child, "LIST/INFO AIGC", inFirst ? Place.PRESCRIBED : Place.MISPLACED, sightings);
                } else {
                    search(file, child, "LIST/INFO " + child.name(), sightings);
                }
            }
        } else if (chunk.isList("hdrl")) {
            search(file, chunk, "LIST/hdrl", sightings);
        } else if (!MEDIA.contains(chunk.id())) {
            foreign(file, chunk, sightings);
        }
    }

    private static void foreign(Source file, Chunk chunk, Sightings sightings) throws IOException {
        switch (chunk.id()) {
            case LABEL -> label(file, chunk, "chunk AIGC", Place.MISPLACED, sightings);
            case XMP -> {
                if (chunk.length() > LONGEST_SEARCHED) {
                    sightings.unread("the XMP packet of the film is too long");
                } else {
                    Xmp.read(content(file, chunk), "chunk _PMX XMP", Place.MISPLACED, sightings);
                }
            }
            default -> search(file, chunk, "chunk " + chunk.name(), sightings);
        }
    }

    private static void label(Source file, Chunk chunk, String location, Place place, Sightings sightings)
            throws IOException {
        Optional<String> text = chunk.length() > LONGEST_LABEL
                ? Optional.empty()
                : Bytes.utf8(content(file, chunk), 0, (int) chunk.length());
        text.ifPresentOrElse(
                json -> sightings.site(place, location, json.replace('\0', ' ').strip()),
                () -> sightings.unread("the text of " + location + " is too long or not UTF-8"));
    }

    private static void search(Source file, Chunk chunk, String location, Sightings sightings) throws IOException {
        if (chunk.length() > LONGEST_SEARCHED) {
            sightings.unread(location + " is too long to be searched for a label");
        } else {
            sightings.search(Place.MISPLACED, location, Bytes.latin1(content(file, chunk), 0, (int) chunk.length()));
        }
    }

    private static byte[] content(Source file, Chunk chunk) throws IOException {
        return file.bytes(chunk.content(), (int) chunk.length());
    }

    @Override
    public Source label(Source file, String json) throws IOException {
        AviFile film = AviFile.read(file);
        AviEdits edits = new AviEdits(file, film);
        for (Riff riff : film.riffs()) {
            for (Chunk chunk : riff.children()) {
                clean(file, riff, chunk, edits);
            }
        }
        edits.label(json);
        return OneLabel.required(this, edits.apply(), json);
    }

    /// Takes labels out of a chunk beside the lists of information, which are rewritten as a whole.
    private static void clean(Source file, Riff riff, Chunk chunk, AviEdits edits) throws IOException {
        if (chunk.isList("INFO") || MEDIA.contains(chunk.id())) {
            return;
        }
        Sightings seen = new Sightings();
        foreign(file, chunk, seen);
        if (seen.sites().isEmpty()) {
            return;
        }
        if (chunk.id().equals(XMP)) {
            String packet = Xmp.without(content(file, chunk))
                    .orElseThrow(() -> MALFORMED.with("the XMP packet of the film is not sound XML; remove it"));
            edits.replace(riff, chunk, AviEdits.chunk(XMP, packet.getBytes(StandardCharsets.UTF_8)));
        } else {
            edits.replace(riff, chunk, new byte[0]);
        }
    }

    /// The entries of a list of information that are no label, each with its header.
    static List<byte[]> entries(Source file, Chunk list) throws IOException {
        List<byte[]> kept = new ArrayList<>();
        for (Chunk child : AviFile.within(file, list)) {
            boolean large = child.length() > LONGEST_SEARCHED;
            byte[] content = large ? new byte[0] : content(file, child);
            if (large) {
                throw MALFORMED.with("an entry of the film's information is too long");
            }
            if (!child.id().equals(LABEL)
                    && AigcText.in(Bytes.latin1(content, 0, content.length)).isEmpty()) {
                kept.add(AviEdits.chunk(child.id(), content));
            }
        }
        return kept;
    }
}
