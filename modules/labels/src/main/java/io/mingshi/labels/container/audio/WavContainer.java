package io.mingshi.labels.container.audio;

import static io.mingshi.labels.LabelException.Code.MALFORMED;
import static io.mingshi.labels.LabelException.Code.TOO_LARGE;
import static io.mingshi.labels.LabelException.Code.UNSUPPORTED;

import io.mingshi.labels.container.Container;
import io.mingshi.labels.container.LabelSite.Place;
import io.mingshi.labels.container.ManifestHost;
import io.mingshi.labels.container.Sightings;
import io.mingshi.labels.container.audio.WavChunks.Chunk;
import io.mingshi.labels.source.Source;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/// WAV: the label is a chunk `AIGC` of its own at the top level (TC260-PG-202510A), a C2PA store the chunk `C2PA`.
///
/// Files of 4 GiB and more are read and written in the RF64 and BW64 forms; a RIFF file that would grow beyond is
/// refused. Sizes that a streaming encoder left open are put right.
public final class WavContainer implements Container, ManifestHost {
    private static final String LABEL = "AIGC";
    private static final String MANIFEST = "C2PA";

    @Override
    public Sightings read(Source file) throws IOException {
        Sightings sightings = new Sightings();
        for (Chunk chunk : WavChunks.read(file, sightings).all()) {
            readLabels(chunk, sightings);
        }
        return sightings;
    }

    private static void readLabels(Chunk chunk, Sightings sightings) throws IOException {
        Region content = chunk.content();
        switch (chunk.id()) {
            case LABEL -> StrayLabels.label(content, Place.PRESCRIBED, "WAV chunk AIGC", sightings);
            case "LIST" -> WavList.read(content).readLabels(sightings);
            case "_PMX" -> StrayLabels.readXmp(content, "WAV chunk _PMX XMP", sightings);
            case "id3 ", "ID3 " -> readId3(content, sightings);
            case "data", "fmt ", "ds64", MANIFEST -> {}
            default -> StrayLabels.read(content, "WAV chunk " + chunk.id(), sightings);
        }
    }

    private static void readId3(Region content, Sightings sightings) throws IOException {
        Optional<Id3Tag> tag = Id3Tag.at(content.toSource(), 0);
        if (tag.isPresent()) {
            Id3Labels.read(tag.get(), Place.MISPLACED, sightings);
        } else {
            StrayLabels.read(content, "WAV chunk id3", sightings);
        }
    }

    @Override
    public Source label(Source file, String json) throws IOException {
        WavChunks chunks = sound(file);
        WavWriter wav = withoutLabels(chunks);
        wav.chunk(LABEL, Region.of(json.getBytes(StandardCharsets.UTF_8)));
        return wav.file();
    }

    private static WavChunks sound(Source file) throws IOException {
        Sightings sightings = new Sightings();
        WavChunks chunks = WavChunks.read(file, sightings);
        List<String> flaws = sightings.flaws();
        if (!flaws.isEmpty() && !(chunks.openEnded() && flaws.size() == 1)) {
            throw MALFORMED.with("the sound cannot be labelled: " + flaws.getFirst());
        }
        return chunks;
    }

    /// The file with other samples, as RIFF, which is enough for what fits in memory.
    static Source withSamples(WavChunks chunks, byte[] data) throws IOException {
        WavWriter wav = new WavWriter("RIFF");
        for (Chunk chunk : chunks.all()) {
            if (!chunk.is("data") && !chunk.is("ds64")) {
                wav.chunk(chunk.id(), chunk.content());
            } else if (chunks.first("data").filter(chunk::equals).isPresent()) {
                wav.chunk("data", Region.of(data));
            }
        }
        return wav.file();
    }

    /// Everything but labels, and but the C2PA store, which no longer fits.
    private static WavWriter withoutLabels(WavChunks chunks) throws IOException {
        WavWriter wav = new WavWriter(chunks.form());
        for (Chunk chunk : chunks.all()) {
            Region content = chunk.content();
            switch (chunk.id()) {
                case LABEL, MANIFEST -> {}
                case "LIST" -> wav.chunk("LIST", WavList.read(content).withoutLabels());
                case "_PMX" -> StrayLabels.withoutXmpLabel(content).ifPresent(xmp -> wav.chunk("_PMX", xmp));
                case "id3 ", "ID3 " -> wav.chunk(chunk.id(), withoutId3Label(content));
                case "data", "fmt ", "ds64" -> wav.copy(chunk);
                default -> copyOther(chunk, wav);
            }
        }
        return wav;
    }

    private static void copyOther(Chunk chunk, WavWriter wav) throws IOException {
        Region blanked = StrayLabels.blanked(chunk.content());
        if (blanked.equals(chunk.content())) {
            wav.copy(chunk);
        } else {
            wav.chunk(chunk.id(), blanked);
        }
    }

    private static Region withoutId3Label(Region content) throws IOException {
        Optional<Id3Tag> tag = Id3Tag.at(content.toSource(), 0);
        if (tag.isEmpty()) {
            return StrayLabels.blanked(content);
        }
        List<Id3Frame> frames = tag.get().requireSound().frames();
        List<Id3Frame> kept = Id3Labels.without(frames);
        return kept.equals(frames)
                ? content
                : Id3Writer.tag(Id3Writer.versionFor(tag.get().version()), kept, content.length());
    }

    @Override
    public Optional<Found> find(Source file) throws IOException {
        Optional<Region> store =
                WavChunks.read(file, new Sightings()).first(MANIFEST).map(Chunk::content);
        if (store.filter(found -> found.length() > LONGEST_STORE).isPresent()) {
            throw TOO_LARGE.with("the C2PA store is longer than " + LONGEST_STORE + " bytes");
        }
        return store.map(found -> new Found(found.toSource(), List.of(excluded(found.start(), found.length()))));
    }

    /// The content of the chunk with its head; a padding byte behind it is hashed.
    private static Range excluded(long content, long length) {
        return new Range(content - 8, length + 8);
    }

    @Override
    public Hosted host(Source file, byte[] store) throws IOException {
        WavChunks chunks = sound(file);
        if (chunks.isLarge()) {
            throw UNSUPPORTED.with("a C2PA store has a place in RIFF, none in " + chunks.form());
        }
        WavWriter wav = new WavWriter(chunks.form());
        for (Chunk chunk : chunks.all()) {
            if (!chunk.is(MANIFEST)) {
                wav.copy(chunk);
            }
        }
        long content = wav.length() + 8;
        wav.chunk(MANIFEST, Region.of(store));
        return new Hosted(wav.file(), List.of(excluded(content, store.length)));
    }
}
