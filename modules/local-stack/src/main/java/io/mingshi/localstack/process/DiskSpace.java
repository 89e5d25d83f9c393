package io.mingshi.localstack.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Recognises a full disk before and after it hurts.
public final class DiskSpace {
    private static final String FULL = "No space left on device";

    private DiskSpace() {}

    /// Refuses when fewer bytes are free than needed where the folder is.
    public static void require(Path folder, long bytes) {
        try {
            Files.createDirectories(folder);
            long free = Files.getFileStore(folder).getUsableSpace();
            if (free < bytes) {
                throw StackProblem.DISK_FULL.with("The disk of " + folder + " has " + (free >> 20) + " MB free and "
                        + (bytes >> 20) + " MB are needed: free some space and start again.");
            }
        } catch (IOException e) {
            throw explain("disk", e);
        }
    }

    /// Says whether a text, such as the end of a log, blames a full disk.
    public static boolean blamed(String text) {
        return text.contains(FULL);
    }

    /// Turns a failure of the named part into one that says so if the disk is full.
    public static RuntimeException explain(String part, IOException e) {
        String message = String.valueOf(e.getMessage());
        if (blamed(message)) {
            return StackProblem.DISK_FULL.with(part + ": the disk is full (" + message
                    + "). Free some space and start again; what was written so far is recognised.");
        }
        return new UncheckedIOException(part + ": " + message, e);
    }
}
