package io.mingshi.labels.container.film;

import static io.mingshi.labels.LabelException.Code.TOO_LARGE;

import io.mingshi.labels.container.Bytes;
import io.mingshi.labels.container.Edits;
import io.mingshi.labels.container.Edits.Positions;
import io.mingshi.labels.container.film.AviFile.Chunk;
import io.mingshi.labels.container.film.AviFile.Riff;
import io.mingshi.labels.source.Source;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The changes that give an AVI film its label.
final class AviEdits {
    private static final int HEADER = 8;
    private static final long LARGEST_SIZE = 0xFFFF_FFFFL;

    /// A longer filler is left as it is.
    private static final int LONGEST_FILLER = 1 << 20;

    private final Source file;
    private final AviFile film;
    private final Edits edits = new Edits();
    private final Map<Riff, Long> growths = new HashMap<>();

    AviEdits(Source file, AviFile film) {
        this.file = file;
        this.film = film;
    }

    static byte[] chunk(String id, byte[] content) {
        return ByteBuffer.allocate(HEADER + content.length + content.length % 2)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(Bytes.latin1(id))
                .putInt(content.length)
                .put(content)
                .array();
    }

    void replace(Riff riff, Chunk chunk, byte[] bytes) {
        replace(riff, chunk.start(), end(riff, chunk), bytes);
    }

    private void replace(Riff riff, long from, long to, byte[] bytes) {
        edits.replace(from, to, bytes);
        growths.merge(riff, bytes.length - (to - from), Long::sum);
    }

    /// The last chunk of a file may lack the byte that makes it even.
    private static long end(Riff riff, Chunk chunk) {
        return Math.min(chunk.end(), riff.chunk().content() + riff.chunk().length());
    }

    /// Writes the label into the first list of information before the media, or into a new one there. It is taken out
    /// of all others.
    void label(String json) throws IOException {
        Riff first = film.first();
        Chunk media = first.list("movi").orElseThrow();
        Optional<Chunk> target = first.children().stream()
                .filter(child -> child.isList("INFO") && child.start() < media.start())
                .findFirst();
        for (Riff riff : film.riffs()) {
            for (Chunk child : riff.children()) {
                if (child.isList("INFO") && target.filter(child::equals).isEmpty()) {
                    byte[] list = list(AviContainer.entries(file, child));
                    if (list.length != child.end() - child.start()) {
                        replace(riff, child, list);
                    }
                }
            }
        }
        byte[] text = (json + '\0').getBytes(StandardCharsets.UTF_8);
        List<byte[]> entries = target.isPresent() ? AviContainer.entries(file, target.get()) : new ArrayList<>();
        entries.add(chunk(AviContainer.LABEL, text));
        put(first, target.map(Chunk::start).orElse(media.start()), target, list(entries));
    }

    private static byte[] list(List<byte[]> entries) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(Bytes.latin1("INFO"));
        entries.forEach(out::writeBytes);
        return chunk("LIST", out.toByteArray());
    }

    /// Puts the list in its place. A filler beside it takes what it grows by, if there is one that is large enough.
    private void put(Riff riff, long at, Optional<Chunk> old, byte[] list) {
        long oldEnd = old.map(Chunk::end).orElse(at);
        long growth = list.length - (oldEnd - at);
        Optional<Chunk> filler = riff.children().stream()
                .filter(child -> child.id().equals("JUNK") && child.length() <= LONGEST_FILLER)
                .filter(child -> child.start() == oldEnd || (old.isEmpty() && child.end() == at))
                .filter(child -> fits(child.end() - child.start() - growth))
                .findFirst();
        if (filler.isEmpty()) {
            replace(riff, at, oldEnd, list);
            return;
        }
        Chunk junk = filler.get();
        long left = junk.end() - junk.start() - growth;
        byte[] rest = left == 0 ? new byte[0] : chunk("JUNK", new byte[(int) left - HEADER]);
        byte[] both = new byte[list.length + rest.length];
        System.arraycopy(list, 0, both, 0, list.length);
        System.arraycopy(rest, 0, both, list.length, rest.length);
        replace(riff, Math.min(at, junk.start()), Math.max(oldEnd, junk.end()), both);
    }

    private static boolean fits(long left) {
        return left == 0 || (left >= HEADER && left % 2 == 0);
    }

    Source apply() throws IOException {
        Positions positions = edits.positions();
        if (!positions.same()) {
            new AviIndexes(file, film, edits, positions).correct();
        }
        for (Map.Entry<Riff, Long> entry : growths.entrySet()) {
            Chunk riff = entry.getKey().chunk();
            long length = riff.length() + entry.getValue();
            if (length > LARGEST_SIZE) {
                throw TOO_LARGE.with("the film would become larger than its size field can say");
            }
            if (entry.getValue() != 0) {
                edits.replace(riff.start() + 4, riff.start() + HEADER, littleEndian((int) length));
            }
        }
        return edits.apply(file);
    }

    static byte[] littleEndian(int value) {
        return ByteBuffer.allocate(4)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(value)
                .array();
    }
}
