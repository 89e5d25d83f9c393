package io.mingshi.localstack.part;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/// Unpacks the programs' archives and copies and removes folders.
public final class Archive {
    private static final int EXECUTABLE = 0100;

    private Archive() {}

    /// Unpacks a `.tar.xz`.
    public static void unpackXz(InputStream packed, Path target) throws IOException {
        unpack(new TarArchiveInputStream(new XZCompressorInputStream(new BufferedInputStream(packed))), target);
    }

    /// Unpacks a `.tar.gz`.
    public static void unpackGzip(InputStream packed, Path target) throws IOException {
        unpack(new TarArchiveInputStream(new GzipCompressorInputStream(new BufferedInputStream(packed))), target);
    }

    private static void unpack(TarArchiveInputStream tar, Path target) throws IOException {
        try (tar) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                Path path = target.resolve(entry.getName()).normalize();
                if (!path.startsWith(target)) {
                    throw new IOException("the archive has an entry outside of its folder: " + entry.getName());
                }
                write(tar, entry, path);
            }
        }
    }

    private static void write(TarArchiveInputStream tar, TarArchiveEntry entry, Path path) throws IOException {
        if (entry.isDirectory()) {
            Files.createDirectories(path);
            return;
        }
        Files.createDirectories(path.resolveSibling("."));
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
            return;
        }
        Files.copy(tar, path, StandardCopyOption.REPLACE_EXISTING);
        if ((entry.getMode() & EXECUTABLE) != 0) {
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
    }

    /// Copies a folder's content over another folder.
    public static void copy(Path source, Path target) throws IOException {
        transfer(source, target, (from, to) -> Files.copy(from, to, StandardCopyOption.REPLACE_EXISTING));
    }

    /// Builds a second folder of the same files, without copying where the file system allows.
    public static void link(Path source, Path target) throws IOException {
        transfer(source, target, (from, to) -> {
            try {
                Files.createLink(to, from);
            } catch (IOException | UnsupportedOperationException e) {
                Files.copy(from, to); // another file system, or one without links
            }
        });
    }

    private interface Transfer {
        void accept(Path from, Path to) throws IOException;
    }

    private static void transfer(Path source, Path target, Transfer file) throws IOException {
        List<Path> all;
        try (Stream<Path> paths = Files.walk(source)) {
            all = paths.toList();
        }
        for (Path path : all) {
            Path copy = target.resolve(source.relativize(path).toString());
            if (Files.isDirectory(path)) {
                Files.createDirectories(copy);
            } else {
                file.accept(path, copy);
            }
        }
    }

    /// Removes a folder with all that is in it; one that does not exist is no error.
    public static void remove(Path folder) throws IOException {
        if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        List<Path> all;
        try (Stream<Path> paths = Files.walk(folder)) {
            all = paths.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : all) {
            Files.delete(path);
        }
    }
}
