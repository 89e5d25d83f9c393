package io.mingshi.labels.container.audio;

import io.mingshi.labels.container.Bytes;
import io.mingshi.labels.container.LabelSite.Place;
import io.mingshi.labels.container.Sightings;
import io.mingshi.labels.source.Splice;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Labels in the frames of ID3v2 tags: in a user defined text with the description `AIGC`
/// (TC260-PG-202510A), and wherever else they were put.
final class Id3Labels {
    static final String DESCRIPTION = "AIGC";
    private static final String XMP_OWNER = "XMP\0";

    private Id3Labels() {}

    /// Adds the labels of a tag and what of it could not be read.
    ///
    /// @param place what a user defined text `AIGC` in this tag is
    static void read(Id3Tag tag, Place place, Sightings sightings) throws IOException {
        tag.problem().ifPresent(sightings::unread);
        for (Id3Frame frame : tag.frames()) {
            read(frame, frame.version() == 2 ? Place.MISPLACED : place, sightings);
        }
    }

    private static void read(Id3Frame frame, Place place, Sightings sightings) throws IOException {
        String location = "ID3v2." + frame.version() + " " + frame.id();
        if (frame.is("APIC", "PIC") || frame.manifest().isPresent()) {
            return;
        }
        Optional<Region> content = frame.content();
        if (content.isEmpty() || content.get().length() > Id3Frame.LONGEST_TEXT) {
            if (!frame.is("GEOB", "GEO")) {
                sightings.unread("the frame " + location + " is encrypted, damaged or too long");
            }
        } else if (isXmp(frame, content.get())) {
            StrayLabels.readXmp(content.get().after(XMP_OWNER.length()), location + " XMP", sightings);
        } else {
            readText(frame, content.get().bytes(), place, location, sightings);
        }
    }

    private static boolean isXmp(Id3Frame frame, Region content) throws IOException {
        return frame.is("PRIV", "")
                && Bytes.startsWith(content.head(4), 0, (int) Math.min(4, content.length()), XMP_OWNER);
    }

    private static void readText(Id3Frame frame, byte[] content, Place place, String location, Sightings sightings) {
        if (content.length == 0) {
            return;
        }
        int encoding = content[0];
        if (frame.isUserText()) {
            int descriptionEnd = Id3Text.end(content, 1, encoding);
            Optional<String> description = Id3Text.decode(content, 1, descriptionEnd, encoding);
            if (description.filter(DESCRIPTION::equalsIgnoreCase).isPresent()) {
                int from = Math.min(Id3Text.next(content, 1, encoding), content.length);
                Place here = description.get().equals(DESCRIPTION) ? place : Place.MISPLACED;
                Id3Text.decode(content, from, content.length, encoding)
                        .ifPresentOrElse(
                                text -> sightings.site(here, location + " AIGC", withoutTerminators(text)),
                                () -> sightings.unread("the text of " + location + " AIGC is not in its encoding"));
                return;
            }
        }
        sightings.search(Place.MISPLACED, location, anyText(frame, content));
    }

    private static String withoutTerminators(String text) {
        return text.replace('\0', ' ').strip();
    }

    /// The strings of a text frame one behind the other, and the bytes of any other.
    private static String anyText(Id3Frame frame, byte[] content) {
        int language = frame.is("COMM", "COM") || frame.is("USLT", "ULT") ? 3 : 0;
        int from = Math.min(1 + language, content.length);
        Optional<String> text =
                frame.isText() ? Id3Text.decode(content, from, content.length, content[0]) : Optional.empty();
        return text.orElseGet(() -> Bytes.latin1(content, 0, content.length));
    }

    /// The frames that carry no label; XMP stays without its label, and is left behind if it cannot be read.
    static List<Id3Frame> without(List<Id3Frame> frames) throws IOException {
        List<Id3Frame> kept = new ArrayList<>();
        for (Id3Frame frame : frames) {
            without(frame).ifPresent(kept::add);
        }
        return kept;
    }

    private static Optional<Id3Frame> without(Id3Frame frame) throws IOException {
        Optional<Region> content = frame.content();
        if (content.isPresent() && isXmp(frame, content.get())) {
            return withoutXmpLabel(frame, content.get());
        }
        Sightings seen = new Sightings();
        read(frame, Place.MISPLACED, seen);
        boolean unreadableLabel =
                frame.isUserText() && content.isPresent() && !seen.unread().isEmpty();
        return seen.sites().isEmpty() && !unreadableLabel ? Optional.of(frame) : Optional.empty();
    }

    private static Optional<Id3Frame> withoutXmpLabel(Id3Frame frame, Region content) throws IOException {
        Region packet = content.after(XMP_OWNER.length());
        Optional<Region> cleaned = StrayLabels.withoutXmpLabel(packet);
        if (cleaned.filter(packet::equals).isPresent()) {
            return Optional.of(frame);
        }
        return cleaned.map(xmp -> {
            Splice.Builder body = Splice.builder().insert(Bytes.latin1(XMP_OWNER));
            xmp.appendTo(body);
            return new Id3Frame(frame.version(), frame.id(), frame.status(), 0, Region.of(body.build()));
        });
    }
}
