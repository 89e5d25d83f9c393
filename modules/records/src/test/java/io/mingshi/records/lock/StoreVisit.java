package io.mingshi.records.lock;

import static org.assertj.core.api.Assertions.assertThat;

import io.minio.BucketExistsArgs;
import io.minio.EnableObjectLegalHoldArgs;
import io.minio.GetObjectArgs;
import io.minio.GetObjectRetentionArgs;
import io.minio.GetObjectTagsArgs;
import io.minio.GetPresignedObjectUrlArgs;
import io.minio.Http;
import io.minio.IsObjectLegalHoldEnabledArgs;
import io.minio.ListObjectsArgs;
import io.minio.MakeBucketArgs;
import io.minio.MinioClient;
import io.minio.PutObjectArgs;
import io.minio.RemoveBucketArgs;
import io.minio.RemoveObjectArgs;
import io.minio.SetBucketVersioningArgs;
import io.minio.SetObjectLockConfigurationArgs;
import io.minio.SetObjectRetentionArgs;
import io.minio.SetObjectTagsArgs;
import io.minio.StatObjectArgs;
import io.minio.errors.MinioException;
import io.minio.messages.ObjectLockConfiguration;
import io.minio.messages.Retention;
import io.minio.messages.RetentionMode;
import io.minio.messages.VersioningConfiguration;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One visit to a store: what is done there step by step, each step on what those before have left.
final class StoreVisit {
    private static final String FIRST = "folder/first.txt";
    private static final int BIG = 12 << 20;

    private final StoreAddress address;
    private final MinioClient store;
    private final HttpClient http = HttpClient.newHttpClient();
    private final String plain = "plain-" + UUID.randomUUID();
    private final String locked = "locked-" + UUID.randomUUID();
    private final String lockable;
    private @Nullable String retained;
    private @Nullable String held;
    private @Nullable String retainedByDefault;

    /// @param locks whether a bucket with object lock can be had; in a store without, the steps that need one
    ///     are tried on the other bucket
    StoreVisit(StoreAddress address, boolean locks) {
        this.address = address;
        this.store = address.client();
        this.lockable = locks ? locked : plain;
    }

    void makeBucket() throws MinioException {
        store.makeBucket(MakeBucketArgs.builder().bucket(plain).build());
        assertThat(store.bucketExists(BucketExistsArgs.builder().bucket(plain).build()))
                .isTrue();
    }

    void put() throws MinioException {
        store.putObject(PutObjectArgs.builder()
                .bucket(plain)
                .object(FIRST)
                .data(new byte[1024], 1024)
                .contentType("text/plain")
                .userMetadata(Map.of("k", "v"))
                .build());
    }

    void stat() throws MinioException {
        var seen = store.statObject(
                StatObjectArgs.builder().bucket(plain).object(FIRST).build());
        assertThat(seen.size()).isEqualTo(1024);
        assertThat(seen.contentType()).isEqualTo("text/plain");
        assertThat(seen.userMetadata().getFirst("k")).isEqualTo("v");
    }

    void get() throws MinioException, IOException {
        assertThat(length(get(plain, FIRST))).isEqualTo(1024);
    }

    void getRange() throws MinioException, IOException {
        assertThat(length(get(plain, FIRST).offset(10L).length(20L))).isEqualTo(20);
    }

    void putInParts() throws MinioException {
        store.putObject(PutObjectArgs.builder().bucket(plain).object("big").stream(
                        new ByteArrayInputStream(new byte[BIG]), -1L, 5L << 20)
                .build());
    }

    void getWhatWasPutInParts() throws MinioException, IOException {
        assertThat(length(get(plain, "big"))).isEqualTo(BIG);
    }

    void list() throws MinioException {
        int count = 0;
        for (var item : store.listObjects(
                ListObjectsArgs.builder().bucket(plain).recursive(true).build())) {
            assertThat(item.get().objectName()).isIn(FIRST, "big");
            count++;
        }
        assertThat(count).isEqualTo(2);
    }

    void getByPresignedAddress() throws Exception {
        String url = presigned(Http.Method.GET, FIRST);
        var answer = http.send(HttpRequest.newBuilder(URI.create(url)).build(), BodyHandlers.ofByteArray());
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).hasSize(1024);
        String forged = url.replaceAll("X-Amz-Signature=....", "X-Amz-Signature=0000");
        assertThat(status(HttpRequest.newBuilder(URI.create(forged)))).isEqualTo(403);
    }

    void putByPresignedAddress() throws Exception {
        var content = HttpRequest.BodyPublishers.ofString("hello");
        assertThat(status(HttpRequest.newBuilder(URI.create(presigned(Http.Method.PUT, "presigned")))
                        .PUT(content)))
                .isEqualTo(200);
    }

    void getWithoutCredentials() throws Exception {
        assertThat(status(HttpRequest.newBuilder(URI.create(address.url() + "/" + plain + "/" + FIRST))))
                .isEqualTo(403);
    }

    void putWithWrongSecret() throws MinioException {
        var stranger = new StoreAddress(address.url(), address.accessKey(), "wrong", address.region()).client();
        stranger.putObject(PutObjectArgs.builder()
                .bucket(plain)
                .object("x")
                .data(new byte[1], 1)
                .build());
    }

    void tag() throws MinioException {
        store.setObjectTags(SetObjectTagsArgs.builder()
                .bucket(plain)
                .object(FIRST)
                .tags(Map.of("t", "1"))
                .build());
        var tags = store.getObjectTags(
                GetObjectTagsArgs.builder().bucket(plain).object(FIRST).build());
        assertThat(tags.get()).containsEntry("t", "1");
    }

    void enableVersions() throws MinioException {
        store.setBucketVersioning(SetBucketVersioningArgs.builder()
                .bucket(plain)
                .config(new VersioningConfiguration(VersioningConfiguration.Status.ENABLED, null, null, null))
                .build());
    }

    void keepTwoVersions() throws MinioException, IOException {
        String first = put(plain, "versioned", 1);
        String second = put(plain, "versioned", 2);
        assertThat(first).isNotNull().isNotEqualTo(second);
        assertThat(length(get(plain, "versioned").versionId(first))).isEqualTo(1);
    }

    void makeBucketWithLock() throws MinioException {
        store.makeBucket(
                MakeBucketArgs.builder().bucket(locked).objectLock(true).build());
    }

    void putUnderRetention() throws MinioException {
        retained = store.putObject(PutObjectArgs.builder()
                        .bucket(lockable)
                        .object("retained")
                        .data(new byte[9], 9)
                        .retention(compliance(10))
                        .build())
                .versionId();
        assertThat(retained).isNotNull();
    }

    void readRetention() throws MinioException {
        var retention = store.getObjectRetention(GetObjectRetentionArgs.builder()
                .bucket(lockable)
                .object("retained")
                .build());
        assertThat(retention.mode()).isEqualTo(RetentionMode.COMPLIANCE);
        assertThat(retention.retainUntilDate())
                .isAfter(ZonedDateTime.now(ZoneOffset.UTC).plusMinutes(9));
    }

    void deleteRetained() throws MinioException {
        remove("retained", retained);
    }

    void deleteRetainedWithBypass() throws MinioException {
        store.removeObject(RemoveObjectArgs.builder()
                .bucket(lockable)
                .object("retained")
                .versionId(retained)
                .bypassGovernanceMode(true)
                .build());
    }

    void shortenRetention() throws MinioException {
        store.setObjectRetention(SetObjectRetentionArgs.builder()
                .bucket(lockable)
                .object("retained")
                .versionId(retained)
                .config(compliance(1))
                .build());
    }

    void overwriteRetained() throws MinioException {
        assertThat(put(lockable, "retained", 3)).isNotEqualTo(retained);
    }

    void readRetainedAfterOverwriting() throws MinioException, IOException {
        assertThat(length(get(lockable, "retained").versionId(retained))).isEqualTo(9);
    }

    void deleteWithoutVersion() throws MinioException, IOException {
        remove("retained", null);
        readRetainedAfterOverwriting();
    }

    void hold() throws MinioException {
        held = put(lockable, "held", 4);
        store.enableObjectLegalHold(EnableObjectLegalHoldArgs.builder()
                .bucket(lockable)
                .object("held")
                .versionId(held)
                .build());
        assertThat(store.isObjectLegalHoldEnabled(IsObjectLegalHoldEnabledArgs.builder()
                        .bucket(lockable)
                        .object("held")
                        .build()))
                .isTrue();
    }

    void deleteHeld() throws MinioException {
        remove("held", held);
    }

    void retainByDefault() throws MinioException {
        var aDay = new ObjectLockConfiguration.RetentionDurationDays(1);
        store.setObjectLockConfiguration(SetObjectLockConfigurationArgs.builder()
                .bucket(lockable)
                .config(new ObjectLockConfiguration(RetentionMode.COMPLIANCE, aDay))
                .build());
        retainedByDefault = put(lockable, "default", 4);
        var retention = store.getObjectRetention(GetObjectRetentionArgs.builder()
                .bucket(lockable)
                .object("default")
                .build());
        assertThat(retention.retainUntilDate())
                .isAfter(ZonedDateTime.now(ZoneOffset.UTC).plusHours(23));
    }

    void deleteRetainedByDefault() throws MinioException {
        remove("default", retainedByDefault);
    }

    void removeBucketWithLock() throws MinioException {
        store.removeBucket(RemoveBucketArgs.builder().bucket(lockable).build());
    }

    private @Nullable String put(String bucket, String name, int size) throws MinioException {
        return store.putObject(PutObjectArgs.builder()
                        .bucket(bucket)
                        .object(name)
                        .data(new byte[size], size)
                        .build())
                .versionId();
    }

    private void remove(String name, @Nullable String version) throws MinioException {
        store.removeObject(RemoveObjectArgs.builder()
                .bucket(lockable)
                .object(name)
                .versionId(version)
                .build());
    }

    private static GetObjectArgs.Builder get(String bucket, String name) {
        return GetObjectArgs.builder().bucket(bucket).object(name);
    }

    private int length(GetObjectArgs.Builder arguments) throws MinioException, IOException {
        try (var content = store.getObject(arguments.build())) {
            return content.readAllBytes().length;
        }
    }

    private String presigned(Http.Method method, String name) throws MinioException {
        return store.getPresignedObjectUrl(GetPresignedObjectUrlArgs.builder()
                .method(method)
                .bucket(plain)
                .object(name)
                .expiry(60)
                .build());
    }

    private int status(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(request.build(), BodyHandlers.discarding()).statusCode();
    }

    private static Retention compliance(int minutes) {
        return new Retention(
                RetentionMode.COMPLIANCE, ZonedDateTime.now(ZoneOffset.UTC).plusMinutes(minutes));
    }
}
