package io.mingshi.evidencelog.store;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;

/// A disk whose power goes after a number of writes, and which then remembers of what was not synchronized as
/// much as a test says: nothing, everything, or anything between.
public final class MemoryDisk implements Disk {
    private static final class File {
        private byte[] now = {};
        private byte[] lasting = {};
    }

    private final Map<String, File> now = new TreeMap<>();
    private final Map<String, File> lasting = new TreeMap<>();
    private final Set<String> foldersNow = new HashSet<>(Set.of(""));
    private final Set<String> foldersLasting = new HashSet<>(Set.of(""));
    private int writesLeft;

    public MemoryDisk(int writesLeft) {
        this.writesLeft = writesLeft;
    }

    /// This disk, once it has that many writes left.
    public MemoryDisk losingPowerAfter(int writes) {
        writesLeft = writes;
        return this;
    }

    /// A store on this disk.
    public LogStore store() throws IOException {
        return new FolderStore(this);
    }

    /// The memory of a witness on this disk.
    public WitnessMemory witnessMemory() throws IOException {
        return new WitnessMemory(this);
    }

    /// What a reader sees.
    public LogReader reading() {
        return path -> Optional.ofNullable(now.get(path)).map(file -> file.now);
    }

    /// The disk when the power is back: what was synchronized, and of the rest what the test says.
    public MemoryDisk afterPowerLoss(BooleanSupplier survives) {
        MemoryDisk disk = new MemoryDisk(Integer.MAX_VALUE);
        Set<String> folders = new HashSet<>(foldersLasting);
        foldersNow.stream().filter(folder -> survives.getAsBoolean()).forEach(folders::add);
        folders.stream().filter(folder -> reachable(folder, folders)).forEach(disk.foldersNow::add);
        disk.foldersLasting.addAll(disk.foldersNow);
        Set<String> names = new HashSet<>(now.keySet());
        names.addAll(lasting.keySet());
        for (String name : names) {
            boolean same = now.get(name) == lasting.get(name);
            File file = same || survives.getAsBoolean() ? now.get(name) : lasting.get(name);
            if (file != null && disk.foldersNow.contains(parent(name))) {
                File kept = new File();
                kept.now = survives.getAsBoolean() ? file.now : torn(file, survives);
                kept.lasting = kept.now;
                disk.now.put(name, kept);
                disk.lasting.put(name, kept);
            }
        }
        return disk;
    }

    @Override
    public Optional<byte[]> read(String file, long maxBytes) throws IOException {
        return reading().read(file);
    }

    @Override
    public List<String> list(String folder) {
        return now.keySet().stream()
                .filter(file -> parent(file).equals(folder))
                .map(file -> file.substring(folder.length() + 1))
                .toList();
    }

    @Override
    public void makeFolder(String folder) throws IOException {
        write();
        if (!foldersNow.contains(parent(folder))) {
            throw new IOException("no folder around " + folder);
        }
        foldersNow.add(folder);
    }

    @Override
    public void write(String file, byte[] bytes) throws IOException {
        write();
        fileToWrite(file).now = bytes.clone();
    }

    @Override
    public void append(String file, byte[] bytes) throws IOException {
        write();
        File kept = fileToWrite(file);
        byte[] longer = Arrays.copyOf(kept.now, kept.now.length + bytes.length);
        System.arraycopy(bytes, 0, longer, kept.now.length, bytes.length);
        kept.now = longer;
    }

    @Override
    public void sync(String file) throws IOException {
        write();
        File kept = now.get(file);
        kept.lasting = kept.now;
    }

    @Override
    public void syncFolder(String folder) throws IOException {
        write();
        lasting.keySet().removeIf(file -> parent(file).equals(folder));
        now.forEach((file, bytes) -> {
            if (parent(file).equals(folder)) {
                lasting.put(file, bytes);
            }
        });
        foldersLasting.removeIf(inner -> !inner.isEmpty() && parent(inner).equals(folder));
        foldersNow.stream()
                .filter(inner -> !inner.isEmpty() && parent(inner).equals(folder))
                .forEach(foldersLasting::add);
    }

    @Override
    public void rename(String from, String to) throws IOException {
        write();
        now.put(to, now.remove(from));
    }

    @Override
    public void delete(String file) throws IOException {
        write();
        now.remove(file);
        foldersNow.remove(file);
    }

    @Override
    public Optional<Closeable> lock(String file) {
        return Optional.of(() -> {});
    }

    private void write() throws IOException {
        if (writesLeft-- <= 0) {
            writesLeft = 0;
            throw new IOException("the power is gone");
        }
    }

    private File fileToWrite(String file) {
        if (!foldersNow.contains(parent(file))) {
            throw new UncheckedIOException(new IOException("no folder for " + file));
        }
        return now.computeIfAbsent(file, name -> new File());
    }

    /// Bytes that were written and not synchronized may have arrived in part, or as something else.
    private static byte[] torn(File file, BooleanSupplier survives) {
        byte[] bytes = file.lasting.clone();
        if (file.now.length > bytes.length && survives.getAsBoolean()) {
            int kept = bytes.length;
            bytes = Arrays.copyOf(file.now, kept + (file.now.length - kept) * 2 / 3);
            if (survives.getAsBoolean()) {
                bytes = Arrays.copyOf(bytes, file.now.length);
            }
        }
        return bytes;
    }

    private static boolean reachable(String folder, Set<String> folders) {
        return folder.isEmpty() || (folders.contains(parent(folder)) && reachable(parent(folder), folders));
    }

    private static String parent(String path) {
        return path.substring(0, Math.max(0, path.lastIndexOf('/')));
    }
}
