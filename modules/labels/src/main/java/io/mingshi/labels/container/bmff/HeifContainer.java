package io.mingshi.labels.container.bmff;

import static io.mingshi.labels.LabelException.Code.MALFORMED;

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

/// HEIF and AVIF: the property `TC260:AIGC` in an XMP packet, an item of the content type `application/rdf+xml` that
/// describes the main picture (TC260-PG-20259A).
///
/// Other properties of the packet and all other items stay.
public final class HeifContainer implements Container, ManifestHost {
    /// For every HEIF or AVIF file.
    public HeifContainer() {}

    @Override
    public Sightings read(Source file) throws IOException {
        Sightings sightings = new Sightings();
        try {
            List<Box> topLevel = BmffBoxes.topLevel(file);
            Node meta = picture(file, topLevel);
            ItemLabels.of(file, meta, sightings).addTo(sightings);
            elsewhere(file, topLevel, meta).addTo(sightings);
            Items.read(file, meta).requireComplete(file);
        } catch (LabelException unsound) {
            sightings.flaw(String.valueOf(unsound.getMessage()));
        }
        return sightings;
    }

    private static Node picture(Source file, List<Box> topLevel) throws IOException {
        List<Box> metas = topLevel.stream().filter(box -> box.is("meta")).toList();
        if (metas.size() != 1) {
            throw MALFORMED.with(
                    metas.isEmpty() ? "the file holds no picture (meta)" : "the file has several meta boxes");
        }
        Node meta = Node.top(metas.getFirst());
        if (!MovieLabels.handler(file, meta).equals("pict")) {
            throw MALFORMED.with("the meta box of the file is not that of a picture");
        }
        return meta;
    }

    /// Labels that stand in none of the picture's items.
    private static MovieLabels elsewhere(Source file, List<Box> topLevel, Node meta) throws IOException {
        List<Box> others =
                topLevel.stream().filter(box -> !box.equals(meta.box())).toList();
        return MovieLabels.of(file, others, Place.MISPLACED);
    }

    @Override
    public Source label(Source file, String json) throws IOException {
        List<Box> topLevel = BmffBoxes.topLevel(file);
        Node meta = picture(file, topLevel);
        Items items = Items.read(file, meta);
        items.requireComplete(file);
        BoxEdits edits = new BoxEdits(file);
        elsewhere(file, topLevel, meta).remove(edits, List.of());
        new PictureEdits(file, topLevel, items, edits).label(json);
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
