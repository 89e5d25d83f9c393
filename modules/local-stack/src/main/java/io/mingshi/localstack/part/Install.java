package io.mingshi.localstack.part;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// A program unpacked once into the shared cache; a half-finished one is begun anew.
final class Install {
    private static final Object ONE_AT_A_TIME = new Object();

    private Install() {}

    /// Tells one content from another.
    static String fingerprint(String content) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /// What fills the folder.
    interface Work {
        void into(Path folder) throws IOException, InterruptedException;
    }

    /// Returns the named folder of the cache, filled if it is not yet complete.
    static Path once(Path cache, String name, Work work) throws IOException, InterruptedException {
        Path folder = cache.resolve(name);
        Path complete = folder.resolve(".complete");
        if (Files.exists(complete)) {
            return folder;
        }
        Files.createDirectories(cache);
        synchronized (ONE_AT_A_TIME) {
            try (FileChannel channel = FileChannel.open(
                            cache.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    FileLock lock = channel.lock()) {
                if (lock.isValid() && !Files.exists(complete)) {
                    Archive.remove(folder);
                    Files.createDirectories(folder);
                    work.into(folder);
                    Files.createFile(complete);
                }
            }
        }
        return folder;
    }
}
