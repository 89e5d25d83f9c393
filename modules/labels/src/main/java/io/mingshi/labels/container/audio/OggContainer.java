package io.mingshi.labels.container.audio;

import static io.mingshi.labels.LabelException.Code.MALFORMED;
import static io.mingshi.labels.LabelException.Code.UNSUPPORTED;

import io.mingshi.labels.container.Container;
import io.mingshi.labels.container.LabelSite;
import io.mingshi.labels.container.Sightings;
import io.mingshi.labels.source.Source;
import java.io.IOException;
import java.util.List;

/// OGG with Vorbis or Opus: the label is the comment `AIGC` in the second packet (TC260-PG-202510A).
///
/// Where several streams follow each other, the first is labelled. Other codecs, and streams side by side, are read
/// and refused. C2PA has no place for a store in OGG.
public final class OggContainer implements Container {
    @Override
    public Sightings read(Source file) throws IOException {
        Sightings sightings = new Sightings();
        OggStreams streams = OggStreams.read(file, sightings);
        for (Sightings seen : List.of(streams.labels(), streams.laterLabels())) {
            for (LabelSite site : seen.sites()) {
                sightings.site(site.place(), site.location(), site.text());
            }
            seen.unread().forEach(sightings::unread);
        }
        return sightings;
    }

    @Override
    public Source label(Source file, String json) throws IOException {
        Sightings flaws = new Sightings();
        OggStreams streams = OggStreams.read(file, flaws);
        if (!flaws.flaws().isEmpty()) {
            throw MALFORMED.with(
                    "the sound cannot be labelled: " + flaws.flaws().getFirst());
        }
        OggStream stream = only(streams);
        VorbisComments comments = stream.comments()
                .orElseThrow(() -> MALFORMED.with("the comments of the OGG file are damaged; encode it again"))
                .withoutLabels()
                .with(json);
        OggHeaderPages pages = OggHeaderPages.of(stream.pages(), stream.packetsWith(comments));
        return pages.before(streams);
    }

    private static OggStream only(OggStreams streams) {
        if (streams.first().size() != 1) {
            throw UNSUPPORTED.with("the OGG file holds several streams side by side; give the sound alone");
        }
        OggStream stream = streams.first().iterator().next();
        if (!stream.codec().isGuided()) {
            throw UNSUPPORTED.with("OGG is labelled with Vorbis and Opus, not with " + stream.codec());
        }
        if (!stream.hasTidyHeaders()) {
            throw MALFORMED.with("the headers of the OGG file are damaged; encode it again");
        }
        if (!streams.laterLabels().sites().isEmpty()) {
            throw UNSUPPORTED.with("the OGG file is a chain of several, and not only the first has a label;"
                    + " label them one by one");
        }
        return stream;
    }
}
