package io.mingshi.labels.container.bmff;

import static io.mingshi.labels.LabelException.Code.MALFORMED;
import static io.mingshi.labels.LabelException.Code.TOO_LARGE;
import static io.mingshi.labels.LabelException.Code.UNSUPPORTED;

import io.mingshi.labels.LabelException;
import io.mingshi.labels.container.Container;
import io.mingshi.labels.container.LabelSite.Place;
import io.mingshi.labels.container.ManifestHost;
import io.mingshi.labels.container.OneLabel;
import io.mingshi.labels.container.Sightings;
import io.mingshi.labels.source.Source;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/// MP4, MOV and M4A: the key `AIGC` with the handler `mdta` in `moov/udta/meta` (TC260-PG-20257A, TC260-PG-202510A),
/// the form that ffmpeg writes with `-movflags use_metadata_tags`.
///
/// Other metadata stays. Media is never copied; what names places in the file is corrected where they move.
public final class BmffContainer implements Container, ManifestHost {
    /// The header of a film of days stays below.
    private static final long LONGEST_MOVIE = 64L << 20;

    /// For every MP4, MOV or M4A file.
    public BmffContainer() {}

    @Override
    public Sightings read(Source file) throws IOException {
        Sightings sightings = new Sightings();
        try {
            List<Box> topLevel = BmffBoxes.topLevel(file);
            MovieLabels.of(file, topLevel, Place.PRESCRIBED).addTo(sightings);
            requireMedia(file, topLevel, movie(topLevel));
        } catch (LabelException unsound) {
            sightings.flaw(String.valueOf(unsound.getMessage()));
        }
        return sightings;
    }

    private static Node movie(List<Box> topLevel) {
        List<Box> movies = topLevel.stream().filter(box -> box.is("moov")).toList();
        if (movies.size() != 1) {
            throw MALFORMED.with(movies.isEmpty() ? "the film has no header (moov)" : "the film has several headers");
        }
        if (movies.getFirst().length() > LONGEST_MOVIE) {
            throw TOO_LARGE.with("the film's header is longer than " + LONGEST_MOVIE + " bytes");
        }
        return Node.top(movies.getFirst());
    }

    private static void requireMedia(Source file, List<Box> topLevel, Node moov) throws IOException {
        if (!moov.all(file, "cmov").isEmpty()) {
            throw UNSUPPORTED.with("the film's header is compressed (cmov); write the film anew without compression");
        }
        if (moov.all(file, "mvhd").isEmpty() || moov.all(file, "trak").isEmpty()) {
            throw MALFORMED.with("the film's header names no film and no track");
        }
        long end = topLevel.getLast().end();
        for (PlaceTable table : PlaceTable.of(file, moov)) {
            if (table.farthest(file) >= end) {
                throw MALFORMED.with("the film ends before its last samples");
            }
        }
    }

    @Override
    public Source label(Source file, String json) throws IOException {
        List<Box> topLevel = BmffBoxes.topLevel(file);
        Node moov = movie(topLevel);
        requireMedia(file, topLevel, moov);
        BoxEdits edits = new BoxEdits(file);
        LabelPlace place = LabelPlace.in(file, moov);
        MovieLabels.of(file, topLevel, Place.PRESCRIBED).remove(edits, place.rewritten());
        place.write(file, edits, json);
        FreeBoxes.absorb(file, topLevel, moov.box(), edits);
        AbsolutePlaces.correct(file, topLevel, edits);
        return OneLabel.required(this, edits.apply(), json);
    }

    @Override
    public Optional<Found> find(Source file) throws IOException {
        return ManifestBox.find(file);
    }

    @Override
    public Hosted host(Source file, byte[] store) throws IOException {
        return ManifestBox.host(file, store);
    }
}
