package io.mingshi.localstack.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// The end of a part's output.
public final class LogTail {
    private LogTail() {}

    /// Returns the last lines that are not blank, and the remedy if they blame a full disk.
    public static String of(Path log, int count) {
        try {
            List<String> lines = new String(Files.readAllBytes(log), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank())
                    .toList();
            String text = String.join("\n", lines.subList(Math.max(0, lines.size() - count), lines.size()));
            return DiskSpace.blamed(text) ? "The disk is full: free some space and start again.\n" + text : text;
        } catch (IOException e) {
            return "Its log " + log + " cannot be read.";
        }
    }
}
