package io.mingshi.labels.container.bmff;

import static io.mingshi.labels.LabelException.Code.MALFORMED;
import static io.mingshi.labels.LabelException.Code.UNSUPPORTED;

import io.mingshi.labels.LabelException;
import io.mingshi.labels.container.Bytes;
import io.mingshi.labels.container.LabelSite;
import io.mingshi.labels.container.LabelSite.Place;
import io.mingshi.labels.container.Sightings;
import io.mingshi.labels.container.Xmp;
import io.mingshi.labels.container.bmff.Carrier.Form;
import io.mingshi.labels.source.Source;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Every place of a film where labels were seen: user data and metadata of the film and of its tracks, XMP, foreign
/// boxes.
final class MovieLabels {
    private static final String XMP = "be7acfcb97a942e89c71999491e3afac";

    /// A longer text box is not searched: 4 MiB, above any telemetry that cameras put there.
    private static final int LONGEST_SEARCHED = 4 << 20;

    /// The boxes of items, which are read as items.
    private static final Set<String> ITEMS =
            Set.of("hdlr", "pitm", "iinf", "iloc", "iref", "iprp", "idat", "ipro", "grpl", "dinf");

    private final Source file;
    private final Place keyed;
    private final List<Carrier> carriers = new ArrayList<>();
    private final List<String> unread = new ArrayList<>();

    private MovieLabels(Source file, Place keyed) {
        this.file = file;
        this.keyed = keyed;
    }

    /// @param keyed how `moov/udta/meta` with keys stands to the guide for this format
    static MovieLabels of(Source file, List<Box> topLevel, Place keyed) throws IOException {
        MovieLabels labels = new MovieLabels(file, keyed);
        for (Box box : topLevel) {
            Node node = Node.top(box);
            switch (box.type()) {
                case "moov" -> labels.attempt("the film's header", () -> labels.movie(node));
                case "meta" -> labels.attempt("the file's metadata", () -> labels.meta(node, "meta", false));
                case "uuid" -> labels.foreign(node);
                case "udta" -> labels.attempt("the file's user data", () -> labels.userData(node, "udta", false));
                case "AIGC" -> labels.text(node, "AIGC");
                default -> {}
            }
        }
        return labels;
    }

    List<Carrier> carriers() {
        return carriers;
    }

    void addTo(Sightings sightings) {
        for (Carrier carrier : carriers) {
            carrier.sites().forEach(site -> sightings.site(site.place(), site.location(), site.text()));
        }
        unread.forEach(sightings::unread);
    }

    /// Takes all labels out, except from boxes that are rewritten anyway.
    void remove(BoxEdits edits, List<Node> rewritten) throws IOException {
        for (Carrier carrier : carriers) {
            if (rewritten.contains(carrier.node())) {
                continue;
            }
            switch (carrier.form()) {
                case WHOLE -> edits.remove(carrier.node());
                case KEYED -> KeyedMetadata.read(file, carrier.node()).withoutLabel(file, edits);
                case XMP -> removeFromXmp(carrier.node(), edits);
                case ITEM ->
                    throw UNSUPPORTED.with("a label in an item of "
                            + carrier.sites().getFirst().location()
                            + " of the film cannot be removed here; remove it first");
            }
        }
    }

    private void removeFromXmp(Node node, BoxEdits edits) throws IOException {
        Box box = node.box();
        String packet = Xmp.without(content(box))
                .orElseThrow(() -> MALFORMED.with("the XMP packet of the film is not sound XML; repair or remove it"));
        edits.replace(Optional.of(node), box.content(), box.end(), packet.getBytes(StandardCharsets.UTF_8));
    }

    private interface Step {
        void take() throws IOException;
    }

    private void attempt(String what, Step step) throws IOException {
        try {
            step.take();
        } catch (LabelException unsound) {
            unread.add(what + " cannot be read: " + unsound.getMessage());
        }
    }

    private void movie(Node moov) throws IOException {
        for (Node child : moov.children(file)) {
            switch (child.box().type()) {
                case "udta" -> attempt("the film's user data", () -> userData(child, "moov/udta", true));
                case "meta" -> attempt("the film's metadata", () -> meta(child, "moov/meta", false));
                case "uuid" -> foreign(child);
                case "trak" -> track(child);
                default -> {}
            }
        }
    }

    private void track(Node trak) throws IOException {
        for (Node child : trak.children(file)) {
            switch (child.box().type()) {
                case "udta" -> attempt("a track's user data", () -> userData(child, "moov/trak/udta", false));
                case "meta" -> attempt("a track's metadata", () -> meta(child, "moov/trak/meta", false));
                case "uuid" -> foreign(child);
                default -> {}
            }
        }
    }

    private void userData(Node udta, String location, boolean ofFilm) throws IOException {
        for (Node child : udta.children(file)) {
            String inside = location + "/" + child.box().name();
            switch (child.box().type()) {
                case "meta" -> attempt("metadata in user data", () -> meta(child, inside, ofFilm));
                case "XMP_" -> xmp(child, inside);
                default -> text(child, inside);
            }
        }
    }

    private void meta(Node meta, String location, boolean ofFilm) throws IOException {
        String handler = handler(file, meta);
        switch (handler) {
            case KeyedMetadata.HANDLER -> keyed(meta, location, ofFilm ? keyed : Place.MISPLACED);
            case "mdir" -> {
                for (Node list : meta.metaChildren(file)) {
                    if (list.is("ilst")) {
                        list(list, location);
                    }
                }
            }
            default -> {
                for (Node child : meta.metaChildren(file)) {
                    if (!ITEMS.contains(child.box().type())) {
                        text(child, location + "/" + child.box().name());
                    }
                }
                items(meta);
            }
        }
    }

    /// Four characters, or none if the box does not say.
    static String handler(Source file, Node meta) throws IOException {
        for (Node child : meta.metaChildren(file)) {
            if (child.is("hdlr") && child.box().length() >= child.box().header() + 12) {
                return Bytes.latin1(file.bytes(child.box().content() + 8, 4), 0, 4);
            }
        }
        return "";
    }

    private void keyed(Node meta, String location, Place place) throws IOException {
        List<LabelSite> sites = new ArrayList<>();
        for (KeyedMetadata.Entry entry : KeyedMetadata.read(file, meta).entries()) {
            Box item = entry.item().box();
            if (!entry.isLabel()) {
                entry.labelInside(file)
                        .ifPresent(text -> sites.add(
                                new LabelSite(Place.MISPLACED, location + "/keys " + entry.printable(), text)));
                continue;
            }
            KeyedMetadata.text(file, entry.item())
                    .ifPresentOrElse(
                            text -> sites.add(new LabelSite(
                                    entry.isPrescribed() ? place : Place.MISPLACED,
                                    location + "/keys " + entry.printable(),
                                    text)),
                            () -> unread.add("the text of " + location + " AIGC at byte " + item.start()
                                    + " is too long or not UTF-8"));
        }
        if (!sites.isEmpty()) {
            carriers.add(new Carrier(meta, Form.KEYED, sites));
        }
    }

    private void items(Node meta) throws IOException {
        Sightings seen = new Sightings();
        ItemLabels.of(file, meta, seen).addTo(seen, Place.MISPLACED);
        unread.addAll(seen.unread());
        if (!seen.sites().isEmpty()) {
            carriers.add(new Carrier(meta, Form.ITEM, seen.sites()));
        }
    }

    private void list(Node list, String location) throws IOException {
        for (Node item : list.children(file)) {
            text(item, location + "/ilst/" + item.box().name());
        }
    }

    private void foreign(Node node) throws IOException {
        if (node.box().isUuid(XMP)) {
            xmp(node, "uuid XMP");
        } else if (!node.box().isUuid(ManifestBox.UUID)) {
            text(node, "uuid");
        }
    }

    private void xmp(Node node, String location) throws IOException {
        if (node.box().length() > LONGEST_SEARCHED) {
            unread.add("the XMP packet of " + location + " is too long");
            return;
        }
        Sightings seen = new Sightings();
        Xmp.read(content(node.box()), location, Place.MISPLACED, seen);
        unread.addAll(seen.unread());
        if (!seen.sites().isEmpty()) {
            carriers.add(new Carrier(node, Form.XMP, seen.sites()));
        }
    }

    private void text(Node node, String location) throws IOException {
        Box box = node.box();
        if (box.length() > LONGEST_SEARCHED) {
            unread.add(location + " is too long to be searched for a label");
            return;
        }
        String text = Bytes.latin1(content(box), 0, (int) (box.length() - box.header()));
        Sightings seen = new Sightings();
        seen.search(Place.MISPLACED, location, text);
        if (seen.sites().isEmpty() && (box.is("AIGC") || text.contains("AIGC\0"))) {
            bare(location, text, seen);
        }
        if (!seen.sites().isEmpty()) {
            carriers.add(new Carrier(node, Form.WHOLE, seen.sites()));
        }
    }

    /// An object beside its name, as in a box of its own or in a freeform entry of iTunes.
    private static void bare(String location, String text, Sightings seen) {
        int start = text.indexOf('{');
        int end = text.lastIndexOf('}');
        if (start >= 0 && end > start) {
            seen.site(Place.MISPLACED, location, text.substring(start, end + 1));
        }
    }

    private byte[] content(Box box) throws IOException {
        return file.bytes(box.content(), (int) (box.length() - box.header()));
    }
}
