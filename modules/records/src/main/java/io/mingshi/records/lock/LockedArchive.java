package io.mingshi.records.lock;

import static io.mingshi.records.RecordsProblem.ARCHIVE_DAMAGED;
import static io.mingshi.records.RecordsProblem.ARCHIVE_NAME_TAKEN;
import static io.mingshi.records.RecordsProblem.ARCHIVE_RETAINED;
import static io.mingshi.records.RecordsProblem.ARCHIVE_UNAVAILABLE;
import static io.mingshi.records.RecordsProblem.NO_SUCH_ARCHIVE_OBJECT;
import static io.mingshi.records.RecordsProblem.OBJECT_LOCK_MISSING;
import static io.mingshi.records.RecordsProblem.RETENTION_INVALID;
import static io.mingshi.records.RecordsProblem.RETENTION_NOT_CONFIRMED;

import io.mingshi.contracts.ProblemException;
import io.mingshi.records.Archive;
import io.mingshi.records.ObjectLock;
import io.mingshi.records.Protection;
import io.mingshi.records.Protection.Locked;
import io.mingshi.records.Protection.Unlocked;
import io.minio.messages.RetentionMode;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Clock;
import java.time.Instant;
import org.jboss.logging.Logger;

/// The archive in the bucket of the operator's store.
@Singleton
class LockedArchive implements Archive {
    private static final Logger LOG = Logger.getLogger(LockedArchive.class);

    private final RecordsBucket bucket;
    private final ProbedStorage storage;
    private final Clock clock;

    LockedArchive(RecordsBucket bucket, ProbedStorage storage, Clock clock) {
        this.bucket = bucket;
        this.storage = storage;
        this.clock = clock;
    }

    @Override
    public Kept put(String name, InputStream content, String sha256, Instant retainUntil) {
        Instant until = StoredVersion.wholeSecond(retainUntil);
        if (!until.isAfter(clock.instant())) {
            throw RETENTION_INVALID.with(
                    "the object would have to be kept until " + until + ", which is over: do not archive it");
        }
        ObjectLock lock = storage.forArchiving();
        ObjectKey key = stored(name, content, sha256, until);
        if (lock instanceof ObjectLock.Offered) {
            lengthen(key, until);
        }
        StoredObject stored = read(key);
        return new Kept(stored.key(), stored.size(), sha256, stored.protection());
    }

    @Override
    public InputStream get(ObjectKey key, String sha256) {
        try {
            return new HashedStream(version(key).open(), sha256);
        } catch (StoreRefusal refusal) {
            throw problem(key, refusal);
        }
    }

    @Override
    public Protection protection(ObjectKey key) {
        return read(key).protection();
    }

    @Override
    public Locked extend(ObjectKey key, Instant retainUntil) {
        Instant until = StoredVersion.wholeSecond(retainUntil);
        Locked now = requireLocked(read(key));
        if (until.isBefore(now.retainUntil())) {
            throw RETENTION_INVALID.with(
                    key.name() + " is kept until " + now.retainUntil() + ", which is never shortened to " + until);
        }
        return lengthen(key, until);
    }

    @Override
    public Locked hold(ObjectKey key) {
        return setHold(key, true);
    }

    @Override
    public Locked release(ObjectKey key) {
        return setHold(key, false);
    }

    @Override
    public void delete(ObjectKey key) {
        StoredObject stored = read(key);
        if (stored.held()) {
            throw ARCHIVE_RETAINED.with(key.name() + " is under legal hold: release it first");
        }
        if (stored.protection().retainUntil().isAfter(clock.instant())) {
            throw ARCHIVE_RETAINED.with(
                    key.name() + " must be kept until " + stored.protection().retainUntil());
        }
        try {
            version(stored.key()).remove(false);
        } catch (StoreRefusal refusal) {
            throw ARCHIVE_RETAINED.with("the store refuses to delete " + key.name() + ": " + refusal.text());
        }
    }

    /// The version that holds this content: one that an earlier attempt has left, or a new one.
    private ObjectKey stored(String name, InputStream content, String sha256, Instant until) {
        ObjectKey newest = new ObjectKey(name, null);
        try {
            ObjectKey present = StoredObject.of(newest, version(newest).stat()).key();
            requireSame(present, sha256);
            return present;
        } catch (StoreRefusal refusal) {
            if (!refusal.isNotFound()) {
                throw problem(newest, refusal);
            }
        }
        try {
            return new Upload(bucket, name, sha256, until).send(content);
        } catch (StoreRefusal refusal) {
            throw problem(newest, refusal);
        }
    }

    private void requireSame(ObjectKey present, String sha256) {
        try (InputStream content = get(present, sha256)) {
            content.transferTo(OutputStream.nullOutputStream());
        } catch (IOException e) {
            LOG.warn("an archived object cannot be read", e);
            throw ARCHIVE_UNAVAILABLE.with(present.name() + " cannot be read to its end: try again later");
        } catch (ProblemException e) {
            if (e.problem() == ARCHIVE_DAMAGED) {
                throw ARCHIVE_NAME_TAKEN.with(
                        "another content is archived as " + present.name() + ": names are used once");
            }
            throw e;
        }
    }

    /// Never sends an earlier time: not every store must be trusted to refuse it.
    private Locked lengthen(ObjectKey key, Instant until) {
        if (read(key).protection() instanceof Locked now && !now.retainUntil().isBefore(until)) {
            return now;
        }
        try {
            version(key).retain(RetentionMode.COMPLIANCE, until);
        } catch (StoreRefusal refusal) {
            throw notConfirmed(key, refusal.text());
        }
        return confirmed(key, read(key), until);
    }

    private Locked setHold(ObjectKey key, boolean held) {
        Locked before = requireLocked(read(key));
        try {
            if (held) {
                version(key).hold();
            } else {
                version(key).release();
            }
        } catch (StoreRefusal refusal) {
            throw notConfirmed(key, refusal.text());
        }
        Locked after = confirmed(key, read(key), before.retainUntil());
        if (after.held() != held) {
            throw notConfirmed(key, "the legal hold is " + (after.held() ? "on" : "off"));
        }
        return after;
    }

    private static Locked confirmed(ObjectKey key, StoredObject stored, Instant until) {
        if (stored.protection() instanceof Locked locked
                && !locked.retainUntil().isBefore(until)) {
            return locked;
        }
        throw notConfirmed(key, stored.protection().toString());
    }

    private static ProblemException notConfirmed(ObjectKey key, String instead) {
        return RETENTION_NOT_CONFIRMED.with("the store did not lock " + key.name() + " as asked: " + instead);
    }

    private static Locked requireLocked(StoredObject stored) {
        return switch (stored.protection()) {
            case Locked locked -> locked;
            case Unlocked unlocked ->
                throw OBJECT_LOCK_MISSING.with(stored.key().name() + ": " + unlocked.answer());
        };
    }

    private StoredObject read(ObjectKey key) {
        try {
            return StoredObject.of(key, version(key).stat());
        } catch (StoreRefusal refusal) {
            throw problem(key, refusal);
        }
    }

    private StoredVersion version(ObjectKey key) {
        return new StoredVersion(bucket, key);
    }

    private static ProblemException problem(ObjectKey key, StoreRefusal refusal) {
        return refusal.isNotFound()
                ? NO_SUCH_ARCHIVE_OBJECT.with("the archive has no object " + key.name() + " of this version")
                : ARCHIVE_UNAVAILABLE.with(
                        "the store refuses what it was asked about " + key.name() + ": " + refusal.text());
    }
}
