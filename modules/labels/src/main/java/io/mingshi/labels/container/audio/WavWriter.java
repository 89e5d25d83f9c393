package io.mingshi.labels.container.audio;

import static io.mingshi.labels.LabelException.Code.TOO_LARGE;

import io.mingshi.labels.container.Bytes;
import io.mingshi.labels.container.audio.WavChunks.Chunk;
import io.mingshi.labels.source.Source;
import io.mingshi.labels.source.Splice;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;

/// Puts a WAV file together, with sizes that are true.
final class WavWriter {
    private static final byte[] PADDING = new byte[1];

    private final Splice.Builder body = Splice.builder();
    private final String form;
    private Optional<Region> largeSizes = Optional.empty();

    /// @param form `RIFF`, `RF64` or `BW64`
    WavWriter(String form) {
        this.form = form;
    }

    /// Appends a chunk as it stands in another file. The sizes of a large file come first when it is built.
    void copy(Chunk chunk) {
        if (chunk.is("ds64") && largeSizes.isEmpty()) {
            largeSizes = Optional.of(chunk.content());
        } else {
            chunk(chunk.id(), chunk.content(), chunk.sizeElsewhere());
        }
    }

    /// Appends a new chunk.
    void chunk(String id, Region content) {
        chunk(id, content, false);
    }

    private void chunk(String id, Region content, boolean sizeElsewhere) {
        body.insert(header(id, sizeElsewhere ? WavChunks.UNKNOWN_SIZE : content.length()));
        content.appendTo(body);
        if ((content.length() & 1) == 1) {
            body.insert(PADDING);
        }
    }

    /// How many bytes of the file come before the next chunk.
    long length() {
        return 12 + largeSizes.map(sizes -> 8 + sizes.length()).orElse(0L) + body.length();
    }

    /// The whole file.
    Source file() throws IOException {
        long riff = length() - 8;
        boolean large = !form.equals("RIFF");
        if (!large && riff >= WavChunks.UNKNOWN_SIZE) {
            throw TOO_LARGE.with("a WAV file has less than 4 GiB; give the sound as RF64");
        }
        Splice.Builder file = Splice.builder()
                .insert(header(form, large ? WavChunks.UNKNOWN_SIZE : riff))
                .insert(Bytes.latin1("WAVE"));
        if (largeSizes.isPresent()) {
            byte[] sizes = largeSizes.get().bytes();
            ByteBuffer.wrap(sizes).order(ByteOrder.LITTLE_ENDIAN).putLong(0, riff);
            file.insert(header("ds64", sizes.length)).insert(sizes);
        }
        Splice chunks = body.build();
        return file.copy(chunks, 0, chunks.size()).build();
    }

    /// The head of a chunk.
    static byte[] header(String id, long length) {
        return ByteBuffer.allocate(8)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(Bytes.latin1(id))
                .putInt((int) length)
                .array();
    }
}
