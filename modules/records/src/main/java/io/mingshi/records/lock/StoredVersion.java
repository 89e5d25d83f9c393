package io.mingshi.records.lock;

import static java.time.temporal.ChronoUnit.SECONDS;

import io.mingshi.records.Archive.ObjectKey;
import io.minio.DisableObjectLegalHoldArgs;
import io.minio.EnableObjectLegalHoldArgs;
import io.minio.GetObjectArgs;
import io.minio.RemoveObjectArgs;
import io.minio.SetObjectRetentionArgs;
import io.minio.StatObjectArgs;
import io.minio.StatObjectResponse;
import io.minio.messages.Retention;
import io.minio.messages.RetentionMode;
import java.io.InputStream;
import java.time.Instant;
import java.time.ZoneOffset;

/// One version of one object in the bucket, and everything that can be done to it.
record StoredVersion(RecordsBucket bucket, ObjectKey key) {

    StatObjectResponse stat() throws StoreRefusal {
        return bucket.ask(store -> store.statObject(StatObjectArgs.builder()
                .bucket(bucket.name())
                .object(key.name())
                .versionId(key.version())
                .build()));
    }

    InputStream open() throws StoreRefusal {
        return bucket.ask(store -> store.getObject(GetObjectArgs.builder()
                .bucket(bucket.name())
                .object(key.name())
                .versionId(key.version())
                .build()));
    }

    /// @param bypass whether to use the right to delete in spite of the weaker mode `GOVERNANCE`
    void remove(boolean bypass) throws StoreRefusal {
        var builder = RemoveObjectArgs.builder()
                .bucket(bucket.name())
                .object(key.name())
                .versionId(key.version());
        var arguments = bypass ? builder.bypassGovernanceMode(true).build() : builder.build();
        bucket.ask(store -> {
            store.removeObject(arguments);
            return key;
        });
    }

    void retain(RetentionMode mode, Instant until) throws StoreRefusal {
        var arguments = SetObjectRetentionArgs.builder()
                .bucket(bucket.name())
                .object(key.name())
                .versionId(key.version())
                .config(new Retention(mode, until.atZone(ZoneOffset.UTC)))
                .build();
        bucket.ask(store -> {
            store.setObjectRetention(arguments);
            return key;
        });
    }

    void hold() throws StoreRefusal {
        var arguments = EnableObjectLegalHoldArgs.builder()
                .bucket(bucket.name())
                .object(key.name())
                .versionId(key.version())
                .build();
        bucket.ask(store -> {
            store.enableObjectLegalHold(arguments);
            return key;
        });
    }

    void release() throws StoreRefusal {
        var arguments = DisableObjectLegalHoldArgs.builder()
                .bucket(bucket.name())
                .object(key.name())
                .versionId(key.version())
                .build();
        bucket.ask(store -> {
            store.disableObjectLegalHold(arguments);
            return key;
        });
    }

    /// Stores keep whole seconds at least; rounded up, so that nothing goes early.
    static Instant wholeSecond(Instant instant) {
        Instant second = instant.truncatedTo(SECONDS);
        return second.equals(instant) ? instant : second.plusSeconds(1);
    }
}
