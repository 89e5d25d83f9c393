package io.mingshi.records;

import java.io.InputStream;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Objects that are written once and, where the store can lock, stay until their period is over.
///
/// Every method may refuse with `ARCHIVE_UNAVAILABLE`, those that take a key with `NO_SUCH_ARCHIVE_OBJECT`.
public interface Archive {
    /// Streams the content into the store, compares its hash, and only then locks it: what arrives damaged is
    /// not stored.
    ///
    /// A name is used once. The same content under the same name is not stored again, so that a writer that
    /// does not know whether it succeeded can repeat itself; its period is extended if it was shorter.
    /// A writer that is killed halfway leaves nothing, or an object without lock that the same call completes.
    ///
    /// @param sha256 lower-case hexadecimal hash of the content
    /// @param retainUntil rounded up to the second; must lie ahead
    /// @throws io.mingshi.contracts.ProblemException `ARCHIVE_NAME_TAKEN`, `ARCHIVE_DAMAGED`,
    ///     `RETENTION_INVALID`, `RETENTION_NOT_CONFIRMED`, or `OBJECT_LOCK_MISSING` when the lock is required
    Kept put(String name, InputStream content, String sha256, Instant retainUntil);

    /// The content; reading its end, or a skip or copy to the end, refuses with `ARCHIVE_DAMAGED` unless the
    /// whole has this hash. Nothing that was read before may be believed until then.
    InputStream get(ObjectKey key, String sha256);

    /// What the store says now about this object.
    Protection protection(ObjectKey key);

    /// Lengthens the period.
    ///
    /// @throws io.mingshi.contracts.ProblemException `RETENTION_INVALID` for an earlier time,
    ///     `OBJECT_LOCK_MISSING`, `RETENTION_NOT_CONFIRMED`
    Protection.Locked extend(ObjectKey key, Instant retainUntil);

    /// Puts the object under legal hold: it stays, whatever its period, until it is released.
    ///
    /// @throws io.mingshi.contracts.ProblemException `OBJECT_LOCK_MISSING`, `RETENTION_NOT_CONFIRMED`
    Protection.Locked hold(ObjectKey key);

    /// Ends the legal hold; the period goes on.
    ///
    /// @throws io.mingshi.contracts.ProblemException `OBJECT_LOCK_MISSING`, `RETENTION_NOT_CONFIRMED`
    Protection.Locked release(ObjectKey key);

    /// Removes an object whose period is over. The store is not even asked before; where it can lock, it
    /// would refuse.
    ///
    /// @throws io.mingshi.contracts.ProblemException `ARCHIVE_RETAINED`
    void delete(ObjectKey key);

    /// Names one object, and one version of it where the store keeps versions.
    ///
    /// @param name path of letters, digits and `._-/`
    /// @param version as the store calls it; null in a store without versions
    record ObjectKey(String name, @Nullable String version) {
        public ObjectKey {
            if (!name.matches("[A-Za-z0-9][A-Za-z0-9._/-]{0,511}")) {
                throw new IllegalArgumentException("not a name of an archive object: " + name);
            }
        }
    }

    /// An object that is safely stored.
    ///
    /// @param size in bytes
    record Kept(ObjectKey key, long size, String sha256, Protection protection) {}
}
