package io.mingshi.gateway.objects;

import static io.mingshi.gateway.GatewayProblem.STORE_UNAVAILABLE;

import io.mingshi.contracts.ProblemException;
import io.minio.BucketExistsArgs;
import io.minio.GetObjectArgs;
import io.minio.MakeBucketArgs;
import io.minio.MinioClient;
import io.minio.PutObjectArgs;
import io.minio.RemoveObjectArgs;
import io.minio.errors.ErrorResponseException;
import io.minio.errors.MinioException;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import okhttp3.ConnectionPool;
import okhttp3.Dispatcher;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/// The bucket in any S3-compatible store.
@ApplicationScoped
class Bucket {
    private static final Logger LOG = Logger.getLogger(Bucket.class);

    /// Measured: of 256 at once a store makes no more, and each waits longer.
    private static final int AT_ONCE = 8;
    private static final Duration IDLE = Duration.ofSeconds(30);
    private static final Duration CONNECT = Duration.ofSeconds(2);
    private static final Duration ANSWER = Duration.ofSeconds(20);

    private final MinioClient client;
    private final String bucket;
    private final AtomicBoolean exists = new AtomicBoolean();

    Bucket(
            @ConfigProperty(name = "mingshi.s3.url", defaultValue = "http://127.0.0.1:9000") String url,
            @ConfigProperty(name = "mingshi.s3.access-key", defaultValue = "unset") String accessKey,
            @ConfigProperty(name = "mingshi.s3.secret-key", defaultValue = "unset") String secretKey,
            @ConfigProperty(name = "mingshi.s3.region", defaultValue = "us-east-1") String region,
            @ConfigProperty(name = "mingshi.gateway.bucket", defaultValue = "mingshi-works") String bucket) {
        this.client = MinioClient.builder()
                .endpoint(url)
                .credentials(accessKey, secretKey)
                .region(region)
                .httpClient(http(), true)
                .build();
        this.bucket = bucket;
    }

    /// By itself the client has a thread of the operating system for each request.
    private static OkHttpClient http() {
        var dispatcher = new Dispatcher(Executors.newThreadPerTaskExecutor(
                Thread.ofVirtual().name("gateway-s3").factory()));
        dispatcher.setMaxRequests(AT_ONCE);
        dispatcher.setMaxRequestsPerHost(AT_ONCE);
        return new OkHttpClient.Builder()
                .dispatcher(dispatcher)
                .connectionPool(new ConnectionPool(AT_ONCE, IDLE.toSeconds(), TimeUnit.SECONDS))
                .protocols(List.of(Protocol.HTTP_1_1))
                .connectTimeout(CONNECT)
                .writeTimeout(ANSWER)
                .readTimeout(ANSWER)
                .build();
    }

    /// Returns when the content is safely stored.
    void put(String key, byte[] bytes, String contentType) {
        asking(() -> {
            ensureBucket();
            return client.putObject(PutObjectArgs.builder().bucket(bucket).object(key).contentType(contentType).stream(
                            new ByteArrayInputStream(bytes), (long) bytes.length, -1L)
                    .build());
        });
    }

    byte[] get(String key) {
        return asking(() -> {
            try (var object = client.getObject(
                    GetObjectArgs.builder().bucket(bucket).object(key).build())) {
                return object.readAllBytes();
            }
        });
    }

    /// Also where there is nothing.
    void remove(String key) {
        asking(() -> {
            client.removeObject(
                    RemoveObjectArgs.builder().bucket(bucket).object(key).build());
            return true;
        });
    }

    /// Whether the store answers and holds the bucket, or can make it.
    boolean ready() {
        return asking(() -> {
            exists.set(false);
            ensureBucket();
            return true;
        });
    }

    private void ensureBucket() throws MinioException, IOException {
        if (exists.get()) {
            return;
        }
        if (!client.bucketExists(BucketExistsArgs.builder().bucket(bucket).build())) {
            makeBucket();
        }
        exists.set(true);
    }

    /// Whoever else makes it at the same moment made it for both.
    private void makeBucket() throws MinioException, IOException {
        try {
            client.makeBucket(MakeBucketArgs.builder().bucket(bucket).build());
        } catch (ErrorResponseException e) {
            if (!client.bucketExists(BucketExistsArgs.builder().bucket(bucket).build())) {
                throw e;
            }
        }
    }

    private interface Asking<T> {
        T ask() throws MinioException, IOException;
    }

    private static <T> T asking(Asking<T> question) {
        try {
            return question.ask();
        } catch (MinioException | IOException e) {
            throw unavailable(e);
        } catch (IllegalStateException e) {
            // The client wraps a connection that fails.
            throw e.getCause() instanceof IOException cause ? unavailable(cause) : e;
        }
    }

    private static ProblemException unavailable(Exception cause) {
        LOG.warn("the object store does not answer as it should", cause);
        return STORE_UNAVAILABLE.with("the object store does not answer: try again later");
    }
}
