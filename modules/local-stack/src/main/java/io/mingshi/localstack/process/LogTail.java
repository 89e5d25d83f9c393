package io.mingshi.localstack.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/// The end of a part's output.
public final class LogTail {
    private static final Pattern FRAME = Pattern.compile("\\s+(at |\\.\\.\\. \\d+ more)");

    private LogTail() {}

    /// Returns the last lines that are neither blank nor frames of a stack trace, and the remedy if they blame a full
    /// disk.
    public static String of(Path log, int count) {
        String text = last(log, count, line -> !FRAME.matcher(line).lookingAt());
        return DiskSpace.blamed(text) ? "The disk is full: free some space and start again.\n" + text : text;
    }

    /// Returns the last lines as they are, blank ones left out.
    public static String whole(Path log, int count) {
        return last(log, count, line -> true);
    }

    private static String last(Path log, int count, Predicate<String> wanted) {
        try {
            List<String> lines = new String(Files.readAllBytes(log), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank())
                    .filter(wanted)
                    .toList();
            return String.join("\n", lines.subList(Math.max(0, lines.size() - count), lines.size()));
        } catch (IOException e) {
            return "Its log " + log + " cannot be read.";
        }
    }
}
