package io.mingshi.localstack.part;

import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Properties;

/// Files that only their owner can read (mode 600) and that are never seen half-written.
public final class PrivateFile {
    private PrivateFile() {}

    /// Replaces the file by the given text in one step.
    public static void write(Path file, String text) throws IOException {
        Path fresh = Files.createTempFile(
                file.getParent(),
                "." + file.getFileName(),
                ".new",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try {
            Files.writeString(fresh, text);
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(fresh);
        }
    }

    /// Replaces the file by the given properties in one step, sorted by name.
    public static void write(Path file, Properties values) throws IOException {
        StringWriter text = new StringWriter();
        values.store(text, null);
        String sorted = text.toString()
                .lines()
                .filter(line -> !line.startsWith("#"))
                .sorted()
                .reduce("", (all, line) -> all + line + "\n");
        write(file, sorted);
    }

    /// Reads properties; a file that does not exist has none.
    public static Properties read(Path file) throws IOException {
        Properties values = new Properties();
        if (Files.exists(file)) {
            try (Reader reader = Files.newBufferedReader(file)) {
                values.load(reader);
            }
        }
        return values;
    }
}
