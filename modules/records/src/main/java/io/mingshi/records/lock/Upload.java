package io.mingshi.records.lock;

import io.mingshi.records.Archive.ObjectKey;
import io.minio.PutObjectArgs;
import java.io.InputStream;
import java.time.Instant;
import java.util.Map;

/// A content on its way into the store, a part at a time, without a lock as long as its hash has not been
/// compared.
///
/// @param until noted on the object for stores that cannot lock
record Upload(RecordsBucket bucket, String name, String sha256, Instant until) {
    /// What the platform itself has promised, next to the object.
    static final String RETAIN_UNTIL = "mingshi-retain-until";

    /// What is held in memory of a content; ten thousand parts are the most a store takes.
    private static final long PART_BYTES = 8L << 20;

    /// Stores nothing unless the content has its hash: the client reads to the end before it completes an
    /// object.
    ObjectKey send(InputStream content) throws StoreRefusal {
        var hashed = new HashedStream(content, sha256);
        String version = bucket.ask(store -> store.putObject(
                        PutObjectArgs.builder().bucket(bucket.name()).object(name).stream(hashed, -1L, PART_BYTES)
                                .userMetadata(Map.of("mingshi-sha256", sha256, RETAIN_UNTIL, until.toString()))
                                .build()))
                .versionId();
        if (!hashed.isVerified()) {
            throw new IllegalStateException("the content was stored without being read to its end");
        }
        return new ObjectKey(name, version);
    }
}
