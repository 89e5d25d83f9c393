package io.mingshi.evidencelog.store;

import static io.mingshi.evidencelog.EvidenceLogException.Code.LOCKED;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.mingshi.evidencelog.merkle.Hash;
import io.mingshi.evidencelog.merkle.TreeHasher;
import io.mingshi.evidencelog.note.SignedNote;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Optional;

/// What a witness must never forget: the newest checkpoint that it cosigned of each log, one file for each.
public final class WitnessMemory implements Closeable {
    private static final String LOCK = "lock";
    private static final String NEW = ".new";

    private final Disk disk;
    private final Closeable lock;

    WitnessMemory(Disk disk) throws IOException {
        this.disk = disk;
        this.lock = disk.lock(LOCK).orElseThrow(() -> LOCKED.with("another process is this witness already"));
    }

    /// Opens a folder for the one process that is this witness.
    public static WitnessMemory open(Path folder) throws IOException {
        return new WitnessMemory(PosixDisk.in(folder));
    }

    /// The newest checkpoint of a log.
    public Optional<SignedNote> newest(String origin) throws IOException {
        return disk.read(file(origin), SignedNote.MAX_BYTES).map(SignedNote::parse);
    }

    /// Remembers a checkpoint; it is on the disk when this returns.
    public void remember(String origin, SignedNote checkpoint) throws IOException {
        String file = file(origin);
        disk.write(file + NEW, checkpoint.bytes());
        disk.sync(file + NEW);
        disk.rename(file + NEW, file);
        disk.syncFolder("");
    }

    @Override
    public void close() throws IOException {
        lock.close();
    }

    /// An origin can have characters that a file name cannot.
    private static String file(String origin) {
        Hash hash = new TreeHasher().leaf(origin.getBytes(UTF_8));
        return HexFormat.of().formatHex(hash.bytes());
    }
}
