package io.mingshi.evidencelog.store;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/// The few deeds of an S3 bucket that a store needs, so that tests can end a writer between any two.
///
/// An object is there whole or not at all, it lasts once the deed returned, and whoever looks then sees it.
/// A deed that fails may have been done. Any number of threads may use it.
interface Bucket extends Closeable {
    /// Bytes of an object, and the tag that the store gave to these bytes.
    final class Stored {
        private final byte[] bytes;
        private final String tag;

        Stored(byte[] bytes, String tag) {
            this.bytes = bytes;
            this.tag = tag;
        }

        byte[] bytes() {
            return bytes;
        }

        String tag() {
            return tag;
        }
    }

    /// How an object is served to readers.
    enum Kind {
        /// Changes with every round: nobody is to keep it.
        NOTE("text/plain; charset=utf-8", "no-cache"),
        /// Never changes.
        TILE("application/octet-stream", "public, max-age=31536000, immutable"),
        /// Is for the writer alone.
        PRIVATE("application/octet-stream", "no-store");

        private final String contentType;
        private final String cacheControl;

        Kind(String contentType, String cacheControl) {
            this.contentType = contentType;
            this.cacheControl = cacheControl;
        }

        String contentType() {
            return contentType;
        }

        String cacheControl() {
            return cacheControl;
        }
    }

    /// An object, unless it is missing.
    Optional<Stored> find(String key, int maxBytes) throws IOException;

    /// The keys that start so, sorted.
    List<String> list(String prefix) throws IOException;

    /// Writes an object, or replaces it.
    void put(String key, byte[] bytes, Kind kind) throws IOException;

    /// Writes an object unless there is one already.
    ///
    /// @return whether it was written
    boolean create(String key, byte[] bytes, Kind kind) throws IOException;

    /// Writes an object in place of one that has this tag.
    ///
    /// @return whether it was written
    boolean replace(String key, String tag, byte[] bytes, Kind kind) throws IOException;

    /// Removes an object, if it is there.
    void delete(String key) throws IOException;

    @Override
    void close() throws IOException;
}
