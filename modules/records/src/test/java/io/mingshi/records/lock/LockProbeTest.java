package io.mingshi.records.lock;

import static org.assertj.core.api.Assertions.assertThat;

import io.mingshi.records.ObjectLock;
import io.mingshi.records.ObjectLock.NotOffered;
import io.mingshi.records.ObjectLock.Offered;
import io.mingshi.records.ObjectLock.Refusal;
import io.mingshi.records.ObjectLock.Unreachable;
import io.minio.ListObjectsArgs;
import io.minio.MakeBucketArgs;
import io.minio.MinioClient;
import io.minio.errors.MinioException;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class LockProbeTest {
    private final String bucket = "records-" + UUID.randomUUID();

    @Test
    void aStoreThatLocksIsSeenToRefuse() {
        assertThat(probe(TestStore.CEPH.client()))
                .isInstanceOfSatisfying(
                        Offered.class,
                        offered -> assertThat(offered.refused())
                                .hasSize(4)
                                .extracting(Refusal::answer)
                                .allSatisfy(answer -> assertThat(answer).startsWith("403 AccessDenied")));
    }

    @Test
    void manyProbesLeaveOneObjectOfOneVersion() throws MinioException {
        MinioClient ceph = TestStore.CEPH.client();
        for (int probes = 0; probes < 3; probes++) {
            Clock later = Clock.offset(Clock.systemUTC(), Duration.ofMinutes(9 * probes));
            assertThat(probe(ceph, later)).isInstanceOf(Offered.class);
        }
        assertThat(versions(ceph)).containsExactly("object-lock-probe/locked");
    }

    @Test
    void aBucketThatWasMadeWithoutLockIsNamed() throws MinioException {
        MinioClient ceph = TestStore.CEPH.client();
        ceph.makeBucket(MakeBucketArgs.builder().bucket(bucket).build());
        assertThat(probe(ceph))
                .isInstanceOfSatisfying(
                        NotOffered.class,
                        not -> assertThat(not.answer())
                                .contains(bucket, "without object lock", "404 ObjectLockConfigurationNotFoundError"));
    }

    @Test
    void aStoreThatCannotLockIsTakenAtItsWord() {
        assertThat(probe(TestStore.LOCAL.client()))
                .isInstanceOfSatisfying(
                        NotOffered.class, not -> assertThat(not.answer()).startsWith("501 NotImplemented"));
    }

    @Test
    void aStoreThatConfirmsALockAndGivesWayIsFoundOut() throws IOException {
        assertThat(probeOfStoreThatObeys("DELETE")).contains("allowed to delete a version under retention");
        assertThat(probeOfStoreThatObeys("retention")).contains("allowed to shorten its retention");
    }

    @Test
    void nothingIsClaimedAboutAStoreThatCannotBeAsked() {
        assertThat(probe(TestStore.NOWHERE.client())).isInstanceOf(Unreachable.class);
        StoreAddress ceph = CephRgw.address();
        assertThat(probe(new StoreAddress(ceph.url(), ceph.accessKey(), "wrong", ceph.region()).client()))
                .isInstanceOfSatisfying(
                        Unreachable.class,
                        unreachable -> assertThat(unreachable.reason()).contains("403"));
    }

    private String probeOfStoreThatObeys(String attack) throws IOException {
        try (var store = new LyingStore(attack)) {
            return probe(store.address().client()).toString();
        }
    }

    private ObjectLock probe(MinioClient store) {
        return probe(store, Clock.systemUTC());
    }

    private ObjectLock probe(MinioClient store, Clock clock) {
        return new LockProbe(new RecordsBucket(store, bucket), clock).probe();
    }

    private List<String> versions(MinioClient store) throws MinioException {
        List<String> names = new ArrayList<>();
        for (var item : store.listObjects(ListObjectsArgs.builder()
                .bucket(bucket)
                .recursive(true)
                .includeVersions(true)
                .build())) {
            names.add(item.get().objectName());
        }
        return names;
    }
}
