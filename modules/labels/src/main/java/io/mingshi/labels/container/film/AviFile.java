package io.mingshi.labels.container.film;

import static io.mingshi.labels.LabelException.Code.MALFORMED;
import static io.mingshi.labels.LabelException.Code.TOO_LARGE;

import io.mingshi.labels.container.Bytes;
import io.mingshi.labels.source.Source;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The chunks of an AVI file: one RIFF of type `AVI `, and for longer films more of type `AVIX` (OpenDML 1.02).
///
/// @param riffs in file order
/// @param end behind the last
record AviFile(List<Riff> riffs, long end) {
    private static final int MAX_CHUNKS = 100_000;

    /// A chunk, or a list of chunks.
    ///
    /// @param type of a list
    /// @param start where its header begins
    /// @param length of its content, without the byte that makes it even
    record Chunk(String id, String type, long start, long length) {
        boolean isList(String wanted) {
            return id.equals("LIST") && type.equals(wanted);
        }

        long content() {
            return start + 8;
        }

        /// Where the next chunk begins.
        long end() {
            return content() + length + (length & 1);
        }

        String name() {
            return id.matches("[ -~]{4}") ? id : "with an unprintable name";
        }
    }

    /// A RIFF and the chunks in it.
    record Riff(Chunk chunk, List<Chunk> children) {
        Optional<Chunk> list(String type) {
            return children.stream().filter(child -> child.isList(type)).findFirst();
        }
    }

    static AviFile read(Source file) throws IOException {
        List<Riff> riffs = new ArrayList<>();
        long at = 0;
        while (file.size() - at >= 12) {
            Chunk riff = at(file, at, file.size());
            String expected = riffs.isEmpty() ? "AVI " : "AVIX";
            if (!riff.id.equals("RIFF") || !riff.type.equals(expected)) {
                break;
            }
            riffs.add(new Riff(riff, within(file, riff)));
            if (riffs.size() > MAX_CHUNKS) {
                throw TOO_LARGE.with("the film has more than " + MAX_CHUNKS + " parts");
            }
            at = riff.end();
        }
        if (riffs.isEmpty()
                || riffs.getFirst().list("hdrl").isEmpty()
                || riffs.getFirst().list("movi").isEmpty()) {
            throw MALFORMED.with("the film has no header or no media");
        }
        return new AviFile(riffs, Math.min(at, file.size()));
    }

    Riff first() {
        return riffs.getFirst();
    }

    /// The chunks inside a list.
    static List<Chunk> within(Source file, Chunk list) throws IOException {
        List<Chunk> chunks = new ArrayList<>();
        long limit = list.content() + list.length;
        long at = list.content() + 4;
        while (limit - at >= 8) {
            Chunk chunk = at(file, at, limit);
            chunks.add(chunk);
            if (chunks.size() > MAX_CHUNKS) {
                throw TOO_LARGE.with("the film has more than " + MAX_CHUNKS + " chunks in a list");
            }
            at = chunk.end();
        }
        return chunks;
    }

    private static Chunk at(Source file, long at, long limit) throws IOException {
        byte[] head = file.bytes(at, (int) Math.min(12, limit - at));
        String id = Bytes.latin1(head, 0, 4);
        long length = Bytes.u32le(head, 4);
        boolean list = id.equals("LIST") || id.equals("RIFF");
        Chunk chunk = new Chunk(id, list && head.length == 12 ? Bytes.latin1(head, 8, 4) : "", at, length);
        if (length > limit - at - 8) {
            throw MALFORMED.with("the film ends inside its chunk " + chunk.name());
        }
        if (list && length < 4) {
            throw MALFORMED.with("a list of the film has no sound size");
        }
        return chunk;
    }
}
