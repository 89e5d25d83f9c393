package io.mingshi.labels.source;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// A folder for the files of one piece of work, made when the first is needed. Closing it removes the folder and all
/// that is in it.
public final class Workspace implements AutoCloseable {
    private static final String PREFIX = ".mingshi-labels-";

    private final Optional<Path> parent;
    private final List<FileChannel> open = new ArrayList<>();
    private Optional<Path> folder = Optional.empty();
    private int files;

    private Workspace(Optional<Path> parent) {
        this.parent = parent;
    }

    /// A new folder inside an existing one, open to its owner alone.
    public static Workspace in(Path parent) {
        return new Workspace(Optional.of(parent));
    }

    /// A new folder in the place that the system has for such.
    public static Workspace temporary() {
        return new Workspace(Optional.empty());
    }

    /// A path in the folder that is not used yet.
    ///
    /// @param ending of the name, without the dot
    public Path newFile(String ending) throws IOException {
        if (folder.isEmpty()) {
            folder = Optional.of(
                    parent.isPresent()
                            ? Files.createTempDirectory(parent.get(), PREFIX)
                            : Files.createTempDirectory(PREFIX));
        }
        return folder.get().resolve(++files + "." + ending);
    }

    /// A file opened for reading until the work is done.
    public Source open(Path file) throws IOException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
        open.add(channel);
        return Source.of(channel);
    }

    /// The path of a file with the bytes of this source, for programs that want a path.
    public Path written(Source source, String ending) throws IOException {
        Path file = newFile(ending);
        try (FileChannel out = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            source.transferTo(out);
        }
        return file;
    }

    @Override
    public void close() {
        try {
            for (FileChannel channel : open) {
                channel.close();
            }
            if (folder.isPresent()) {
                try (Stream<Path> left = Files.walk(folder.get())) {
                    for (Path path : left.sorted(Comparator.reverseOrder()).toList()) {
                        Files.deleteIfExists(path);
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the folder " + folder.orElseThrow() + " could not be removed", e);
        }
    }
}
