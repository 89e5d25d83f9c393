package io.mingshi.records.export;

import io.mingshi.evidencelog.merkle.Tile;
import io.mingshi.evidencelog.merkle.TileEdge;
import io.mingshi.evidencelog.merkle.TileTree;
import io.mingshi.evidencelog.note.Checkpoint;
import io.mingshi.evidencelog.note.SignedNote;
import io.mingshi.evidencelog.store.Bundle;
import io.mingshi.evidencelog.store.LogReader;
import io.mingshi.records.export.archive.StrictZip;
import io.mingshi.records.export.archive.ZipWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Copies the part of the log into an export that leads from its records to a checkpoint, in the form of C2SP
/// tlog-tiles; used once.
final class LogExcerpt {
    /// Files that follow when the log is there.
    private static final int RESERVED = 16;

    private final LogReader log;
    private final long size;
    private final ZipWriter zip;
    private final Set<Tile> extra = new LinkedHashSet<>();
    private final Map<Integer, Long> last = new HashMap<>();

    /// @param size of the log by the checkpoint
    LogExcerpt(LogReader log, long size, ZipWriter zip) {
        this.log = log;
        this.size = size;
        this.zip = zip;
    }

    /// What leads to the root of the checkpoint, and to those of earlier ones.
    void edges(List<SignedNote> earlier) throws IOException {
        TileEdge.of(this::extra, size);
        TileTree tree = new TileTree(this::extra, size);
        for (SignedNote note : earlier) {
            tree.root(Checkpoint.parse(note.text()).size());
        }
        for (Tile tile : List.copyOf(extra)) {
            above(tile.index(), tile.level() + 1);
        }
    }

    /// What leads from entries upwards that are not in the order of the others.
    void apart(Iterable<Long> positions) throws IOException {
        for (long position : positions) {
            above(position, 0);
        }
    }

    private void above(long below, int from) throws IOException {
        long index = below;
        for (int level = from; size >> (Tile.HEIGHT * level) > 0; level++) {
            index /= Tile.FULL;
            extra(Tile.of(level, index, size));
        }
    }

    /// What leads from an entry upwards; in the order of the positions no tile is written twice.
    void path(long position) throws IOException {
        long index = position;
        for (int level = 0; size >> (Tile.HEIGHT * level) > 0; level++) {
            index /= Tile.FULL;
            Long before = last.put(level, index);
            if (before != null && before == index) {
                return; // and so the tiles above it are there
            }
            Tile tile = Tile.of(level, index, size);
            if (!extra.contains(tile)) {
                write(tile);
            }
        }
    }

    /// The entries themselves, from one position to before another.
    void entries(long first, long end) throws IOException {
        for (long index = first / Tile.FULL; index * Tile.FULL < end; index++) {
            Tile tile = Tile.of(0, index, size);
            Bundle bundle = log.bundle(tile);
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            for (int place = 0; place < tile.width(); place++) {
                byte[] entry = bundle.entry(place);
                bytes.write(entry.length >> Byte.SIZE);
                bytes.write(entry.length);
                bytes.writeBytes(entry);
            }
            add("log/" + tile.entriesPath(), bytes.toByteArray());
        }
    }

    private byte[] extra(Tile tile) throws IOException {
        return extra.add(tile) ? write(tile) : log.hashes(tile);
    }

    private byte[] write(Tile tile) throws IOException {
        byte[] hashes = log.hashes(tile);
        add("log/" + tile.path(), hashes);
        return hashes;
    }

    private void add(String name, byte[] content) throws IOException {
        if (zip.members() > StrictZip.MAX_MEMBERS - RESERVED) {
            throw new ExportTooLarge("the export needs more than " + StrictZip.MAX_MEMBERS
                    + " files: order it in several, each of a shorter period or of less");
        }
        zip.stored(name, content);
    }
}
