package io.mingshi.labels.container.bmff;

import io.mingshi.labels.container.Edits.Positions;
import io.mingshi.labels.source.Source;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// All numbers in a file that say where something stands in it, corrected for changes that move it: chunks (`stco`,
/// `co64`), auxiliary samples (`saio`), items (`iloc`) and fragments.
final class AbsolutePlaces {
    private final Source file;
    private final List<Box> topLevel;
    private final BoxEdits edits;

    /// What is written once all places are known.
    private final List<Fill> fills = new ArrayList<>();

    private interface Fill {
        void with(Positions positions) throws IOException;
    }

    private AbsolutePlaces(Source file, List<Box> topLevel, BoxEdits edits) {
        this.file = file;
        this.topLevel = topLevel;
        this.edits = edits;
    }

    /// Adds to the changes what they make necessary elsewhere. After this no further change may move anything.
    static void correct(Source file, List<Box> topLevel, BoxEdits edits) throws IOException {
        correct(file, topLevel, edits, Optional.empty());
    }

    /// The same, except for the items of one `meta` box that the caller rewrites.
    static void correct(Source file, List<Box> topLevel, BoxEdits edits, Optional<Box> rewritten) throws IOException {
        if (!edits.positions().same()) {
            new AbsolutePlaces(file, topLevel, edits).correct(rewritten);
        }
    }

    private void correct(Optional<Box> rewritten) throws IOException {
        for (Box box : topLevel) {
            Node node = Node.top(box);
            switch (box.type()) {
                case "moov" -> movie(node);
                case "meta" -> {
                    if (rewritten.filter(box::equals).isEmpty()) {
                        items(node);
                    }
                }
                case "meco" -> itemsInside(node);
                default -> {}
            }
        }
        Positions positions = edits.positions();
        for (Fill fill : fills) {
            fill.with(positions);
        }
        new FragmentPlaces(file, edits, positions).correct(topLevel);
    }

    private void movie(Node moov) throws IOException {
        chunks(PlaceTable.of(file, moov));
        itemsInside(moov);
        for (Node track : moov.all(file, "trak")) {
            itemsInside(track);
        }
    }

    /// Metadata with keys has no items, and may be among the changes.
    private void itemsInside(Node parent) throws IOException {
        for (Node meta : parent.all(file, "meta")) {
            if (!MovieLabels.handler(file, meta).equals(KeyedMetadata.HANDLER)) {
                items(meta);
            }
        }
    }

    private void chunks(List<PlaceTable> tables) throws IOException {
        Positions before = edits.positions();
        boolean wide = false;
        for (PlaceTable table : tables) {
            wide |= table.outgrows(file, before);
        }
        for (PlaceTable table : tables) {
            byte[] room = table.reserve(file, edits, wide);
            fills.add(positions -> table.fill(file, room, positions));
        }
    }

    private void items(Node meta) throws IOException {
        for (Node iloc : meta.metaChildren(file)) {
            if (iloc.is("iloc")) {
                reserve(iloc, ItemLocations.read(file, iloc.box()));
            }
        }
    }

    private void reserve(Node iloc, ItemLocations items) {
        boolean wide = items.needsWidth(edits.positions().of(file.size()) - file.size());
        byte[] room = new byte[items.length(wide)];
        edits.replace(iloc, room);
        fills.add(positions -> {
            byte[] box = items.moved(positions).toBytes(wide);
            System.arraycopy(box, 0, room, 0, room.length);
        });
    }
}
