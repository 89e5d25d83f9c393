package io.mingshi.labels.container.film;

import static io.mingshi.labels.LabelException.Code.MALFORMED;
import static io.mingshi.labels.LabelException.Code.TOO_LARGE;

import io.mingshi.labels.container.Bytes;
import io.mingshi.labels.container.Edits;
import io.mingshi.labels.container.Edits.Positions;
import io.mingshi.labels.container.film.AviFile.Chunk;
import io.mingshi.labels.source.Source;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HashSet;
import java.util.Set;

/// The indexes of an AVI film that name places in the whole file: those of OpenDML, and `idx1` of writers that count
/// from the beginning of the file instead of the media.
final class AviIndexes {
    private static final int HEADER = 8;
    private static final int INDEX_HEAD = 24;
    private static final int SUPER_ENTRY = 16;
    private static final int OLD_ENTRY = 16;
    private static final int OF_INDEXES = 0;
    private static final int OF_CHUNKS = 1;

    /// An index of a day of film.
    private static final int LONGEST = 64 << 20;

    private final Source file;
    private final AviFile film;
    private final Edits edits;
    private final Positions positions;

    /// Indexes that are corrected already.
    private final Set<Long> seen = new HashSet<>();

    AviIndexes(Source file, AviFile film, Edits edits, Positions positions) {
        this.file = file;
        this.film = film;
        this.edits = edits;
        this.positions = positions;
    }

    void correct() throws IOException {
        for (Chunk stream : AviFile.within(file, film.first().list("hdrl").orElseThrow())) {
            if (stream.isList("strl")) {
                for (Chunk chunk : AviFile.within(file, stream)) {
                    if (chunk.id().equals("indx")) {
                        index(chunk.content(), chunk.length());
                    }
                }
            }
        }
        for (Chunk chunk : film.first().children()) {
            if (chunk.id().equals("idx1")) {
                old(chunk);
            }
        }
    }

    private ByteBuffer read(long at, long length) throws IOException {
        if (length > LONGEST) {
            throw TOO_LARGE.with("an index of the film is longer than " + LONGEST + " bytes");
        }
        return ByteBuffer.wrap(file.bytes(at, (int) length)).order(ByteOrder.LITTLE_ENDIAN);
    }

    private void index(long at, long length) throws IOException {
        if (length < INDEX_HEAD || !seen.add(at)) {
            return;
        }
        ByteBuffer index = read(at, length);
        switch (index.get(3)) {
            case OF_INDEXES -> ofIndexes(at, index);
            case OF_CHUNKS -> ofChunks(at, index);
            default -> throw MALFORMED.with("an index of the film is of an unknown kind");
        }
    }

    private void ofIndexes(long at, ByteBuffer index) throws IOException {
        long count = index.getInt(4) & 0xFFFF_FFFFL;
        if (count * SUPER_ENTRY > index.capacity() - INDEX_HEAD) {
            throw MALFORMED.with("an index of the film is cut short");
        }
        for (int i = 0; i < count; i++) {
            int entry = INDEX_HEAD + i * SUPER_ENTRY;
            long place = index.getLong(entry);
            if (place == 0) {
                continue;
            }
            if (place < 0 || place > file.size() - HEADER) {
                throw MALFORMED.with("an index of the film names a place beyond its end");
            }
            long length = Bytes.u32le(file.bytes(place + 4, 4), 0);
            if (length > file.size() - place - HEADER) {
                throw MALFORMED.with("an index of the film names a place that is none");
            }
            patchLong(at + entry, positions.of(place));
            index(place + HEADER, length);
        }
    }

    /// Entries count from a base, wherever that is: it follows the first of them.
    private void ofChunks(long at, ByteBuffer index) {
        if (index.getInt(4) != 0 && index.capacity() >= INDEX_HEAD + HEADER) {
            long base = index.getLong(12);
            long first = base + (index.getInt(INDEX_HEAD) & 0xFFFF_FFFFL);
            patchLong(at + 12, base + positions.of(first) - first);
        }
    }

    private void patchLong(long at, long value) {
        byte[] bytes = ByteBuffer.allocate(8)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(value)
                .array();
        edits.replace(at, at + bytes.length, bytes);
    }

    private void old(Chunk idx1) throws IOException {
        if (idx1.length() < OLD_ENTRY || !isAbsolute(idx1)) {
            return;
        }
        ByteBuffer index = read(idx1.content(), idx1.length());
        byte[] corrected = new byte[index.capacity()];
        index.get(0, corrected);
        ByteBuffer out = ByteBuffer.wrap(corrected).order(ByteOrder.LITTLE_ENDIAN);
        for (int at = 8; at + 8 <= corrected.length; at += OLD_ENTRY) {
            long place = positions.of(index.getInt(at) & 0xFFFF_FFFFL);
            if (place > 0xFFFF_FFFFL) {
                throw TOO_LARGE.with("the old index of the film cannot name places beyond 4 GB");
            }
            out.putInt(at, (int) place);
        }
        edits.replace(idx1.content(), idx1.content() + idx1.length(), corrected);
    }

    /// Whether the first entry finds its chunk from the beginning of the file and not from the media.
    private boolean isAbsolute(Chunk idx1) throws IOException {
        byte[] entry = file.bytes(idx1.content(), OLD_ENTRY);
        long place = Bytes.u32le(entry, 8);
        long media = film.first().list("movi").orElseThrow().content();
        return !isAt(media + place, entry) && isAt(place, entry);
    }

    private boolean isAt(long place, byte[] entry) throws IOException {
        return place + 4 <= file.size()
                && Bytes.latin1(file.bytes(place, 4), 0, 4).equals(Bytes.latin1(entry, 0, 4));
    }
}
