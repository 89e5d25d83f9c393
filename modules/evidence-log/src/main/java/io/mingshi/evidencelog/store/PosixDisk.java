package io.mingshi.evidencelog.store;

import static io.mingshi.evidencelog.EvidenceLogException.Code.TOO_LARGE;

import java.io.Closeable;
import java.io.FileInputStream;
import java.io.FileNotFoundException;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A folder of a POSIX file system.
///
/// Writing goes through streams, not channels: a channel closes itself when its thread is interrupted, and a
/// log must not fail because one of those who append to it was told to stop.
final class PosixDisk implements Disk, Closeable {
    private static final int SYNCED_IN_TURN = 4;
    private static final int SYNCING_THREADS = 16;

    /// Files that this process has locked: POSIX takes a lock away when any channel of the process to its file is
    /// closed, so no second one may be opened.
    private static final Set<String> LOCKED_HERE = ConcurrentHashMap.newKeySet();

    private final Path root;

    /// The file that was appended to last stays open: a journal is written and synchronized many times a
    /// second.
    private @Nullable FileOutputStream appended;

    private String appendedFile = "";

    PosixDisk(Path root) {
        this.root = root;
    }

    /// The folder, made to last if it is new.
    static PosixDisk in(Path folder) throws IOException {
        Path absolute = folder.toAbsolutePath().normalize();
        Files.createDirectories(absolute);
        for (Path outer = absolute.getParent(); outer != null; outer = outer.getParent()) {
            if (Files.isReadable(outer)) {
                new PosixDisk(outer).syncFolder("");
            }
        }
        return new PosixDisk(absolute);
    }

    @Override
    public Optional<byte[]> read(String file, long maxBytes) throws IOException {
        Path path = root.resolve(file);
        try {
            if (Files.size(path) > maxBytes) {
                throw TOO_LARGE.with(path + " has " + Files.size(path) + " bytes; at most " + maxBytes + " are read");
            }
            try (FileInputStream stream = new FileInputStream(path.toFile())) {
                return Optional.of(stream.readNBytes((int) Math.min(maxBytes, Integer.MAX_VALUE - 8)));
            }
        } catch (NoSuchFileException | FileNotFoundException e) {
            return Optional.empty();
        }
    }

    @Override
    public List<String> list(String folder) throws IOException {
        try (Stream<Path> files = Files.list(root.resolve(folder))) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        } catch (NoSuchFileException | NotDirectoryException e) {
            return List.of();
        }
    }

    @Override
    public void makeFolder(String folder) throws IOException {
        Files.createDirectories(root.resolve(folder));
    }

    @Override
    public void write(String file, byte[] bytes) throws IOException {
        try (FileOutputStream stream = new FileOutputStream(root.resolve(file).toFile())) {
            stream.write(bytes);
        }
    }

    @Override
    public synchronized void append(String file, byte[] bytes) throws IOException {
        if (appended == null || !appendedFile.equals(file)) {
            close();
            appended = new FileOutputStream(root.resolve(file).toFile(), true);
            appendedFile = file;
        }
        appended.write(bytes);
    }

    @Override
    public void sync(String file) throws IOException {
        // Waiting for the disk must not keep another thread from appending: only the look-up is locked.
        FileOutputStream journal = appendedTo(file);
        if (journal != null) {
            journal.getFD().sync();
            return;
        }
        try (FileOutputStream stream = new FileOutputStream(root.resolve(file).toFile(), true)) {
            stream.getFD().sync();
        }
    }

    /// File systems make many files last almost as fast as one, if they are asked at the same time.
    @Override
    public void syncAll(Collection<String> files) throws IOException {
        if (files.size() <= SYNCED_IN_TURN) {
            Disk.super.syncAll(files);
            return;
        }
        List<Future<Void>> synced = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(SYNCING_THREADS)) {
            for (String file : files) {
                synced.add(threads.submit(() -> {
                    sync(file);
                    return null;
                }));
            }
        }
        for (Future<Void> each : synced) {
            if (each.state() != Future.State.SUCCESS) {
                throw new IOException("a file could not be made to last", each.exceptionNow());
            }
        }
    }

    private synchronized @Nullable FileOutputStream appendedTo(String file) {
        return appendedFile.equals(file) ? appended : null;
    }

    @Override
    public void syncFolder(String folder) throws IOException {
        boolean interrupted = false;
        for (boolean done = false; !done; ) {
            try (FileChannel channel = FileChannel.open(root.resolve(folder), StandardOpenOption.READ)) {
                channel.force(true);
                done = true;
            } catch (ClosedByInterruptException e) {
                interrupted |= Thread.interrupted();
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void rename(String from, String to) throws IOException {
        Files.move(root.resolve(from), root.resolve(to), StandardCopyOption.ATOMIC_MOVE);
    }

    @Override
    public void delete(String file) throws IOException {
        Files.deleteIfExists(root.resolve(file));
    }

    @Override
    public Optional<Closeable> lock(String file) throws IOException {
        Path path = root.resolve(file);
        String real = root.toRealPath().resolve(file).toString();
        if (!LOCKED_HERE.add(real)) {
            return Optional.empty();
        }
        FileLock lock = null;
        try {
            FileChannel channel = FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            lock = channel.tryLock();
            if (lock == null) {
                channel.close();
                return Optional.empty();
            }
            return Optional.of(() -> {
                if (channel.isOpen()) {
                    channel.close();
                    LOCKED_HERE.remove(real);
                }
            });
        } finally {
            if (lock == null) {
                LOCKED_HERE.remove(real);
            }
        }
    }

    @Override
    public synchronized void close() throws IOException {
        if (appended != null) {
            appended.close();
            appended = null;
            appendedFile = "";
        }
    }
}
