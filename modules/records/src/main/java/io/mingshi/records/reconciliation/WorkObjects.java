package io.mingshi.records.reconciliation;

import io.minio.BucketExistsArgs;
import io.minio.GetObjectArgs;
import io.minio.ListObjectsArgs;
import io.minio.MinioClient;
import io.minio.Result;
import io.minio.errors.ErrorResponseException;
import io.minio.errors.MinioException;
import io.minio.messages.Item;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.Optional;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.StreamSupport;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// The bucket of works, read only: the key of an object is the SHA-256 of its bytes in hex.
@Singleton
class WorkObjects {
    private static final int BUFFER = 1 << 16;

    private final MinioClient client;
    private final String bucket;

    WorkObjects(
            @ConfigProperty(name = "mingshi.s3.url", defaultValue = "http://127.0.0.1:9000") String url,
            @ConfigProperty(name = "mingshi.s3.access-key", defaultValue = "unset") String accessKey,
            @ConfigProperty(name = "mingshi.s3.secret-key", defaultValue = "unset") String secretKey,
            @ConfigProperty(name = "mingshi.s3.region", defaultValue = "us-east-1") String region,
            @ConfigProperty(name = "mingshi.gateway.bucket", defaultValue = "mingshi-works") String bucket) {
        this.client = MinioClient.builder()
                .endpoint(url)
                .credentials(accessKey, secretKey)
                .region(region)
                .build();
        this.client.setTimeout(5_000, 60_000, 60_000);
        this.bucket = bucket;
    }

    /// An object as the store lists it.
    record Listed(String key, Instant modified) {}

    /// All objects, page by page, in the order of their keys; none while the bucket was not made yet.
    Iterator<Listed> all() throws IOException {
        try {
            if (!client.bucketExists(BucketExistsArgs.builder().bucket(bucket).build())) {
                return Spliterators.iterator(Spliterators.<Listed>emptySpliterator());
            }
        } catch (MinioException e) {
            throw unreadable(e);
        }
        Iterable<Result<Item>> listing = client.listObjects(
                ListObjectsArgs.builder().bucket(bucket).recursive(true).build());
        Spliterator<Result<Item>> items = listing.spliterator();
        return StreamSupport.stream(items, false).map(WorkObjects::listed).iterator();
    }

    /// SHA-256 of the bytes of an object in hex; empty when it is not there.
    Optional<String> sha256(String key) throws IOException {
        try (InputStream object = client.getObject(
                        GetObjectArgs.builder().bucket(bucket).object(key).build());
                var hashed = new DigestInputStream(object, MessageDigest.getInstance("SHA-256"))) {
            byte[] buffer = new byte[BUFFER];
            while (hashed.read(buffer) >= 0) {
                // only its hash is wanted
            }
            return Optional.of(
                    HexFormat.of().formatHex(hashed.getMessageDigest().digest()));
        } catch (ErrorResponseException e) {
            if (e.errorResponse().code().equals("NoSuchKey")) {
                return Optional.empty();
            }
            throw unreadable(e);
        } catch (MinioException e) {
            throw unreadable(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private static Listed listed(Result<Item> result) {
        try {
            Item item = result.get();
            return new Listed(item.objectName(), item.lastModified().toInstant());
        } catch (MinioException e) {
            throw new IllegalStateException("the bucket of works cannot be listed: " + e.getMessage(), e);
        }
    }

    private static IOException unreadable(MinioException e) {
        return new IOException("the bucket of works cannot be read: " + e.getMessage(), e);
    }
}
