package io.mingshi.labels.container.film;

import static io.mingshi.labels.LabelException.Code.MALFORMED;
import static io.mingshi.labels.LabelException.Code.TOO_LARGE;
import static io.mingshi.labels.LabelException.Code.UNSUPPORTED;

import io.mingshi.labels.container.Skimmed;
import io.mingshi.labels.source.Source;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// The elements of a film, as far as its first level.
///
/// @param segment the one that holds all others
/// @param end where the segment ends
/// @param elements those of the first level, without clusters
/// @param firstCluster where the media begins; the end where there is none
record MatroskaFile(Source file, EbmlElement segment, long end, List<EbmlElement> elements, long firstCluster) {
    private static final Set<String> TYPES = Set.of("matroska", "webm");
    private static final int LONGEST_HEAD = 4096;
    private static final int MAX_ID_LENGTH = 4;
    private static final int MAX_SIZE_LENGTH = 8;

    /// Beside clusters a film has some tens of elements.
    private static final int MAX_ELEMENTS = 100_000;

    /// A longer filler is left as it is.
    private static final int LONGEST_FILLER = 1 << 20;

    /// A step over one cluster.
    interface Visitor {
        void cluster(EbmlElement cluster, long end) throws IOException;
    }

    static MatroskaFile read(Source file) throws IOException {
        EbmlElement head = EbmlElement.at(file, 0, file.size());
        if (head.id() != Ids.EBML || head.isOpen() || head.length() > LONGEST_HEAD) {
            throw MALFORMED.with("the film does not begin with an EBML header");
        }
        requireMatroska(file, head);
        EbmlElement segment = skipFillers(file, head.end());
        long end = segment.isOpen() ? file.size() : segment.end();
        List<EbmlElement> elements = new ArrayList<>();
        long[] first = {end};
        walk(file, segment.content(), end, elements, (cluster, ignored) -> {
            first[0] = Math.min(first[0], cluster.start());
        });
        if (elements.stream().noneMatch(element -> element.id() == Ids.TRACKS)) {
            throw MALFORMED.with("the film names no track");
        }
        return new MatroskaFile(file, segment, end, elements, first[0]);
    }

    private static EbmlElement skipFillers(Source file, long from) throws IOException {
        long at = from;
        for (int i = 0; i < MAX_ELEMENTS && at < file.size(); i++) {
            EbmlElement element = EbmlElement.at(file, at, file.size());
            if (element.id() == Ids.SEGMENT) {
                return element;
            }
            if (element.id() != Ids.VOID || element.isOpen()) {
                break;
            }
            at = element.end();
        }
        throw MALFORMED.with("the film has no segment behind its EBML header");
    }

    private static void requireMatroska(Source file, EbmlElement head) throws IOException {
        String type = "";
        long at = head.content();
        while (at < head.end()) {
            EbmlElement element = EbmlElement.at(file, at, head.end());
            if (element.isOpen()) {
                throw MALFORMED.with("the EBML header is not sound");
            }
            Ebml value = Ebml.read(file, element);
            switch (element.id()) {
                case Ids.DOC_TYPE -> type = value.text().orElse("");
                case Ids.MAX_ID_LENGTH -> require(value.number() <= MAX_ID_LENGTH);
                case Ids.MAX_SIZE_LENGTH -> require(value.number() <= MAX_SIZE_LENGTH);
                default -> {}
            }
            at = element.end();
        }
        if (!TYPES.contains(type)) {
            throw UNSUPPORTED.with("the EBML file is neither Matroska nor WebM");
        }
    }

    private static void require(boolean usual) {
        if (!usual) {
            throw UNSUPPORTED.with("the film has element numbers or sizes longer than Matroska knows");
        }
    }

    private static void walk(Source whole, long from, long end, List<EbmlElement> others, Visitor visitor)
            throws IOException {
        Source file = new Skimmed(whole);
        long at = from;
        while (at < end) {
            EbmlElement element = EbmlElement.at(file, at, end);
            if (element.id() == Ids.SEGMENT || element.id() == Ids.EBML) {
                throw UNSUPPORTED.with("the film consists of several segments; join them first");
            }
            if (element.id() == Ids.CLUSTER) {
                long clusterEnd = element.isOpen() ? openEnd(file, element, end) : element.end();
                visitor.cluster(element, clusterEnd);
                at = clusterEnd;
                continue;
            }
            if (element.isOpen()) {
                throw MALFORMED.with("an element of the film's header has no sound size");
            }
            others.add(element);
            if (others.size() > MAX_ELEMENTS) {
                throw TOO_LARGE.with("the film has more than " + MAX_ELEMENTS + " elements beside its media");
            }
            at = element.end();
        }
    }

    /// A cluster of unknown size goes on until something that cannot stand inside it.
    private static long openEnd(Source file, EbmlElement cluster, long end) throws IOException {
        long at = cluster.content();
        while (at < end) {
            EbmlElement element = EbmlElement.at(file, at, end);
            if (Ids.LEVEL_ONE.contains(element.id())) {
                return at;
            }
            if (element.isOpen()) {
                throw MALFORMED.with("an element of the film's media has no sound size");
            }
            at = element.end();
        }
        return end;
    }

    /// Passes over all clusters again.
    void clusters(Visitor visitor) throws IOException {
        walk(file, segment.content(), end, new ArrayList<>(), visitor);
    }

    List<EbmlElement> all(int id) {
        return elements.stream().filter(element -> element.id() == id).toList();
    }

    /// Where a filler right behind this element ends, or else the element.
    long endWithFiller(EbmlElement element) {
        return elements.stream()
                .filter(other -> other.id() == Ids.VOID && other.start() == element.end())
                .filter(other -> other.length() <= LONGEST_FILLER)
                .findFirst()
                .map(EbmlElement::end)
                .orElse(element.end());
    }

    /// What a place in the segment is counted from.
    long origin() {
        return segment.content();
    }
}
