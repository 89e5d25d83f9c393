package io.mingshi.labels.container.audio;

import io.mingshi.labels.container.Bytes;
import io.mingshi.labels.container.Sightings;
import io.mingshi.labels.source.Source;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The chunks of a WAV file (RIFF of Microsoft and IBM; RF64 and BW64 of EBU Tech 3306 and ITU-R BS.2088), read as
/// far as they are sound.
final class WavChunks {
    /// A file with more is damaged or made to exhaust the reader.
    private static final int MAX_CHUNKS = 10_000;

    /// Written into the size fields by encoders that stream and cannot go back, and by RF64 for what does not fit.
    static final long UNKNOWN_SIZE = 0xFFFF_FFFFL;

    /// What sox writes into a pipe for want of a size.
    private static final long SOX_UNKNOWN_SIZE = 0x7FFF_F000L;

    private static final int HEAD = 12;

    private final Source file;
    private final Sightings sightings;
    private final List<Chunk> chunks = new ArrayList<>();
    private String form = "";
    private long declared;
    private Optional<LargeSizes> large = Optional.empty();
    private boolean openEnded;

    /// One chunk.
    ///
    /// @param sizeElsewhere whether its size stands in the `ds64` chunk
    record Chunk(String id, Region content, boolean sizeElsewhere) {
        boolean is(String other) {
            return id.equals(other);
        }
    }

    private WavChunks(Source file, Sightings sightings) {
        this.file = file;
        this.sightings = sightings;
    }

    /// Reads the chunks and adds what is wrong to the flaws.
    static WavChunks read(Source file, Sightings sightings) throws IOException {
        WavChunks chunks = new WavChunks(file, sightings);
        if (chunks.readHead()) {
            chunks.readChunks();
        } else {
            sightings.flaw("the file is not a WAV file");
        }
        return chunks;
    }

    private boolean readHead() throws IOException {
        if (file.size() < HEAD) {
            return false;
        }
        byte[] head = file.bytes(0, HEAD);
        form = Bytes.latin1(head, 0, 4);
        declared = Bytes.u32le(head, 4);
        return List.of("RIFF", "RF64", "BW64").contains(form) && Bytes.startsWith(head, 8, 4, "WAVE");
    }

    private void readChunks() throws IOException {
        long at = HEAD;
        while (at + 8 <= file.size() && chunks.size() < MAX_CHUNKS) {
            byte[] header = file.bytes(at, 8);
            String id = Bytes.latin1(header, 0, 4);
            long field = Bytes.u32le(header, 4);
            long rest = file.size() - at - 8;
            long length = length(id, field, rest);
            if (length < 0 || length > rest) {
                sightings.flaw("the WAV file ends inside its chunk " + printable(id));
                return;
            }
            boolean elsewhere = isLarge() && field == UNKNOWN_SIZE;
            Chunk chunk = new Chunk(id, new Region(file, at + 8, length), elsewhere);
            if (at == HEAD && isLarge()) {
                large = LargeSizes.read(chunk);
            }
            chunks.add(chunk);
            at += 8 + length + (length & 1);
        }
        judge(at);
    }

    private long length(String id, long field, long rest) {
        if (field == UNKNOWN_SIZE && large.isPresent()) {
            return large.get().of(id);
        }
        if (id.equals("data") && !isLarge() && isOpen(field, rest)) {
            openEnded = true;
            return rest;
        }
        return field;
    }

    private boolean isOpen(long field, long rest) {
        return field == UNKNOWN_SIZE
                || (field == SOX_UNKNOWN_SIZE && rest < field)
                || (field == 0 && rest > 0 && (declared == 0 || declared == UNKNOWN_SIZE));
    }

    private void judge(long end) {
        long stated =
                declared == UNKNOWN_SIZE && large.isPresent() ? large.get().riff() : declared;
        if (isLarge() && large.isEmpty()) {
            sightings.flaw("the RF64 file does not state its sizes");
        } else if (openEnded) {
            sightings.flaw("the WAV file was streamed: its size fields do not say where it ends");
        } else if (stated != file.size() - 8 || end < file.size() || end > file.size() + 1) {
            sightings.flaw("the WAV file is not as long as its header says");
        }
        if (first("fmt ").filter(format -> format.content.length() >= 16).isEmpty()
                || first("data").isEmpty()) {
            sightings.flaw("the WAV file holds no sound");
        }
    }

    private static String printable(String id) {
        return id.matches("[ -~]{4}") ? id : "with an unprintable name";
    }

    List<Chunk> all() {
        return chunks;
    }

    Optional<Chunk> first(String id) {
        return chunks.stream().filter(chunk -> chunk.is(id)).findFirst();
    }

    /// `RIFF`, `RF64` or `BW64`.
    String form() {
        return form;
    }

    /// Whether sizes of 4 GiB and more are possible, in a chunk of their own.
    boolean isLarge() {
        return !form.equals("RIFF");
    }

    /// Whether a streaming encoder left the size of the sound open, so that it goes on to the end.
    boolean openEnded() {
        return openEnded;
    }

    /// The `ds64` chunk.
    ///
    /// @param others the sizes of other chunks than `data` by their names
    private record LargeSizes(long riff, long data, Map<String, Long> others) {
        private static final int FIXED = 28;
        private static final int ENTRY = 12;

        /// The chunk names whose size may exceed 4 GiB are few.
        private static final int LONGEST = FIXED + 1_000 * ENTRY;

        static Optional<LargeSizes> read(Chunk chunk) throws IOException {
            long length = chunk.content.length();
            if (!chunk.is("ds64") || length < FIXED || length > LONGEST || (length & 1) == 1) {
                return Optional.empty();
            }
            byte[] bytes = chunk.content.bytes();
            long entries = Bytes.u32le(bytes, 24);
            if (entries > (bytes.length - FIXED) / ENTRY) {
                return Optional.empty();
            }
            Map<String, Long> others = new HashMap<>();
            for (int at = FIXED; at < FIXED + entries * ENTRY; at += ENTRY) {
                others.put(Bytes.latin1(bytes, at, 4), u64(bytes, at + 4));
            }
            return Optional.of(new LargeSizes(u64(bytes, 0), u64(bytes, 8), others));
        }

        /// -1 if the table does not name the chunk.
        long of(String id) {
            return id.equals("data") ? data : others.getOrDefault(id, -1L);
        }

        private static long u64(byte[] bytes, int at) {
            return Bytes.u32le(bytes, at + 4) << 32 | Bytes.u32le(bytes, at);
        }
    }
}
