package io.mingshi.labels.container.image;

import static io.mingshi.labels.LabelException.Code.TOO_LARGE;

import io.mingshi.labels.container.Bytes;
import io.mingshi.labels.container.ManifestHost;
import io.mingshi.labels.container.Sightings;
import io.mingshi.labels.container.image.GifBlocks.Block;
import io.mingshi.labels.source.Source;
import io.mingshi.labels.source.Splice;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/// The C2PA manifest store of a GIF file: the application extension `C2PA_GIF`, first behind the colour table.
public final class GifManifest implements ManifestHost {
    /// A host; it has no state.
    public GifManifest() {}

    @Override
    public Optional<Found> find(Source file) throws IOException {
        GifBlocks gif = GifBlocks.read(file, new Sightings());
        Optional<Block> block = gif.blocks().stream()
                .filter(found -> found.name().equals(GifContainer.C2PA))
                .findFirst();
        if (block.isEmpty()) {
            return Optional.empty();
        }
        long length = block.get().end() - block.get().from();
        if (length > LONGEST_STORE) {
            throw TOO_LARGE.with("the manifest store has " + length + " bytes; at most " + LONGEST_STORE + " are read");
        }
        Source store = Source.of(gif.content(block.get().data()));
        return Optional.of(new Found(store, List.of(new Range(block.get().from(), length))));
    }

    @Override
    public Hosted host(Source file, byte[] store) throws IOException {
        Sightings flaws = new Sightings();
        GifBlocks gif = GifBlocks.read(file, flaws);
        LabelPacket.requireSound(flaws);
        byte[] extension = extension(store);
        Splice.Builder out = Splice.builder()
                .insert(Bytes.latin1("GIF89a"))
                .copy(file, 6, gif.preamble() - 6)
                .insert(extension);
        for (Block block : gif.blocks()) {
            if (!block.name().equals(GifContainer.C2PA)) {
                out.copy(file, block.from(), block.end() - block.from());
            }
        }
        Source hosted =
                out.copy(file, gif.end() - 1, file.size() - gif.end() + 1).build();
        return new Hosted(hosted, List.of(new Range(gif.preamble(), extension.length)));
    }

    private static byte[] extension(byte[] store) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(store.length + store.length / 255 + 16);
        out.writeBytes(new byte[] {0x21, (byte) 0xFF, 11});
        out.writeBytes(Bytes.latin1(GifContainer.C2PA));
        out.writeBytes(GifBlocks.subBlocks(store));
        return out.toByteArray();
    }
}
