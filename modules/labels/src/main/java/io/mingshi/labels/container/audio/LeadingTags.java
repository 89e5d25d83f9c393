package io.mingshi.labels.container.audio;

import static io.mingshi.labels.LabelException.Code.MALFORMED;
import static io.mingshi.labels.LabelException.Code.TOO_LARGE;
import static io.mingshi.labels.LabelException.Code.UNSUPPORTED;

import io.mingshi.labels.container.LabelSite.Place;
import io.mingshi.labels.container.ManifestHost;
import io.mingshi.labels.container.ManifestHost.Found;
import io.mingshi.labels.container.ManifestHost.Hosted;
import io.mingshi.labels.container.ManifestHost.Range;
import io.mingshi.labels.container.Sightings;
import io.mingshi.labels.source.Source;
import io.mingshi.labels.source.Splice;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The ID3v2 tags before the sound of MP3 and FLAC files, usually one. The first also holds the C2PA store
/// (C2PA 2.2 specification, annex A.3.4).
///
/// @param end where the sound starts
record LeadingTags(Source file, List<Id3Tag> tags, long end) {
    private static final int MAX_TAGS = 16;

    static LeadingTags find(Source file) throws IOException {
        List<Id3Tag> tags = new ArrayList<>();
        long end = 0;
        Optional<Id3Tag> next = Id3Tag.at(file, end);
        while (next.isPresent() && tags.size() < MAX_TAGS) {
            tags.add(next.get());
            end = next.get().whole().end();
            next = Id3Tag.at(file, end);
        }
        return new LeadingTags(file, List.copyOf(tags), end);
    }

    void readLabels(Place place, Sightings sightings) throws IOException {
        for (Id3Tag tag : tags) {
            Id3Labels.read(tag, place, sightings);
        }
        if (tags.size() == MAX_TAGS) {
            sightings.unread("more ID3 tags than are read come before the sound");
        }
    }

    /// The version in which the first tag is written.
    int version() {
        return tags.isEmpty()
                ? Id3Writer.USUAL_VERSION
                : Id3Writer.versionFor(tags.getFirst().version());
    }

    /// Appends the tags without labels and C2PA stores; tags of which nothing is left go.
    ///
    /// @param more frames for the first tag
    void appendWithoutLabels(List<Id3Frame> more, Splice.Builder out) throws IOException {
        append(more, true, out);
    }

    private void append(List<Id3Frame> more, boolean withoutLabels, Splice.Builder out) throws IOException {
        if (tags.size() == MAX_TAGS) {
            throw MALFORMED.with("there are more ID3 tags than are read before the sound; remove some");
        }
        if (tags.isEmpty() && !more.isEmpty()) {
            Id3Writer.tag(version(), more, 0).appendTo(out);
        }
        List<Id3Frame> added = more;
        for (Id3Tag tag : tags) {
            List<Id3Frame> frames = tag.requireSound().frames();
            List<Id3Frame> kept = withoutManifest(withoutLabels ? Id3Labels.without(frames) : frames);
            if (kept.equals(frames) && added.isEmpty()) {
                tag.whole().appendTo(out);
            } else if (!kept.isEmpty() || !added.isEmpty()) {
                kept.addAll(added);
                Id3Writer.tag(
                                Id3Writer.versionFor(tag.version()),
                                kept,
                                tag.whole().length())
                        .appendTo(out);
            }
            added = List.of();
        }
    }

    private static List<Id3Frame> withoutManifest(List<Id3Frame> frames) throws IOException {
        List<Id3Frame> kept = new ArrayList<>();
        for (Id3Frame frame : frames) {
            if (frame.manifest().isEmpty()) {
                kept.add(frame);
            }
        }
        return kept;
    }

    /// The C2PA store in the first tag that has one. Only the store itself is left out of a hash.
    Optional<Found> manifest() throws IOException {
        for (Id3Tag tag : tags) {
            for (Id3Frame frame : tag.frames()) {
                Optional<Region> store = frame.manifest();
                if (store.isPresent()) {
                    return Optional.of(found(store.get()));
                }
            }
        }
        return Optional.empty();
    }

    private Found found(Region store) {
        if (store.length() > ManifestHost.LONGEST_STORE) {
            throw TOO_LARGE.with("the C2PA store is longer than " + ManifestHost.LONGEST_STORE + " bytes");
        }
        if (!store.source().equals(file)) {
            throw UNSUPPORTED.with("the C2PA store is not stored byte by byte in its ID3 tag, so no hash can fit it");
        }
        return new Found(store.toSource(), List.of(new Range(store.start(), store.length())));
    }

    /// The file with this store, as the last frame of the first tag.
    Hosted host(byte[] store) throws IOException {
        Splice.Builder out = Splice.builder();
        append(List.of(Id3Frame.manifest(version(), store)), false, out);
        Source hosted = out.copy(file, end, file.size() - end).build();
        Found found = find(hosted).manifest().orElseThrow();
        return new Hosted(hosted, found.excluded());
    }
}
