package io.mingshi.labels.container.audio;

import static io.mingshi.labels.LabelException.Code.MALFORMED;

import io.mingshi.labels.container.Container;
import io.mingshi.labels.container.LabelSite.Place;
import io.mingshi.labels.container.ManifestHost;
import io.mingshi.labels.container.Sightings;
import io.mingshi.labels.source.Source;
import io.mingshi.labels.source.Splice;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/// MP3: the label is a user defined text (TXXX) with the description `AIGC` in the ID3v2 tag (TC260-PG-202510A), a
/// C2PA store a general encapsulated object (GEOB) there.
///
/// A tag keeps its version, but 2.2 becomes 2.3; a file without a tag gets one of version 2.3.
public final class Mp3Container implements Container, ManifestHost {
    private record Layout(LeadingTags leading, Region sound, TrailingTags trailing) {
        static Layout read(Source file) throws IOException {
            LeadingTags leading = LeadingTags.find(file);
            TrailingTags trailing = TrailingTags.find(file, leading.end());
            return new Layout(leading, new Region(file, leading.end(), trailing.start() - leading.end()), trailing);
        }
    }

    @Override
    public Sightings read(Source file) throws IOException {
        Sightings sightings = new Sightings();
        Layout layout = Layout.read(file);
        layout.leading.readLabels(Place.PRESCRIBED, sightings);
        StrayLabels.read(MpegSound.rubbish(layout.sound), "MP3 before the sound", sightings);
        layout.trailing.readLabels(sightings);
        MpegSound.judge(layout.sound, sightings);
        return sightings;
    }

    @Override
    public Source label(Source file, String json) throws IOException {
        Layout layout = sound(file);
        Splice.Builder out = Splice.builder();
        Id3Frame label = Id3Frame.userText(layout.leading.version(), Id3Labels.DESCRIPTION, json);
        layout.leading.appendWithoutLabels(List.of(label), out);
        Region rubbish = MpegSound.rubbish(layout.sound);
        StrayLabels.blanked(rubbish).appendTo(out);
        layout.sound.after(rubbish.length()).appendTo(out);
        layout.trailing.appendWithoutLabels(out);
        return out.build();
    }

    private static Layout sound(Source file) throws IOException {
        Layout layout = Layout.read(file);
        Sightings sightings = new Sightings();
        MpegSound.judge(layout.sound, sightings);
        if (!sightings.flaws().isEmpty()) {
            throw MALFORMED.with(
                    "the sound cannot be labelled: " + sightings.flaws().getFirst());
        }
        return layout;
    }

    @Override
    public Optional<Found> find(Source file) throws IOException {
        return LeadingTags.find(file).manifest();
    }

    @Override
    public Hosted host(Source file, byte[] store) throws IOException {
        return sound(file).leading.host(store);
    }
}
