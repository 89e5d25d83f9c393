package io.mingshi.localstack;

import io.mingshi.localstack.part.PrivateFile;
import io.mingshi.localstack.part.Site;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.Properties;

/// What another process runs in a folder, seen from outside.
final class Running {
    private Running() {}

    /// Returns the supervisor of the folder, if one is alive.
    static Optional<ProcessHandle> supervisor(Site site) throws IOException {
        Path file = site.directory().resolve("lock");
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
                FileLock lock = channel.tryLock()) {
            if (lock != null) {
                return Optional.empty();
            }
        }
        String pid = Files.readString(file).strip();
        return pid.isEmpty() ? Optional.empty() : ProcessHandle.of(Long.parseLong(pid));
    }

    /// Returns the facts of a stack whose parts are all ready.
    static Optional<Properties> ready(Site site) throws IOException {
        Properties facts = PrivateFile.read(Stack.announcement(site.directory()));
        return facts.isEmpty() || supervisor(site).isEmpty() ? Optional.empty() : Optional.of(facts);
    }
}
