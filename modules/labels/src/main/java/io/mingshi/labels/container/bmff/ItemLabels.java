package io.mingshi.labels.container.bmff;

import static io.mingshi.labels.LabelException.Code.MALFORMED;

import io.mingshi.labels.LabelException;
import io.mingshi.labels.container.Bytes;
import io.mingshi.labels.container.Exif;
import io.mingshi.labels.container.LabelSite;
import io.mingshi.labels.container.LabelSite.Place;
import io.mingshi.labels.container.Sightings;
import io.mingshi.labels.container.Xmp;
import io.mingshi.labels.container.bmff.ItemLocations.Item;
import io.mingshi.labels.container.bmff.Items.Entry;
import io.mingshi.labels.source.Source;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The items of metadata that carry labels.
record ItemLabels(List<Found> found) {
    /// Far more than any picture has.
    private static final int MAX_ITEMS = 1_000;

    /// An item and the labels in it.
    record Found(Entry entry, Item item, List<LabelSite> sites) {}

    /// Reads the items; what cannot be read is told to the sightings.
    static ItemLabels of(Source file, Node meta, Sightings sightings) throws IOException {
        Items items = Items.read(file, meta);
        List<Found> found = new ArrayList<>();
        int read = 0;
        for (Entry entry : items.entries()) {
            if (!entry.type().equals("mime") && !entry.type().equals("Exif")) {
                continue;
            }
            if (++read > MAX_ITEMS) {
                sightings.unread("the picture has more than " + MAX_ITEMS + " items of metadata");
                break;
            }
            read(file, items, entry, sightings).ifPresent(found::add);
        }
        return new ItemLabels(found);
    }

    private static Optional<Found> read(Source file, Items items, Entry entry, Sightings sightings) throws IOException {
        Optional<Item> item = items.location(entry);
        if (item.isEmpty()) {
            return Optional.empty();
        }
        Sightings seen = new Sightings();
        try {
            sites(content(file, items, entry, item.get()), entry, seen);
        } catch (LabelException unsound) {
            seen.unread("the item " + entry.id() + " cannot be read: " + unsound.getMessage());
        }
        seen.unread().forEach(sightings::unread);
        return seen.sites().isEmpty() ? Optional.empty() : Optional.of(new Found(entry, item.get(), seen.sites()));
    }

    /// The bytes of an item, inflated.
    static byte[] content(Source file, Items items, Entry entry, Item item) throws IOException {
        if (entry.isProtected()) {
            throw MALFORMED.with("it is protected");
        }
        return Inflated.of(items.bytes(file, item), entry.encoding())
                .orElseThrow(() -> MALFORMED.with("its compression is unknown or damaged"));
    }

    private static void sites(byte[] bytes, Entry entry, Sightings seen) {
        String location = "item " + entry.id();
        if (entry.isXmp()) {
            Xmp.read(bytes, location + " XMP", Place.PRESCRIBED, seen);
        } else if (entry.type().equals("Exif")) {
            exif(bytes, location, seen);
        } else {
            seen.search(Place.MISPLACED, location, Bytes.latin1(bytes, 0, bytes.length));
        }
    }

    /// The first four bytes say how far behind them the TIFF header stands.
    private static void exif(byte[] bytes, String location, Sightings seen) {
        long skip = bytes.length < 4 ? Long.MAX_VALUE : Bytes.u32(bytes, 0) + 4;
        if (skip > bytes.length) {
            seen.unread("the EXIF block of " + location + " is cut short");
            return;
        }
        Exif.read(Bytes.slice(bytes, (int) skip, bytes.length - (int) skip)).addTo(seen, location + " EXIF");
    }

    /// Notes the labels.
    void addTo(Sightings sightings) {
        found.forEach(one -> one.sites().forEach(site -> sightings.site(site.place(), site.location(), site.text())));
    }

    /// Notes the labels where no guide foresees them.
    void addTo(Sightings sightings, Place place) {
        found.forEach(one -> one.sites().forEach(site -> sightings.site(place, site.location(), site.text())));
    }
}
