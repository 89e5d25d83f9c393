package io.mingshi.records;

/// The store of the archive, and what it has shown of itself.
public interface ArchiveStorage {
    String bucket();

    /// Whether the operator has set that nothing may be archived without object lock.
    boolean lockRequired();

    /// What the store last showed; at most an hour old while the store can be reached.
    ObjectLock lock();

    /// Asks the store now.
    ObjectLock probe();
}
