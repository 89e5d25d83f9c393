package io.mingshi.localstack;

import io.mingshi.localstack.part.Archive;
import io.mingshi.localstack.process.Remnants;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// Removes the data of earlier runs, and keeps the lock that this run holds.
final class Fresh {
    private Fresh() {}

    static void clear(Path directory) throws IOException, InterruptedException {
        List<String> left = new Remnants(directory.resolve("run")).end();
        System.out.println("Removing the data of earlier runs"
                + (left.isEmpty() ? "." : ", and what still ran of them: " + String.join(", ", left) + "."));
        List<Path> content;
        try (Stream<Path> entries = Files.list(directory)) {
            content = entries.filter(entry -> !entry.endsWith("lock")).toList();
        }
        for (Path entry : content) {
            Archive.remove(entry);
        }
    }
}
