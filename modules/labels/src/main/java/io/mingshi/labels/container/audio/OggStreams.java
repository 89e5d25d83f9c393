package io.mingshi.labels.container.audio;

import io.mingshi.labels.container.Sightings;
import io.mingshi.labels.source.Source;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The streams of an OGG file: those that run side by side form a link, and links may follow each other.
///
/// Every page is visited, by its header alone unless it holds headers of a stream.
final class OggStreams {
    /// No real file has more side by side.
    private static final int MAX_STREAMS = 64;

    /// Between two pages whose places are kept, so that a page of a large file is found again soon.
    private static final long INDEX_STEP = 1 << 16;

    private final Source file;
    private final Sightings flaws;
    private final Sightings labels = new Sightings();
    private final Sightings laterLabels = new Sightings();
    private final List<OggStream> first = new ArrayList<>();
    private final List<Long> index = new ArrayList<>();
    private Map<Integer, OggStream> link = new HashMap<>();
    private boolean starting = true;
    private int links;
    private long firstEnd;

    private OggStreams(Source file, Sightings flaws) {
        this.file = file;
        this.flaws = flaws;
    }

    /// Reads all pages and adds what is wrong to the flaws, labels and what cannot be read to the sightings.
    static OggStreams read(Source file, Sightings sightings) throws IOException {
        OggStreams streams = new OggStreams(file, sightings);
        streams.readPages();
        return streams;
    }

    private void readPages() throws IOException {
        long at = 0;
        while (at < file.size()) {
            Optional<OggPage> page = OggPage.at(file, at);
            if (page.isEmpty() || !take(page.get())) {
                flaws.flaw("the OGG file is damaged or cut off at byte " + at);
                closeLink();
                return;
            }
            at = page.get().end();
        }
        closeLink();
        if (links == 0) {
            flaws.flaw("the OGG file is empty");
        }
    }

    /// Whether the page fits where it stands.
    private boolean take(OggPage page) throws IOException {
        if (page.isFirst()) {
            if (!starting) {
                closeLink();
            }
            starting = true;
            OggStream stream = new OggStream(page);
            return link.size() < MAX_STREAMS && link.putIfAbsent(page.serial(), stream) == null;
        }
        starting = false;
        if (links == 0 && (index.isEmpty() || page.start() - index.getLast() >= INDEX_STEP)) {
            index.add(page.start());
        }
        OggStream stream = link.get(page.serial());
        if (stream == null || stream.ended()) {
            return false;
        }
        stream.add(page);
        if (links == 0) {
            firstEnd = page.end();
        }
        return true;
    }

    private void closeLink() throws IOException {
        if (link.isEmpty()) {
            return;
        }
        for (OggStream stream : link.values()) {
            judge(stream);
            stream.readLabels(links == 0 ? labels : laterLabels);
        }
        if (links == 0) {
            first.addAll(link.values());
        }
        links++;
        link = new HashMap<>();
    }

    private void judge(OggStream stream) {
        if (!stream.sound()) {
            flaws.flaw("pages of the OGG file are missing or damaged");
        } else if (!stream.ended()) {
            flaws.flaw("the OGG file ends before its sound does");
        }
    }

    /// What was seen in the streams of the first link.
    Sightings labels() {
        return labels;
    }

    /// What was seen in the streams behind it.
    Sightings laterLabels() {
        return laterLabels;
    }

    /// The streams of the first link, in no order.
    Collection<OggStream> first() {
        return first;
    }

    /// Where the first link ends.
    long firstEnd() {
        return firstEnd;
    }

    /// Places of pages of the first link, about one in each 64 KiB.
    List<Long> index() {
        return index;
    }
}
