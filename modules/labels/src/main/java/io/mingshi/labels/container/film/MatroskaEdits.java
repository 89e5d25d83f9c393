package io.mingshi.labels.container.film;

import static io.mingshi.labels.LabelException.Code.UNSUPPORTED;

import io.mingshi.labels.container.AigcText;
import io.mingshi.labels.container.Edits;
import io.mingshi.labels.container.Edits.Positions;
import io.mingshi.labels.source.Source;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The changes that give a Matroska film its label.
///
/// Tags grow into a filler behind them, or push the media on; then every place that an index names is corrected. A
/// place may need more bytes than before and so move what follows: the indexes are written again until nothing moves.
final class MatroskaEdits {
    /// Each round can only lengthen numbers, and a number has at most 8 bytes.
    private static final int MAX_ROUNDS = 16;

    /// Elements of the header whose text may hold a label.
    private static final Set<Integer> TITLES = Set.of(Ids.TITLE, Ids.TRACK_NAME);

    private final Source file;
    private final MatroskaFile film;
    private final List<Region> regions = new ArrayList<>();

    /// First-level elements that become fillers, so that no index may name them.
    private final List<Long> gone = new ArrayList<>();

    /// @param index whether it holds places, so that it changes only if they do
    private record Region(long from, long to, boolean index, Rendering rendering) {}

    private interface Rendering {
        Ebml at(Places places);
    }

    /// Where the old places are now.
    record Places(Positions positions, long oldOrigin, long origin) {
        long of(long old) {
            return positions.of(oldOrigin + old) - origin;
        }
    }

    MatroskaEdits(Source file, MatroskaFile film) {
        this.file = file;
        this.film = film;
    }

    Source label(String json) throws IOException {
        cleanTitles();
        checksums();
        Optional<EbmlElement> target = film.all(Ids.TAGS).stream().findFirst();
        if (target.isPresent()) {
            Ebml tags = MatroskaTags.with(MatroskaTags.without(Ebml.read(file, target.get())), json);
            replace(target.get(), false, places -> tags);
            cleanOtherTags();
            indexes(target.get().start(), 0);
        } else {
            Ebml tags = MatroskaTags.with(Ebml.master(Ids.TAGS, List.of()), json);
            regions.add(new Region(film.firstCluster(), film.firstCluster(), false, places -> tags));
            indexes(film.firstCluster(), tags.toBytes().length);
        }
        return settled();
    }

    private void replace(EbmlElement element, boolean index, Rendering rendering) {
        regions.add(new Region(element.start(), film.endWithFiller(element), index, rendering));
    }

    private void cleanOtherTags() throws IOException {
        for (EbmlElement element : film.all(Ids.TAGS).stream().skip(1).toList()) {
            Ebml old = Ebml.read(file, element);
            Ebml cleaned = MatroskaTags.without(old);
            if (cleaned.all(Ids.TAG).isEmpty()) {
                toFiller(element);
            } else if (cleaned.toBytes().length != old.toBytes().length) {
                replace(element, false, places -> cleaned);
            }
        }
    }

    private void toFiller(EbmlElement element) {
        gone.add(element.start());
        // A filler without content, and another behind it that takes the rest.
        regions.add(new Region(element.start(), element.end(), false, places -> Ebml.leaf(Ids.VOID, new byte[0])));
    }

    /// A checksum over the whole segment cannot be kept without reading all of it.
    private void checksums() {
        film.all(Ids.CRC_32).forEach(this::toFiller);
    }

    private void cleanTitles() throws IOException {
        for (EbmlElement element : film.elements()) {
            if (element.id() == Ids.INFO || element.id() == Ids.TRACKS) {
                Ebml header = Ebml.read(file, element);
                Ebml cleaned = withoutTitles(header);
                if (cleaned.toBytes().length != header.toBytes().length) {
                    replace(element, false, places -> cleaned);
                }
            }
        }
    }

    private static Ebml withoutTitles(Ebml parent) {
        if (parent.children().isEmpty()) {
            return parent;
        }
        return parent.with(parent.children().stream()
                .filter(child -> !TITLES.contains(child.id())
                        || AigcText.in(child.latin1()).isEmpty())
                .map(MatroskaEdits::withoutTitles)
                .toList());
    }

    /// @param tags where the tags with the label stand in the old file
    /// @param inserted the length of tags that are new there
    private void indexes(long tags, int inserted) throws IOException {
        boolean first = true;
        for (EbmlElement element : film.elements()) {
            if (element.id() == Ids.SEEK_HEAD) {
                Ebml old = Ebml.read(file, element);
                boolean adds = first && (inserted > 0 || !names(old, tags));
                boolean drops = gone.stream().anyMatch(place -> names(old, place));
                replace(
                        element,
                        !adds && !drops,
                        places -> adds ? withSeek(seeks(old, places), places, tags, inserted) : seeks(old, places));
                first = false;
            } else if (element.id() == Ids.CUES) {
                Ebml old = Ebml.read(file, element);
                replace(element, true, places -> moved(old, places));
            }
        }
    }

    private boolean names(Ebml seekHead, long place) {
        return seekHead.all(Ids.SEEK).stream().anyMatch(seek -> names(seek, Ids.SEEK_POSITION, place));
    }

    private boolean names(Ebml parent, int id, long place) {
        return parent.first(id)
                .filter(position -> position.number() + film.origin() == place)
                .isPresent();
    }

    private Ebml seeks(Ebml seekHead, Places places) {
        return moved(
                seekHead.with(seekHead.children().stream()
                        .filter(child -> child.id() != Ids.SEEK
                                || gone.stream().noneMatch(place -> names(child, Ids.SEEK_POSITION, place)))
                        .toList()),
                places);
    }

    private Ebml withSeek(Ebml seekHead, Places places, long tags, int inserted) {
        List<Ebml> all = new ArrayList<>(seekHead.children());
        long place = places.of(tags - film.origin()) - inserted;
        all.add(Ebml.master(
                Ids.SEEK,
                List.of(
                        Ebml.leaf(Ids.SEEK_ID, Ebml.idBytes(Ids.TAGS)),
                        Ebml.number(Ids.SEEK_POSITION, place, Integer.BYTES))));
        return seekHead.with(all);
    }

    private static Ebml moved(Ebml element, Places places) {
        if (Ids.POSITIONS.contains(element.id())) {
            long old = element.number();
            return old < 0 ? element : Ebml.number(element.id(), places.of(old), element.width());
        }
        return element.children().isEmpty()
                ? element
                : element.with(element.children().stream()
                        .map(child -> moved(child, places))
                        .toList());
    }

    private Source settled() throws IOException {
        Places places = new Places(new Edits().positions(), film.origin(), film.origin());
        for (int round = 0; round < MAX_ROUNDS; round++) {
            Edits edits = new Edits();
            long growth = 0;
            for (Region region : regions) {
                if (!region.index || !places.positions.same()) {
                    byte[] bytes = fitted(region.rendering.at(places), region.to - region.from);
                    edits.replace(region.from, region.to, bytes);
                    growth += bytes.length - (region.to - region.from);
                }
            }
            long origin = resize(edits, growth);
            Places next = new Places(edits.positions(), film.origin(), origin);
            if (next.equals(places)) {
                new ClusterPositions(file, film, edits, places).correct();
                return edits.apply(file);
            }
            places = next;
        }
        throw UNSUPPORTED.with("the indexes of the film do not settle; write the film anew first");
    }

    /// The size of the segment follows; the answer is where its content begins now.
    private long resize(Edits edits, long growth) {
        EbmlElement segment = film.segment();
        if (segment.isOpen() || growth == 0) {
            return segment.content();
        }
        long length = segment.length() + growth;
        int width = Math.max(segment.sizeWidth(), Ebml.sizeWidth(length));
        edits.replace(segment.content() - segment.sizeWidth(), segment.content(), Ebml.size(length, width));
        return segment.content() - segment.sizeWidth() + width;
    }

    /// The element with a filler behind it where it leaves room.
    private static byte[] fitted(Ebml element, long room) {
        byte[] bytes = element.toBytes();
        for (int width = 2; bytes.length == room - 1; width++) {
            bytes = element.toBytes(width);
        }
        if (bytes.length >= room) {
            return bytes;
        }
        byte[] filler = Ebml.filler((int) (room - bytes.length));
        byte[] all = new byte[(int) room];
        System.arraycopy(bytes, 0, all, 0, bytes.length);
        System.arraycopy(filler, 0, all, bytes.length, filler.length);
        return all;
    }
}
