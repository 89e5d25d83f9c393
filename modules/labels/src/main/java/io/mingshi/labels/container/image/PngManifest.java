package io.mingshi.labels.container.image;

import static io.mingshi.labels.LabelException.Code.MALFORMED;
import static io.mingshi.labels.LabelException.Code.TOO_LARGE;

import io.mingshi.labels.container.Bytes;
import io.mingshi.labels.container.ManifestHost;
import io.mingshi.labels.container.Sightings;
import io.mingshi.labels.container.image.PngChunks.Chunk;
import io.mingshi.labels.source.Source;
import io.mingshi.labels.source.Splice;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32;

/// The C2PA manifest store of a PNG file: the chunk `caBX`, right behind the header (C2PA 2.2, annex A.3.2).
public final class PngManifest implements ManifestHost {
    /// Length, type and checksum around the data.
    private static final int FRAME = 12;

    /// A host; it has no state.
    public PngManifest() {}

    @Override
    public Optional<Found> find(Source file) throws IOException {
        List<Chunk> stores = PngChunks.read(file, new Sightings()).chunks().stream()
                .filter(chunk -> chunk.type().equals(PngContainer.C2PA))
                .toList();
        if (stores.isEmpty()) {
            return Optional.empty();
        }
        if (stores.size() > 1) {
            throw MALFORMED.with("the PNG file has more than one manifest store");
        }
        Chunk chunk = stores.getFirst();
        if (chunk.length() > LONGEST_STORE) {
            throw TOO_LARGE.with(
                    "the manifest store has " + chunk.length() + " bytes; at most " + LONGEST_STORE + " are read");
        }
        Source store =
                Splice.builder().copy(file, chunk.start(), chunk.length()).build();
        return Optional.of(new Found(store, List.of(new Range(chunk.from(), chunk.whole()))));
    }

    @Override
    public Hosted host(Source file, byte[] store) throws IOException {
        Sightings flaws = new Sightings();
        PngChunks png = PngChunks.read(file, flaws);
        LabelPacket.requireSound(flaws);
        byte[] own = chunk(store);
        Chunk header = png.chunks().getFirst();
        long place = header.from() + header.whole();
        Splice.Builder out = Splice.builder().copy(file, 0, place).insert(own);
        for (Chunk chunk : png.chunks().subList(1, png.chunks().size())) {
            if (!chunk.type().equals(PngContainer.C2PA)) {
                out.copy(file, chunk.from(), chunk.whole());
            }
        }
        Source hosted = out.copy(file, png.end(), file.size() - png.end()).build();
        return new Hosted(hosted, List.of(new Range(place, own.length)));
    }

    private static byte[] chunk(byte[] store) {
        ByteBuffer chunk = ByteBuffer.allocate(FRAME + store.length)
                .putInt(store.length)
                .put(Bytes.latin1(PngContainer.C2PA))
                .put(store);
        CRC32 crc = new CRC32();
        crc.update(chunk.array(), 4, 4 + store.length);
        return chunk.putInt((int) crc.getValue()).array();
    }
}
