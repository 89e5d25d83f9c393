package io.mingshi.labels.container.audio;

import io.mingshi.labels.container.Bytes;
import io.mingshi.labels.container.Sightings;
import io.mingshi.labels.container.audio.WavChunks.Chunk;
import io.mingshi.labels.source.Source;
import java.io.IOException;
import java.util.Optional;

/// A WAV file in memory, with its samples as they are stored.
public final class WavFile {
    private final WavChunks chunks;
    private final Sightings sightings;

    /// The `fmt ` chunk.
    ///
    /// @param tag 1 is PCM; the tag of the extensible form is already resolved
    /// @param channels how many
    /// @param rate frames per second
    /// @param bits per sample
    public record Format(int tag, int channels, long rate, int bits) {
        /// The tag of integer PCM.
        public static final int PCM = 1;

        private static final int EXTENSIBLE = 0xFFFE;

        private static Format read(Region chunk) throws IOException {
            byte[] format = chunk.head(26);
            int tag = Bytes.u16le(format, 0);
            return new Format(
                    tag == EXTENSIBLE && format.length == 26 ? Bytes.u16le(format, 24) : tag,
                    Bytes.u16le(format, 2),
                    Bytes.u32le(format, 4),
                    Bytes.u16le(format, 14));
        }
    }

    private WavFile(WavChunks chunks, Sightings sightings) {
        this.chunks = chunks;
        this.sightings = sightings;
    }

    /// Reads the chunks; what is wrong is among the flaws of [#sightings()].
    public static WavFile parse(byte[] bytes) {
        return InMemory.call(() -> {
            Source file = Source.of(bytes);
            return new WavFile(WavChunks.read(file, new Sightings()), new WavContainer().read(file));
        });
    }

    /// The labels and flaws seen.
    public Sightings sightings() {
        return sightings;
    }

    /// Whether the only flaw is that the sizes were left open by a streaming encoder: the sound then goes on to the
    /// end.
    public boolean openEnded() {
        return chunks.openEnded() && sightings.flaws().size() == 1;
    }

    /// The format of the sound, if the file has a sound one.
    public Optional<Format> format() {
        return chunks.first("fmt ")
                .map(Chunk::content)
                .filter(format -> format.length() >= 16)
                .map(format -> InMemory.call(() -> Format.read(format)));
    }

    /// The samples as they are stored.
    public byte[] data() {
        return chunks.first("data")
                .map(data -> InMemory.call(() -> data.content().bytes()))
                .orElse(new byte[0]);
    }

    /// This file with other samples and this label in a chunk of its own; labels it had are gone, other chunks stay.
    public byte[] with(byte[] data, String label) {
        return InMemory.call(() -> {
            Source other = WavContainer.withSamples(chunks, data);
            return new WavContainer().label(other, label).bytes();
        });
    }
}
