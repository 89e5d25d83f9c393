package io.mingshi.localstack;

import io.mingshi.localstack.process.StackProblem;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/// At most one supervisor for one folder. The system lets go of the lock however its holder ends.
final class StackLock implements AutoCloseable {
    private final FileChannel channel;

    private StackLock(FileChannel channel) {
        this.channel = channel;
    }

    /// Takes the lock or refuses with the holder's process id.
    static StackLock take(Path directory) throws IOException {
        Files.createDirectories(directory);
        Path file = directory.resolve("lock");
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (tryLock(channel) == null) {
            channel.close();
            throw StackProblem.ANOTHER_STACK_RUNS.with("Another one runs in " + directory + " (process "
                    + Files.readString(file).strip() + "): use it, or end it with ./mingshi down.");
        }
        channel.truncate(0);
        channel.write(ByteBuffer.wrap((ProcessHandle.current().pid() + "\n").getBytes(StandardCharsets.UTF_8)));
        return new StackLock(channel);
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null; // held by this very process, which is a holder like any other
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
