package io.mingshi.records.lock;

import io.mingshi.contracts.ProblemException;
import io.mingshi.records.Archive.ObjectKey;
import io.mingshi.records.ObjectLock;
import io.mingshi.records.ObjectLock.NotOffered;
import io.mingshi.records.ObjectLock.Offered;
import io.mingshi.records.ObjectLock.Refusal;
import io.mingshi.records.ObjectLock.Unreachable;
import io.minio.PutObjectArgs;
import io.minio.StatObjectResponse;
import io.minio.messages.RetentionMode;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Tries to remove something from the store that the store has promised to keep.
///
/// Uses one object again and again: while it is under retention nobody can remove it, so its period is short
/// and is lengthened before each probe. A second object without retention, which must go at once, shows that
/// a refusal comes from the lock and not from a missing right.
@Singleton
class LockProbe {
    /// Long enough for clocks that disagree by minutes; a probe takes a second.
    private static final Duration PERIOD = Duration.ofMinutes(10);

    private static final Duration A_MINUTE = Duration.ofMinutes(1);

    private static final String LOCKED = "object-lock-probe/locked";
    private static final String FREE = "object-lock-probe/free";
    private static final byte[] CONTENT = {1};

    private final RecordsBucket bucket;
    private final Clock clock;

    LockProbe(RecordsBucket bucket, Clock clock) {
        this.bucket = bucket;
        this.clock = clock;
    }

    ObjectLock probe() {
        Instant now = clock.instant();
        try {
            bucket.ensure();
            Optional<String> without = withoutLock();
            if (without.isPresent()) {
                return new NotOffered(now, without.get());
            }
            new StoredVersion(bucket, put(FREE)).remove(false);
            return attacked(locked(now), now);
        } catch (StoreRefusal refusal) {
            return new Unreachable(now, "the store refuses to be tried: " + refusal.text());
        } catch (ProblemException e) {
            return new Unreachable(now, e.detail());
        }
    }

    /// Why there is no lock to be tried, if there is none.
    private Optional<String> withoutLock() throws StoreRefusal {
        try {
            bucket.requireLock();
            return Optional.empty();
        } catch (StoreRefusal refusal) {
            if (refusal.isNotOffered()) {
                return Optional.of(refusal.text());
            }
            if (refusal.isNotFound()) {
                return Optional.of("the bucket " + bucket.name() + " was made without object lock, which cannot be"
                        + " added: name a new one in mingshi.records.bucket (" + refusal.text() + ")");
            }
            throw refusal;
        }
    }

    /// The version that is tried, under retention for at least half a period from now on.
    private StoredVersion locked(Instant now) throws StoreRefusal {
        var version = new StoredVersion(bucket, lockedKey());
        ZonedDateTime until = version.stat().lockRetainUntilDate();
        if (until == null || until.toInstant().isBefore(now.plus(PERIOD.dividedBy(2)))) {
            version.retain(RetentionMode.COMPLIANCE, StoredVersion.wholeSecond(now.plus(PERIOD)));
        }
        return version;
    }

    private ObjectKey lockedKey() throws StoreRefusal {
        try {
            var newest = new StoredVersion(bucket, new ObjectKey(LOCKED, null)).stat();
            return new ObjectKey(LOCKED, newest.versionId());
        } catch (StoreRefusal refusal) {
            if (refusal.isNotFound()) {
                return put(LOCKED);
            }
            throw refusal;
        }
    }

    private static ObjectLock attacked(StoredVersion version, Instant now) throws StoreRefusal {
        StatObjectResponse before = version.stat();
        List<Refusal> refused = new ArrayList<>();
        for (Attack attack : Attack.values()) {
            try {
                attack.on(version, before.lockRetainUntilDate().toInstant());
                return new NotOffered(now, "the store allowed to " + attack.text);
            } catch (StoreRefusal refusal) {
                refused.add(new Refusal(attack.text, refusal.text()));
            }
        }
        return stands(before, version.stat())
                ? new Offered(now, refused)
                : new NotOffered(now, "the store refused every attempt and yet gave up the retention");
    }

    /// Another instance may have lengthened the period meanwhile.
    private static boolean stands(StatObjectResponse before, StatObjectResponse after) {
        return after.lockMode() == RetentionMode.COMPLIANCE
                && after.lockRetainUntilDate() != null
                && !after.lockRetainUntilDate().isBefore(before.lockRetainUntilDate());
    }

    private ObjectKey put(String name) throws StoreRefusal {
        return new ObjectKey(
                name,
                bucket.ask(store -> store.putObject(PutObjectArgs.builder()
                                .bucket(bucket.name())
                                .object(name)
                                .data(CONTENT, CONTENT.length)
                                .build()))
                        .versionId());
    }

    /// One way to get at what the store has promised to keep until a certain time.
    private enum Attack {
        DELETE("delete a version under retention") {
            @Override
            void on(StoredVersion version, Instant until) throws StoreRefusal {
                version.remove(false);
            }
        },
        DELETE_WITH_BYPASS("delete it with the right to bypass") {
            @Override
            void on(StoredVersion version, Instant until) throws StoreRefusal {
                version.remove(true);
            }
        },
        SHORTEN("shorten its retention") {
            @Override
            void on(StoredVersion version, Instant until) throws StoreRefusal {
                version.retain(RetentionMode.COMPLIANCE, until.minus(A_MINUTE));
            }
        },
        WEAKEN("weaken its retention to a mode with bypass") {
            @Override
            void on(StoredVersion version, Instant until) throws StoreRefusal {
                version.retain(RetentionMode.GOVERNANCE, until.plus(A_MINUTE));
            }
        };

        private final String text;

        Attack(String text) {
            this.text = text;
        }

        abstract void on(StoredVersion version, Instant until) throws StoreRefusal;
    }
}
