package io.mingshi.records.retention;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.inject.Singleton;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// A file to which every erasure is appended, and which a restored database does not take back.
///
/// It lies beside the evidence log, on the storage that all instances share. A last line without an end is
/// what was being written when the power went: it is passed over, and the database still has it to write
/// again.
@Singleton
class ErasureLedger {
    static final int LONGEST_LINE = 1_000;
    private static final int BATCH = 1_000;

    private final Path file;

    ErasureLedger(@ConfigProperty(name = "mingshi.records.erasure-ledger") Path file) {
        this.file = file.toAbsolutePath();
    }

    /// Returns when the lines are on the disk.
    void append(List<String> lines) throws IOException {
        Files.createDirectories(Objects.requireNonNull(file.getParent()));
        try (var channel = FileChannel.open(
                        file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
                var lock = channel.lock()) {
            assert lock.isValid();
            long end = endOfLastLine(channel);
            channel.truncate(end);
            channel.position(end);
            ByteBuffer bytes = ByteBuffer.wrap((String.join("\n", lines) + "\n").getBytes(UTF_8));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
    }

    /// Hands out everything that was ever appended, in order, some hundreds at a time.
    ///
    /// @throws IllegalStateException when a line cannot be read: the file was changed
    void read(Consumer<List<LedgerEntry>> reader) throws IOException {
        if (!Files.exists(file)) {
            return;
        }
        try (var in = new BufferedInputStream(Files.newInputStream(file))) {
            List<LedgerEntry> batch = new ArrayList<>();
            var line = new ByteArrayOutputStream();
            long number = 1;
            for (int next = in.read(); next >= 0; next = in.read()) {
                if (next != '\n') {
                    line.write(next);
                    require(line.size() <= LONGEST_LINE, number);
                    continue;
                }
                batch.add(entry(line.toString(UTF_8), number++));
                line.reset();
                if (batch.size() == BATCH) {
                    reader.accept(List.copyOf(batch));
                    batch.clear();
                }
            }
            reader.accept(batch);
        }
    }

    private LedgerEntry entry(String line, long number) {
        try {
            return LedgerEntry.parse(line);
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException(unreadable(number), e);
        }
    }

    private void require(boolean readable, long number) {
        if (!readable) {
            throw new IllegalStateException(unreadable(number));
        }
    }

    private String unreadable(long number) {
        return "line " + number + " of the erasure ledger " + file
                + " cannot be read: put the file back from a copy, or"
                + " erased texts of a restored database stay legible";
    }

    private long endOfLastLine(FileChannel channel) throws IOException {
        long size = channel.size();
        int length = (int) Math.min(size, LONGEST_LINE + 1L);
        ByteBuffer tail = ByteBuffer.allocate(length);
        while (tail.hasRemaining()) {
            channel.read(tail, size - length + tail.position());
        }
        for (int i = length - 1; i >= 0; i--) {
            if (tail.get(i) == '\n') {
                return size - length + i + 1;
            }
        }
        require(length == size, -1);
        return 0;
    }
}
