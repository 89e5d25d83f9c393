package io.mingshi.labels.container.film;

import io.mingshi.labels.LabelException;
import io.mingshi.labels.container.Bytes;
import io.mingshi.labels.container.Container;
import io.mingshi.labels.container.LabelSite.Place;
import io.mingshi.labels.container.OneLabel;
import io.mingshi.labels.container.Sightings;
import io.mingshi.labels.source.Source;
import java.io.IOException;

/// Matroska and WebM: a tag `AIGC` of the film, `Segment/Tags/Tag/SimpleTag` (TC260-PG-20257A).
///
/// Other tags stay; media is never copied.
public final class MatroskaContainer implements Container {
    /// Descriptions and names are short.
    private static final int LONGEST_SEARCHED = 4 << 20;

    /// For every Matroska or WebM file.
    public MatroskaContainer() {}

    @Override
    public Sightings read(Source file) throws IOException {
        Sightings sightings = new Sightings();
        try {
            MatroskaFile film = MatroskaFile.read(file);
            for (EbmlElement element : film.elements()) {
                read(file, element, sightings);
            }
            if (film.end() < file.size()) {
                sightings.unread("bytes follow the segment of the film");
            }
        } catch (LabelException unsound) {
            sightings.flaw(String.valueOf(unsound.getMessage()));
        }
        return sightings;
    }

    private static void read(Source file, EbmlElement element, Sightings sightings) throws IOException {
        try {
            switch (element.id()) {
                case Ids.TAGS -> MatroskaTags.read(Ebml.read(file, element), sightings);
                case Ids.INFO -> search(file, element, "Info", sightings);
                case Ids.TRACKS -> search(file, element, "Tracks", sightings);
                case Ids.CHAPTERS -> search(file, element, "Chapters", sightings);
                case Ids.ATTACHMENTS -> attachments(file, element, sightings);
                default -> {}
            }
        } catch (LabelException unsound) {
            sightings.unread("an element of the film's header cannot be read: " + unsound.getMessage());
        }
    }

    private static void attachments(Source file, EbmlElement parent, Sightings sightings) throws IOException {
        for (long at = parent.content(); at < parent.end(); ) {
            EbmlElement element = EbmlElement.at(file, at, parent.end());
            if (element.isOpen()) {
                sightings.unread("an attachment of the film has no sound size");
                return;
            }
            if (element.id() == Ids.ATTACHED_FILE) {
                attachments(file, element, sightings);
            } else if (element.id() != Ids.FILE_DATA) {
                search(file, element, "Attachments", sightings);
            }
            at = element.end();
        }
    }

    private static void search(Source file, EbmlElement element, String location, Sightings sightings)
            throws IOException {
        if (element.length() > LONGEST_SEARCHED) {
            sightings.unread("the element " + location + " is too long to be searched for a label");
            return;
        }
        int length = (int) element.length();
        sightings.search(Place.MISPLACED, location, Bytes.latin1(file.bytes(element.content(), length), 0, length));
    }

    @Override
    public Source label(Source file, String json) throws IOException {
        Source labelled = new MatroskaEdits(file, MatroskaFile.read(file)).label(json);
        return OneLabel.required(this, labelled, json);
    }
}
