package io.mingshi.evidencelog.store;

import static io.mingshi.evidencelog.EvidenceLogException.Code.DAMAGED;
import static io.mingshi.evidencelog.EvidenceLogException.Code.FENCED;
import static io.mingshi.evidencelog.EvidenceLogException.Code.LOCKED;
import static java.nio.charset.StandardCharsets.US_ASCII;

import io.mingshi.evidencelog.note.SignedNote;
import io.mingshi.evidencelog.note.Texts;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// A log in a folder, which any web server can serve as it is; what only the writer needs is in `.writer`.
///
/// A file is written under another name, synchronized, renamed, and then its folder is synchronized: it is
/// there whole or not. Folders are synchronized from the outside in. The lock keeps two writers of one machine
/// apart; the number in `fence`, which every new writer raises before it reads, also those of a shared file
/// system that lost a lock.
public final class FolderStore implements LogStore {
    private static final String PRIVATE = ".writer";
    private static final String LOCK = PRIVATE + "/lock";
    private static final String FENCE = PRIVATE + "/fence";
    private static final String JOURNAL = PRIVATE + "/journal";
    private static final String NEW = ".new";
    private static final String NARROW = ".p";
    private static final int MAX_FENCE_BYTES = 20;

    /// Bytes of one part of the journal: a writer takes the entries into the tree long before.
    private static final long MAX_JOURNAL = Integer.MAX_VALUE - 8L;

    private final Disk disk;
    private final Closeable lock;
    private final long token;
    private final TreeSet<String> parts = new TreeSet<>();
    private final Set<String> durableFolders = new HashSet<>();
    private String part = "";
    private long nextPart;

    FolderStore(Disk disk) throws IOException {
        this.disk = disk;
        disk.makeFolder(PRIVATE);
        disk.syncFolder("");
        this.lock = disk.lock(LOCK)
                .orElseThrow(() -> LOCKED.with("another process writes this log; stop it first, or only read"));
        try {
            disk.makeFolder(JOURNAL);
            this.token = fence() + 1;
            replace(FENCE, Long.toString(token).getBytes(US_ASCII));
            disk.syncFolder(PRIVATE);
        } catch (IOException | RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    /// Opens a folder for its one writer; it is made if it is missing.
    public static FolderStore open(Path folder) throws IOException {
        return new FolderStore(PosixDisk.in(folder));
    }

    /// Reads the log in a folder, whoever writes it meanwhile.
    public static LogReader reading(Path folder) {
        Disk disk = new PosixDisk(folder);
        return path -> disk.read(path, MAX_OBJECT);
    }

    @Override
    public Optional<byte[]> read(String path) throws IOException {
        return disk.read(path, MAX_OBJECT);
    }

    @Override
    public void write(Map<String, byte[]> objects) throws IOException {
        stillTheWriter();
        TreeSet<String> folders = new TreeSet<>();
        for (Map.Entry<String, byte[]> object : objects.entrySet()) {
            makeFolders(object.getKey(), folders);
            disk.write(object.getKey() + NEW, object.getValue());
        }
        disk.syncAll(objects.keySet().stream().map(path -> path + NEW).toList());
        for (String path : objects.keySet()) {
            disk.rename(path + NEW, path);
        }
        for (String folder : folders) {
            disk.syncFolder(folder);
        }
        durableFolders.addAll(folders);
    }

    @Override
    public void publish(SignedNote checkpoint) throws IOException {
        disk.write(CHECKPOINT + NEW, checkpoint.bytes());
        disk.sync(CHECKPOINT + NEW);
        stillTheWriter();
        disk.rename(CHECKPOINT + NEW, CHECKPOINT);
        disk.syncFolder("");
    }

    @Override
    public void removeNarrow(Collection<String> fullPaths) throws IOException {
        for (String path : fullPaths) {
            String folder = path + NARROW;
            for (String width : disk.list(folder)) {
                disk.delete(folder + "/" + width);
            }
            disk.delete(folder);
            durableFolders.remove(folder);
        }
    }

    @Override
    public void remove(Collection<String> fullPaths) throws IOException {
        stillTheWriter();
        TreeSet<String> folders = new TreeSet<>();
        for (String path : fullPaths) {
            disk.delete(path);
            folders.add(parent(path));
        }
        removeNarrow(fullPaths);
        for (String folder : folders) {
            disk.syncFolder(folder);
        }
    }

    /// The fence is looked at after the entries are on the disk: if it has not moved by then, a later writer
    /// finds them.
    @Override
    public void journal(long first, List<byte[]> entries) throws IOException {
        boolean starts = part.isEmpty();
        if (starts) {
            part = JOURNAL + "/" + String.format(Locale.ROOT, "%020d", nextPart++);
        }
        disk.append(part, JournalFrame.bytes(first, entries));
        disk.sync(part);
        if (starts) {
            disk.syncFolder(JOURNAL);
        }
        stillTheWriter();
    }

    @Override
    public List<byte[]> recover(long from) throws IOException {
        List<byte[]> entries = new ArrayList<>();
        parts.addAll(disk.list(JOURNAL));
        for (String name : parts) {
            nextPart = Texts.number(name.replaceFirst("^0+(?=.)", ""), "the name of a journal file") + 1;
            String file = JOURNAL + "/" + name;
            byte[] bytes = disk.read(file, MAX_JOURNAL).orElseThrow(() -> DAMAGED.with(file + " vanished"));
            Optional<JournalFrame> frame = JournalFrame.read(file, bytes, 0);
            int end = 0;
            while (frame.isPresent()) {
                frame.get().take(from, entries, file);
                end = frame.get().end();
                frame = JournalFrame.read(file, bytes, end);
            }
            // What follows the last whole frame was never acknowledged: writing it was not finished.
            if (end < bytes.length && !name.equals(parts.last())) {
                throw DAMAGED.with(file + " is damaged at byte " + end + ", and later entries follow in other files");
            }
        }
        return entries;
    }

    @Override
    public void rotate() {
        if (!part.isEmpty()) {
            parts.add(part.substring(JOURNAL.length() + 1));
            part = "";
        }
    }

    @Override
    public void forget() throws IOException {
        while (!parts.isEmpty()) {
            disk.delete(JOURNAL + "/" + parts.first());
            parts.removeFirst();
        }
        // A part that ends in an unfinished frame must not come back once a newer part exists.
        disk.syncFolder(JOURNAL);
    }

    @Override
    public void close() throws IOException {
        if (disk instanceof Closeable closeable) {
            closeable.close();
        }
        lock.close();
    }

    /// Makes the folders of a path, and notes which must be synchronized: its own, and those around a new one.
    private void makeFolders(String path, Set<String> folders) throws IOException {
        for (int slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', slash + 1)) {
            String folder = path.substring(0, slash);
            if (!durableFolders.contains(folder) && !folders.contains(folder)) {
                disk.makeFolder(folder);
                folders.add(parent(folder));
                folders.add(folder);
            }
        }
        folders.add(parent(path));
    }

    private static String parent(String path) {
        return path.substring(0, Math.max(0, path.lastIndexOf('/')));
    }

    private void replace(String path, byte[] bytes) throws IOException {
        disk.write(path + NEW, bytes);
        disk.sync(path + NEW);
        disk.rename(path + NEW, path);
    }

    private void stillTheWriter() throws IOException {
        if (fence() != token) {
            throw FENCED.with("another process took this log over; nothing more is written from here");
        }
    }

    private long fence() throws IOException {
        Optional<byte[]> number = disk.read(FENCE, MAX_FENCE_BYTES);
        return number.isEmpty() ? 0 : Texts.number(new String(number.get(), US_ASCII), FENCE);
    }
}
