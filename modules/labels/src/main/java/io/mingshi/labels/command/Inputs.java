package io.mingshi.labels.command;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// The files that a command is to work on: those named, and those in the folders named.
///
/// @param file to read
/// @param name to call it by: its path below the folder that was named, else its own
record Inputs(Path file, Path name) {
    /// Stands for standard input and output.
    static final String DASH = "-";

    static List<Inputs> of(List<Path> named) throws IOException {
        List<Inputs> all = new ArrayList<>();
        for (Path path : named) {
            if (Files.isDirectory(path)) {
                try (Stream<Path> below = Files.walk(path)) {
                    below.filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
                            .sorted()
                            .forEach(file -> all.add(new Inputs(file, path.relativize(file))));
                }
            } else if (Files.isRegularFile(path)) {
                all.add(new Inputs(path, path.getFileName()));
            } else {
                throw new NoSuchFileException(path.toString());
            }
        }
        return all;
    }

    /// Standard input as a file, since labels are read and written at any place of it.
    static Path spooled(InputStream in) throws IOException {
        Path file = Files.createTempFile("mingshi-stdin-", null);
        file.toFile().deleteOnExit();
        Files.copy(in, file, StandardCopyOption.REPLACE_EXISTING);
        return file;
    }
}
