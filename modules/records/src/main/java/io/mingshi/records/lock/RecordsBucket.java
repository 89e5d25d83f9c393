package io.mingshi.records.lock;

import static io.mingshi.records.RecordsProblem.ARCHIVE_UNAVAILABLE;

import io.minio.BucketExistsArgs;
import io.minio.GetObjectLockConfigurationArgs;
import io.minio.MakeBucketArgs;
import io.minio.MinioClient;
import io.minio.errors.ErrorResponseException;
import io.minio.errors.MinioException;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/// The bucket of the archive in any S3-compatible store, and how that store is asked.
@Singleton
class RecordsBucket {
    private static final Logger LOG = Logger.getLogger(RecordsBucket.class);

    private final MinioClient client;
    private final String name;

    @Inject
    RecordsBucket(
            @ConfigProperty(name = "mingshi.s3.url", defaultValue = "http://127.0.0.1:9000") String url,
            @ConfigProperty(name = "mingshi.s3.access-key", defaultValue = "unset") String accessKey,
            @ConfigProperty(name = "mingshi.s3.secret-key", defaultValue = "unset") String secretKey,
            @ConfigProperty(name = "mingshi.s3.region", defaultValue = "us-east-1") String region,
            @ConfigProperty(name = "mingshi.records.bucket", defaultValue = "mingshi-records") String name) {
        this(new StoreAddress(url, accessKey, secretKey, region).client(), name);
    }

    RecordsBucket(MinioClient client, String name) {
        this.client = client;
        this.name = name;
    }

    String name() {
        return name;
    }

    /// Asks the store.
    ///
    /// @throws StoreRefusal when the store says no
    /// @throws io.mingshi.contracts.ProblemException `ARCHIVE_UNAVAILABLE`
    <T> T ask(Question<T> question) throws StoreRefusal {
        try {
            return question.ask(client);
        } catch (ErrorResponseException e) {
            if (StoreRefusal.is(e)) {
                throw new StoreRefusal(e);
            }
            throw unavailable(e);
        } catch (MinioException | IOException e) {
            throw unavailable(e);
        } catch (IllegalStateException e) {
            throw unwrapped(e);
        }
    }

    /// Makes the bucket if there is none: with object lock, since it cannot be added later; in a store that
    /// offers no lock, without.
    void ensure() throws StoreRefusal {
        if (exists()) {
            return;
        }
        try {
            make(true);
        } catch (StoreRefusal refusal) {
            if (refusal.isNotOffered()) {
                make(false);
            } else if (!exists()) { // else another instance was faster
                throw refusal;
            }
        }
    }

    /// Returns if the bucket was made with object lock.
    ///
    /// @throws StoreRefusal 404 for a bucket without, 501 for a store without
    void requireLock() throws StoreRefusal {
        ask(store -> store.getObjectLockConfiguration(
                GetObjectLockConfigurationArgs.builder().bucket(name).build()));
    }

    private boolean exists() throws StoreRefusal {
        return ask(store ->
                store.bucketExists(BucketExistsArgs.builder().bucket(name).build()));
    }

    private void make(boolean lock) throws StoreRefusal {
        var bucket = MakeBucketArgs.builder().bucket(name).objectLock(lock).build();
        ask(store -> {
            store.makeBucket(bucket);
            return bucket;
        });
    }

    /// The client wraps in this exception a connection that fails, and what the content to be stored throws.
    private static RuntimeException unwrapped(IllegalStateException wrapper) {
        return switch (wrapper.getCause()) {
            case IOException e -> unavailable(e);
            case RuntimeException e -> e;
            case null, default -> wrapper;
        };
    }

    private static RuntimeException unavailable(Exception cause) {
        LOG.warnf("the object store of the archive does not answer as it should: %s", cause);
        return ARCHIVE_UNAVAILABLE.with(
                "the object store of the archive cannot be used: try again later; our log names the cause");
    }

    /// Something that a store is asked for.
    interface Question<T> {
        T ask(MinioClient store) throws MinioException, IOException;
    }
}
