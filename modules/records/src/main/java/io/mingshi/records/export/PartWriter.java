package io.mingshi.records.export;

import io.mingshi.records.export.archive.Fragments;
import io.mingshi.records.export.archive.RecordLine;
import io.mingshi.records.export.archive.RecordPages;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Writes one part of an export: compressed pieces of `records.jsonl` and of pages, and the positions. For one thread.
final class PartWriter implements Closeable {
    static final String RECORDS = "records";
    static final String POSITIONS = "positions";

    private static final int BUFFER = 1 << 16;

    private final Path folder;
    private final OutputStream lines;
    private final DataOutputStream positions;
    private @Nullable OutputStream page;
    private long index;

    /// @param index how many records the parts before have
    PartWriter(Path folder, long index) throws IOException {
        this.folder = Folders.make(folder);
        this.index = index;
        this.lines = open(folder.resolve(RECORDS));
        this.positions = new DataOutputStream(
                new BufferedOutputStream(Files.newOutputStream(folder.resolve(POSITIONS)), BUFFER));
    }

    /// The file with the piece of a page.
    static String page(long number) {
        return "page-" + number;
    }

    void add(RecordLine line) throws IOException {
        byte[] bytes = line.bytes();
        if (bytes.length > RecordLine.MAX_BYTES) {
            throw new IOException("record " + line.position() + " is longer than a line of an export can be");
        }
        lines.write(bytes);
        lines.write('\n');
        positions.writeLong(line.position());
        long number = index / RecordPages.RECORDS;
        OutputStream current = page;
        if (current == null) {
            current = open(folder.resolve(page(number)));
            page = current;
        }
        if (index % RecordPages.RECORDS == 0) {
            RecordPages.start(current, number);
        }
        RecordPages.record(current, line);
        index++;
        if (index % RecordPages.RECORDS == 0) {
            RecordPages.end(current);
            current.close();
            page = null;
        }
    }

    /// Returns when the part outlives a power failure.
    ///
    /// @return its bytes
    long finish() throws IOException {
        close();
        long bytes = 0;
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Folders.sync(file);
                bytes += Files.size(file);
            }
        }
        Folders.sync(folder);
        return bytes;
    }

    @Override
    public void close() throws IOException {
        try (lines;
                positions;
                OutputStream last = page) {
            if (last != null) {
                last.flush();
            }
        }
        page = null;
    }

    private static OutputStream open(Path file) throws IOException {
        return new BufferedOutputStream(
                Fragments.into(new BufferedOutputStream(Files.newOutputStream(file), BUFFER)), BUFFER);
    }
}
