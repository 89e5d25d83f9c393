package io.mingshi.labels.container.film;

import io.mingshi.labels.LabelException;
import io.mingshi.labels.container.Bytes;
import io.mingshi.labels.container.Container;
import io.mingshi.labels.container.Edits;
import io.mingshi.labels.container.Edits.Positions;
import io.mingshi.labels.container.LabelSite.Place;
import io.mingshi.labels.container.OneLabel;
import io.mingshi.labels.container.Sightings;
import io.mingshi.labels.container.Xmp;
import io.mingshi.labels.container.film.Amf.Property;
import io.mingshi.labels.container.film.FlvTags.Tag;
import io.mingshi.labels.source.Source;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// FLV: the property `AIGC` of the script tag `onMetaData` (TC260-PG-20257A).
///
/// Other properties stay; those that tell places in the file are corrected.
public final class FlvContainer implements Container {
    private static final String METADATA = "onMetaData";
    private static final String LABEL = "AIGC";

    /// For every FLV file.
    public FlvContainer() {}

    @Override
    public Sightings read(Source file) throws IOException {
        Sightings sightings = new Sightings();
        try {
            for (Tag tag : FlvTags.read(file).scripts()) {
                read(FlvTags.data(file, tag), sightings);
            }
        } catch (LabelException unsound) {
            sightings.flaw(String.valueOf(unsound.getMessage()));
        }
        return sightings;
    }

    private static void read(byte[] data, Sightings sightings) {
        try {
            Amf script = Amf.parse(data);
            script.properties().forEach(property -> read(script, property, sightings));
            if (!script.isObject()) {
                sightings.search(
                        Place.MISPLACED, "script " + printable(script.name()), Bytes.latin1(data, 0, data.length));
            }
        } catch (LabelException unsound) {
            sightings.unread(String.valueOf(unsound.getMessage()));
        }
    }

    private static String printable(String name) {
        return name.matches("[ -~]{1,64}") ? name : "with an unprintable name";
    }

    private static void read(Amf script, Property property, Sightings sightings) {
        String location = "script " + printable(script.name()) + " " + printable(property.name());
        Optional<String> text = script.text(property);
        if (property.name().equals(LABEL)) {
            Place place = script.name().equals(METADATA) ? Place.PRESCRIBED : Place.MISPLACED;
            text.ifPresentOrElse(
                    json -> sightings.site(place, location, json),
                    () -> sightings.unread("the property AIGC of the film is no text in UTF-8"));
        } else if (isXmp(text)) {
            Xmp.read(text.orElseThrow().getBytes(StandardCharsets.UTF_8), location, Place.MISPLACED, sightings);
        } else {
            sightings.search(Place.MISPLACED, location, script.latin1(property));
        }
    }

    private static boolean isXmp(Optional<String> text) {
        return text.filter(value -> value.contains("http://www.w3.org/1999/02/22-rdf-syntax-ns#"))
                .isPresent();
    }

    /// A script tag and its data without labels.
    private record Script(Tag tag, Amf data) {
        boolean isMetadata() {
            return data.name().equals(METADATA) && data.isObject();
        }
    }

    @Override
    public Source label(Source file, String json) throws IOException {
        FlvTags tags = FlvTags.read(file);
        List<Script> scripts = cleaned(file, tags);
        Optional<Script> target = scripts.stream().filter(Script::isMetadata).findFirst();
        Edits edits = new Edits();
        if (target.isPresent()) {
            Script metadata = target.get();
            scripts.set(scripts.indexOf(metadata), new Script(metadata.tag, metadata.data.with(LABEL, json)));
        } else {
            Amf added = Amf.empty(METADATA).with(LABEL, json);
            edits.replace(tags.body(), tags.body(), FlvTags.script(new byte[FlvTags.TAG_HEAD], added.toBytes()));
        }
        write(file, scripts, edits);
        return OneLabel.required(this, edits.apply(file), json);
    }

    private static List<Script> cleaned(Source file, FlvTags tags) throws IOException {
        List<Script> scripts = new ArrayList<>();
        for (Tag tag : tags.scripts()) {
            Amf script = Amf.parse(FlvTags.data(file, tag));
            List<Property> kept = script.properties().stream()
                    .filter(property -> !carriesLabel(script, property))
                    .toList();
            scripts.add(new Script(tag, kept.size() == script.properties().size() ? script : script.with(kept)));
        }
        return scripts;
    }

    private static boolean carriesLabel(Amf script, Property property) {
        Sightings seen = new Sightings();
        read(script, property, seen);
        return property.name().equals(LABEL) || !seen.sites().isEmpty();
    }

    /// The lengths are known at once; the numbers follow when all places are.
    private static void write(Source file, List<Script> scripts, Edits edits) throws IOException {
        List<byte[]> written = new ArrayList<>();
        for (Script script : scripts) {
            byte[] head = file.bytes(script.tag.start(), FlvTags.TAG_HEAD);
            byte[] bytes = FlvTags.script(head, script.data.toBytes());
            edits.replace(script.tag.start(), script.tag.end(), bytes);
            written.add(bytes);
        }
        Positions positions = edits.positions();
        for (int i = 0; i < written.size(); i++) {
            correct(scripts.get(i).data, written.get(i), positions, file.size());
        }
    }

    private static void correct(Amf script, byte[] tag, Positions positions, long size) {
        List<Integer> numbers = new ArrayList<>();
        script.first("keyframes")
                .ifPresent(keyframes -> script.inside(keyframes).stream()
                        .filter(property -> property.name().equals("filepositions"))
                        .forEach(property -> numbers.addAll(script.numbers(property))));
        script.first("lastkeyframelocation").ifPresent(property -> numbers.addAll(script.numbers(property)));
        script.first("filesize").ifPresent(property -> numbers.addAll(script.numbers(property)));
        ByteBuffer out = ByteBuffer.wrap(tag);
        for (int at : numbers) {
            double place = out.getDouble(FlvTags.TAG_HEAD + at);
            if (place >= 0 && place <= size && place == Math.rint(place)) {
                out.putDouble(FlvTags.TAG_HEAD + at, (double) positions.of((long) place));
            }
        }
    }
}
