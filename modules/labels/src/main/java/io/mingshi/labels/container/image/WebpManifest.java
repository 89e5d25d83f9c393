package io.mingshi.labels.container.image;

import static io.mingshi.labels.LabelException.Code.TOO_LARGE;

import io.mingshi.labels.container.ManifestHost;
import io.mingshi.labels.container.Sightings;
import io.mingshi.labels.container.image.WebpChunks.Chunk;
import io.mingshi.labels.source.Source;
import io.mingshi.labels.source.Splice;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/// The C2PA manifest store of a WebP file: the chunk `C2PA`, last in the RIFF form.
public final class WebpManifest implements ManifestHost {
    /// A host; it has no state.
    public WebpManifest() {}

    @Override
    public Optional<Found> find(Source file) throws IOException {
        Optional<Chunk> chunk = WebpChunks.read(file, new Sightings()).find(WebpContainer.C2PA);
        if (chunk.isEmpty()) {
            return Optional.empty();
        }
        long length = chunk.get().length();
        if (length > LONGEST_STORE) {
            throw TOO_LARGE.with("the manifest store has " + length + " bytes; at most " + LONGEST_STORE + " are read");
        }
        Source store = Splice.builder().copy(file, chunk.get().start(), length).build();
        return Optional.of(new Found(store, List.of(new Range(chunk.get().from(), 8 + length))));
    }

    @Override
    public Hosted host(Source file, byte[] store) throws IOException {
        Sightings flaws = new Sightings();
        WebpChunks webp = WebpChunks.read(file, flaws);
        LabelPacket.requireSound(flaws);
        Splice.Builder out = Splice.builder();
        if (webp.find(WebpChunks.EXTENDED).isEmpty()) {
            out.insert(WebpChunks.chunk(WebpChunks.EXTENDED, webp.extended()));
        }
        for (Chunk chunk : webp.chunks()) {
            if (!chunk.id().equals(WebpContainer.C2PA)) {
                out.copy(file, chunk.from(), chunk.end() - chunk.from());
            }
        }
        long at = WebpChunks.HEAD + out.length();
        Source hosted = WebpChunks.file(
                        out.insert(WebpChunks.chunk(WebpContainer.C2PA, store)).build())
                .orElseThrow(
                        () -> TOO_LARGE.with("the WebP file has no room for a manifest; it may have 4 GiB at most"));
        return new Hosted(hosted, List.of(new Range(at, 8L + store.length)));
    }
}
