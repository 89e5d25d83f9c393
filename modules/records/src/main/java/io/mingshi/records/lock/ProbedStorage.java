package io.mingshi.records.lock;

import static io.mingshi.records.RecordsProblem.ARCHIVE_UNAVAILABLE;
import static io.mingshi.records.RecordsProblem.OBJECT_LOCK_MISSING;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.mingshi.records.ArchiveStorage;
import io.mingshi.records.ObjectLock;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/// Remembers what the store last showed, and asks again when that is old.
@Singleton
class ProbedStorage implements ArchiveStorage {
    private static final Logger LOG = Logger.getLogger(ProbedStorage.class);
    private static final Duration FRESH = Duration.ofHours(1);

    private final RecordsBucket bucket;
    private final LockProbe probe;
    private final Clock clock;
    private final LockDemand demand;
    private volatile ObjectLock seen = new ObjectLock.Unreachable(Instant.EPOCH, "the store has not been asked yet");

    ProbedStorage(
            RecordsBucket bucket,
            LockProbe probe,
            Clock clock,
            @ConfigProperty(name = "mingshi.records.lock", defaultValue = "optional") LockDemand demand,
            MeterRegistry meters) {
        this.bucket = bucket;
        this.probe = probe;
        this.clock = clock;
        this.demand = demand;
        Gauge.builder(
                        "mingshi.records.object.lock",
                        this,
                        storage -> storage.seen instanceof ObjectLock.Offered ? 1 : 0)
                .description("1 while the store of the archive was seen to refuse to delete what is under retention")
                .register(meters);
    }

    @Override
    public String bucket() {
        return bucket.name();
    }

    @Override
    public boolean lockRequired() {
        return demand == LockDemand.REQUIRED;
    }

    @Override
    public ObjectLock lock() {
        return seen;
    }

    @Override
    public synchronized ObjectLock probe() {
        ObjectLock before = seen;
        seen = probe.probe();
        if (before.getClass() != seen.getClass()) {
            LOG.infof("the store of the archive in the bucket %s: %s", bucket.name(), seen);
        }
        return seen;
    }

    /// What the store showed within the hour; a store that could not be reached is asked again each time.
    ObjectLock fresh() {
        return switch (seen) {
            case ObjectLock.Unreachable _ -> probe();
            case ObjectLock.Offered offered -> isOld(offered) ? probe() : offered;
            case ObjectLock.NotOffered not -> isOld(not) ? probe() : not;
        };
    }

    /// What the store showed, on which something may be archived.
    ///
    /// @throws io.mingshi.contracts.ProblemException `OBJECT_LOCK_MISSING`, `ARCHIVE_UNAVAILABLE`
    ObjectLock forArchiving() {
        ObjectLock lock = fresh();
        return switch (lock) {
            case ObjectLock.Offered offered -> offered;
            case ObjectLock.NotOffered not when !lockRequired() -> not;
            case ObjectLock.NotOffered not ->
                throw OBJECT_LOCK_MISSING.with("object lock is required (mingshi.records.lock) and the store does not"
                        + " offer it: " + not.answer());
            case ObjectLock.Unreachable unreachable ->
                throw ARCHIVE_UNAVAILABLE.with(
                        "nothing is archived before the store has answered: " + unreachable.reason());
        };
    }

    private boolean isOld(ObjectLock lock) {
        return lock.seenAt().plus(FRESH).isBefore(clock.instant());
    }
}
