package io.mingshi.records.lock;

import static io.mingshi.records.RecordsProblem.ARCHIVE_DAMAGED;
import static io.mingshi.records.RecordsProblem.ARCHIVE_NAME_TAKEN;
import static io.mingshi.records.RecordsProblem.ARCHIVE_RETAINED;
import static io.mingshi.records.RecordsProblem.ARCHIVE_UNAVAILABLE;
import static io.mingshi.records.RecordsProblem.NO_SUCH_ARCHIVE_OBJECT;
import static io.mingshi.records.RecordsProblem.OBJECT_LOCK_MISSING;
import static io.mingshi.records.RecordsProblem.RETENTION_INVALID;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.mingshi.contracts.Problem;
import io.mingshi.contracts.ProblemException;
import io.mingshi.contracts.Sha256;
import io.mingshi.records.Archive;
import io.mingshi.records.Archive.Kept;
import io.mingshi.records.Archive.ObjectKey;
import io.mingshi.records.Protection.Locked;
import io.mingshi.records.Protection.Unlocked;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LockedArchiveTest {
    private static final Clock NOW = Clock.systemUTC();
    private static final Instant TOMORROW = Instant.now().plus(Duration.ofDays(1));
    private static final Clock NEXT_YEAR = Clock.offset(NOW, Duration.ofDays(366));
    private static final byte[] SMALL = {1, 2, 3};

    private final String bucket = "records-" + UUID.randomUUID();

    @ParameterizedTest
    @EnumSource(names = {"CEPH", "LOCAL"})
    void aContentOfManyPartsComesBackUnchanged(TestStore store) throws IOException {
        byte[] content = new byte[20 << 20];
        new Random(1).nextBytes(content);
        Archive archive = archive(store, NOW);
        Kept kept = put(archive, "a/big", content, TOMORROW);
        assertThat(kept.size()).isEqualTo(content.length);
        try (InputStream back = archive.get(kept.key(), kept.sha256())) {
            assertThat(back.readAllBytes()).isEqualTo(content);
        }
    }

    @Test
    void theStoreConfirmsTheLock() {
        Kept kept = put(archive(TestStore.CEPH, NOW), "a", SMALL, TOMORROW);
        assertThat(kept.protection()).isEqualTo(new Locked(StoredVersion.wholeSecond(TOMORROW), false));
        assertThat(kept.key().version()).isNotNull();
    }

    @Test
    void withoutALockTheArchiveSaysSo() {
        Archive archive = archive(TestStore.LOCAL, NOW);
        Kept kept = put(archive, "a", SMALL, TOMORROW);
        assertThat(kept.protection())
                .isInstanceOfSatisfying(
                        Unlocked.class,
                        unlocked -> assertThat(unlocked.retainUntil()).isEqualTo(StoredVersion.wholeSecond(TOMORROW)));
        refuses(OBJECT_LOCK_MISSING, () -> archive.hold(kept.key()));
        refuses(OBJECT_LOCK_MISSING, () -> archive.release(kept.key()));
        refuses(OBJECT_LOCK_MISSING, () -> archive.extend(kept.key(), TOMORROW.plusSeconds(60)));
    }

    @Test
    void nothingIsArchivedWithoutALockThatIsRequired() {
        Archive archive = archive(TestStore.LOCAL, NOW, LockDemand.REQUIRED);
        refuses(OBJECT_LOCK_MISSING, () -> put(archive, "a", SMALL, TOMORROW));
        refuses(NO_SUCH_ARCHIVE_OBJECT, () -> archive.protection(new ObjectKey("a", null)));
    }

    @Test
    void nothingIsArchivedInAStoreThatDoesNotAnswer() {
        Archive archive = archive(TestStore.NOWHERE, NOW);
        refuses(ARCHIVE_UNAVAILABLE, () -> put(archive, "a", SMALL, TOMORROW));
        refuses(ARCHIVE_UNAVAILABLE, () -> archive.delete(new ObjectKey("a", null)));
    }

    @ParameterizedTest
    @EnumSource(names = {"CEPH", "LOCAL"})
    void anObjectIsNotDeletedWithinItsPeriod(TestStore store) {
        Archive archive = archive(store, NOW);
        Kept kept = put(archive, "a", SMALL, TOMORROW);
        assertThat(refuses(ARCHIVE_RETAINED, () -> archive.delete(kept.key()))).contains("must be kept until");
        assertThat(archive.protection(kept.key())).isEqualTo(kept.protection());
    }

    /// Part of CSL-23.1.
    @Test
    void theStoreRefusesEvenIfThePlatformIsWrongAboutTheTime() {
        Kept kept = put(archive(TestStore.CEPH, NOW), "a", SMALL, TOMORROW);
        Archive mistaken = archive(TestStore.CEPH, NEXT_YEAR);
        assertThat(refuses(ARCHIVE_RETAINED, () -> mistaken.delete(kept.key())))
                .contains("the store refuses", "403 AccessDenied");
        assertThat(mistaken.protection(kept.key())).isEqualTo(kept.protection());
    }

    @Test
    void anObjectWhosePeriodIsOverIsDeleted() {
        Kept unlocked = put(archive(TestStore.LOCAL, NOW), "a", SMALL, TOMORROW);
        deletes(archive(TestStore.LOCAL, NEXT_YEAR), unlocked.key());
        Archive archive = archive(TestStore.CEPH, NOW);
        ObjectKey locked =
                put(archive, "a", SMALL, Instant.now().plusSeconds(2)).key();
        await().atMost(Duration.ofSeconds(30)).ignoreExceptions().until(() -> {
            archive.delete(locked);
            return true;
        });
        refuses(NO_SUCH_ARCHIVE_OBJECT, () -> archive.protection(locked));
    }

    @Test
    void aPeriodIsOnlyLengthened() {
        Archive archive = archive(TestStore.CEPH, NOW);
        ObjectKey key = put(archive, "a", SMALL, TOMORROW).key();
        refuses(RETENTION_INVALID, () -> archive.extend(key, TOMORROW.minusSeconds(60)));
        Instant later = StoredVersion.wholeSecond(TOMORROW.plusSeconds(60));
        assertThat(archive.extend(key, later)).isEqualTo(new Locked(later, false));
        assertThat(put(archive, "a", SMALL, TOMORROW).protection()).isEqualTo(new Locked(later, false));
    }

    /// Part of PIPL-47.1.
    @Test
    void aHeldObjectSurvivesItsPeriod() {
        Archive archive = archive(TestStore.CEPH, NOW);
        Instant soon = StoredVersion.wholeSecond(Instant.now().plusSeconds(2));
        ObjectKey key = put(archive, "a", SMALL, soon).key();
        assertThat(archive.hold(key)).isEqualTo(new Locked(soon, true));
        await().until(() -> Instant.now().isAfter(soon.plusSeconds(1)));
        assertThat(refuses(ARCHIVE_RETAINED, () -> archive.delete(key))).contains("legal hold");
        var direct = new StoredVersion(new RecordsBucket(TestStore.CEPH.client(), bucket), key);
        assertThatThrownBy(() -> direct.remove(true)).isInstanceOf(StoreRefusal.class);
        assertThat(archive.release(key)).isEqualTo(new Locked(soon, false));
        deletes(archive, key);
    }

    @ParameterizedTest
    @EnumSource(names = {"CEPH", "LOCAL"})
    void aContentThatArrivesDamagedIsNotStored(TestStore store) {
        Archive archive = archive(store, NOW);
        for (int size : new int[] {0, 3, 8 << 20, 9 << 20}) {
            var content = new ByteArrayInputStream(new byte[size]);
            refuses(ARCHIVE_DAMAGED, () -> archive.put("a", content, Sha256.of("another"), TOMORROW));
            refuses(NO_SUCH_ARCHIVE_OBJECT, () -> archive.protection(new ObjectKey("a", null)));
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"CEPH", "LOCAL"})
    void aNameIsUsedOnce(TestStore store) {
        Archive archive = archive(store, NOW);
        Kept kept = put(archive, "a", SMALL, TOMORROW);
        assertThat(put(archive, "a", SMALL, TOMORROW)).isEqualTo(kept);
        refuses(ARCHIVE_NAME_TAKEN, () -> put(archive, "a", new byte[] {4}, TOMORROW));
    }

    @ParameterizedTest
    @EnumSource(names = {"CEPH", "LOCAL"})
    void anotherContentCannotBeReadToItsEnd(TestStore store) {
        Archive archive = archive(store, NOW);
        Kept kept = put(archive, "a", SMALL, TOMORROW);
        refuses(
                ARCHIVE_DAMAGED,
                () -> archive.get(kept.key(), Sha256.of("another")).readAllBytes());
    }

    @Test
    void aTimeThatIsOverIsRefused() {
        Archive archive = archive(TestStore.LOCAL, NOW);
        refuses(RETENTION_INVALID, () -> put(archive, "a", SMALL, Instant.now().minusSeconds(1)));
    }

    private Archive archive(TestStore store, Clock clock) {
        return archive(store, clock, LockDemand.OPTIONAL);
    }

    private Archive archive(TestStore store, Clock clock, LockDemand demand) {
        var records = new RecordsBucket(store.client(), bucket);
        var probe = new LockProbe(records, NOW);
        var storage = new ProbedStorage(records, probe, NOW, demand, new SimpleMeterRegistry());
        return new LockedArchive(records, storage, clock);
    }

    private static Kept put(Archive archive, String name, byte[] content, Instant until) {
        return archive.put(name, new ByteArrayInputStream(content), Sha256.of(content), until);
    }

    private static void deletes(Archive archive, ObjectKey key) {
        archive.delete(key);
        refuses(NO_SUCH_ARCHIVE_OBJECT, () -> archive.protection(key));
    }

    private static String refuses(Problem problem, ThrowingCallable call) {
        var refusal = catchThrowableOfType(ProblemException.class, call);
        assertThat(refusal).as("a refusal").isNotNull();
        assertThat(refusal.problem()).isEqualTo(problem);
        return refusal.detail();
    }
}
