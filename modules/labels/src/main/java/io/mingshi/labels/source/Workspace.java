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
import java.util.stream.Stream;

/// A folder for the files of one piece of work. Closing it removes the folder and all that is in it.
public final class Workspace implements AutoCloseable {
    private final Path folder;
    private final List<FileChannel> open = new ArrayList<>();
    private int files;

    private Workspace(Path folder) {
        this.folder = folder;
    }

    /// A new folder inside an existing one, readable by its owner alone.
    public static Workspace in(Path parent) throws IOException {
        return new Workspace(Files.createTempDirectory(parent, ".mingshi-labels-"));
    }

    /// A new folder in the place that the system has for such.
    public static Workspace temporary() throws IOException {
        return new Workspace(Files.createTempDirectory("mingshi-labels-"));
    }

    /// A path in the folder that is not used yet.
    ///
    /// @param ending of the name, without the dot
    public Path newFile(String ending) {
        return folder.resolve(++files + "." + ending);
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
            try (Stream<Path> left = Files.walk(folder)) {
                for (Path path : left.sorted(Comparator.reverseOrder()).toList()) {
                    Files.deleteIfExists(path);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the folder " + folder + " could not be removed", e);
        }
    }
}
