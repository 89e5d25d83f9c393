package io.mingshi.labels.container.audio;

import io.mingshi.labels.container.AigcText;
import io.mingshi.labels.container.Bytes;
import io.mingshi.labels.container.LabelSite.Place;
import io.mingshi.labels.container.Sightings;
import io.mingshi.labels.container.Xmp;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// Labels in parts of sound files that no guide foresees: found by search, removed by overwriting them with spaces.
final class StrayLabels {
    /// The longest part that is searched: 4 MiB, far above any text. Longer ones are named as not read.
    static final int LONGEST_SEARCHED = 4 << 20;

    private StrayLabels() {}

    static void read(Region part, String location, Sightings sightings) throws IOException {
        if (part.length() > LONGEST_SEARCHED) {
            sightings.unread(location + " is too long to be searched for a label");
        } else {
            byte[] bytes = part.bytes();
            sightings.search(Place.MISPLACED, location, Bytes.latin1(bytes, 0, bytes.length));
        }
    }

    /// The same part with spaces in the place of every label, or the part itself if it has none or is too long.
    static Region blanked(Region part) throws IOException {
        if (part.length() > LONGEST_SEARCHED) {
            return part;
        }
        byte[] bytes = part.bytes();
        boolean none = AigcText.in(Bytes.latin1(bytes, 0, bytes.length)).isEmpty();
        return none ? part : Region.of(AigcText.blanked(bytes));
    }

    static void readXmp(Region packet, String location, Sightings sightings) throws IOException {
        if (packet.length() > LONGEST_SEARCHED) {
            sightings.unread("the XMP packet of " + location + " is too long");
        } else {
            Xmp.read(packet.bytes(), location, Place.MISPLACED, sightings);
        }
    }

    /// The same packet without a label, itself if it has none, or nothing if it cannot be read.
    static Optional<Region> withoutXmpLabel(Region packet) throws IOException {
        Sightings seen = new Sightings();
        readXmp(packet, "", seen);
        if (!seen.unread().isEmpty()) {
            return Optional.empty();
        }
        if (seen.sites().isEmpty()) {
            return Optional.of(packet);
        }
        return Xmp.without(packet.bytes()).map(xml -> Region.of(xml.getBytes(StandardCharsets.UTF_8)));
    }

    /// The text of a place that is made for a label.
    static void label(Region text, Place place, String location, Sightings sightings) throws IOException {
        Optional<String> json =
                text.length() > LONGEST_LABEL ? Optional.empty() : Bytes.utf8(text.bytes(), 0, (int) text.length());
        json.ifPresentOrElse(
                found ->
                        sightings.site(place, location, found.replace('\0', ' ').strip()),
                () -> sightings.unread("the text of " + location + " is too long or not UTF-8"));
    }

    /// A label has a few hundred characters, with signatures a few thousand.
    private static final int LONGEST_LABEL = 65_536;
}
