package io.mingshi.evidencelog.store;

import java.io.Closeable;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/// The few deeds of a file system that a store needs, so that tests can take the power away between any two.
///
/// Paths are relative to the store's folder. Nothing lasts before it is synchronized: bytes by the file, names
/// by the folder.
interface Disk {
    /// The bytes of a file, unless it is missing.
    Optional<byte[]> read(String file, long maxBytes) throws IOException;

    /// Names in a folder; none if it is missing.
    List<String> list(String folder) throws IOException;

    /// Makes a folder whose parent exists, unless it is there.
    void makeFolder(String folder) throws IOException;

    /// Makes a file with these bytes, or replaces what it holds.
    void write(String file, byte[] bytes) throws IOException;

    /// Adds bytes to the end of a file, which is made if it is missing.
    void append(String file, byte[] bytes) throws IOException;

    /// Makes the bytes of a file last.
    void sync(String file) throws IOException;

    /// Makes the bytes of files last, in any order.
    default void syncAll(Collection<String> files) throws IOException {
        for (String file : files) {
            sync(file);
        }
    }

    /// Makes the names in a folder last.
    void syncFolder(String folder) throws IOException;

    /// Gives a file another name in the same folder, in place of the file that had it.
    void rename(String from, String to) throws IOException;

    /// Removes a file, if it is there.
    void delete(String file) throws IOException;

    /// Keeps every other process out until closed; empty if one is in.
    Optional<Closeable> lock(String file) throws IOException;
}
