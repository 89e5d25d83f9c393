package io.mingshi.evidencelog.store;

import static io.mingshi.evidencelog.EvidenceLogException.Code.NOT_FOUND;
import static io.mingshi.evidencelog.EvidenceLogException.Code.TOO_LARGE;

import io.minio.GetObjectArgs;
import io.minio.GetObjectResponse;
import io.minio.ListObjectsArgs;
import io.minio.MinioClient;
import io.minio.PutObjectArgs;
import io.minio.RemoveObjectArgs;
import io.minio.Result;
import io.minio.errors.ErrorResponseException;
import io.minio.errors.MinioException;
import io.minio.messages.Item;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// The part below a prefix of a bucket in an S3 store. The client tries again by itself what may succeed later.
///
/// Every request has a thread of its own: the client gives a request up when its thread is interrupted, and a
/// log must not fail because one of those who append to it was told to stop.
final class S3Bucket implements Bucket {
    private static final int PRECONDITION_FAILED = 412;
    private static final int CONFLICT = 409;
    private static final int MISSING = 404;
    private static final long CONNECT_MILLIS = 5_000;
    private static final long ANSWER_MILLIS = 30_000;

    private final MinioClient client;
    private final ExecutorService threads = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("evidence-log-s3").factory());
    private final String bucket;
    private final String prefix;

    S3Bucket(S3Access access, String bucket, String prefix) {
        this.client = MinioClient.builder()
                .endpoint(access.endpoint().toString())
                .region(access.region())
                .credentials(access.accessKey(), access.secretKey())
                .build();
        this.client.setTimeout(CONNECT_MILLIS, ANSWER_MILLIS, ANSWER_MILLIS);
        this.bucket = bucket;
        this.prefix = prefix.isEmpty() || prefix.endsWith("/") ? prefix : prefix + "/";
    }

    @Override
    public Optional<Stored> find(String key, int maxBytes) throws IOException {
        return asking(() -> {
            GetObjectArgs wanted =
                    GetObjectArgs.builder().bucket(bucket).object(prefix + key).build();
            try (GetObjectResponse object = client.getObject(wanted)) {
                byte[] bytes = object.readNBytes(maxBytes + 1);
                if (bytes.length > maxBytes) {
                    throw TOO_LARGE.with(key + " has more than the " + maxBytes + " bytes that are read");
                }
                String tag = Objects.requireNonNullElse(object.headers().get("ETag"), "");
                return Optional.of(new Stored(bytes, tag.replace("\"", "")));
            } catch (ErrorResponseException e) {
                if (e.errorResponse().code().equals("NoSuchKey")) {
                    return Optional.empty();
                }
                throw e;
            }
        });
    }

    @Override
    public List<String> list(String start) throws IOException {
        return asking(() -> {
            List<String> keys = new ArrayList<>();
            ListObjectsArgs wanted = ListObjectsArgs.builder()
                    .bucket(bucket)
                    .prefix(prefix + start)
                    .recursive(true)
                    .build();
            for (Result<Item> item : client.listObjects(wanted)) {
                keys.add(item.get().objectName().substring(prefix.length()));
            }
            return keys.stream().sorted().toList();
        });
    }

    @Override
    public void put(String key, byte[] bytes, Kind kind) throws IOException {
        write(key, bytes, kind, Map.of());
    }

    @Override
    public boolean create(String key, byte[] bytes, Kind kind) throws IOException {
        return write(key, bytes, kind, Map.of("If-None-Match", "*"));
    }

    /// The tag goes without quotation marks: Ceph compares them as if they belonged to it, other stores take both.
    @Override
    public boolean replace(String key, String tag, byte[] bytes, Kind kind) throws IOException {
        return write(key, bytes, kind, Map.of("If-Match", tag));
    }

    @Override
    public void delete(String key) throws IOException {
        asking(() -> {
            client.removeObject(RemoveObjectArgs.builder()
                    .bucket(bucket)
                    .object(prefix + key)
                    .build());
            return true;
        });
    }

    @Override
    public void close() throws IOException {
        threads.close();
        try {
            client.close();
        } catch (IOException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IOException("the connection to the bucket could not be closed", e);
        }
    }

    private boolean write(String key, byte[] bytes, Kind kind, Map<String, String> condition) throws IOException {
        Map<String, String> headers = new HashMap<>(condition);
        headers.put("Cache-Control", kind.cacheControl());
        return asking(() -> {
            try {
                client.putObject(PutObjectArgs.builder()
                        .bucket(bucket)
                        .object(prefix + key)
                        .contentType(kind.contentType())
                        .extraHeaders(headers)
                        .data(bytes, bytes.length)
                        .build());
                return true;
            } catch (ErrorResponseException e) {
                if (!condition.isEmpty() && refused(e)) {
                    return false;
                }
                throw e;
            }
        });
    }

    /// A condition that does not hold; two that write at the same time; and no object that could be replaced.
    private static boolean refused(ErrorResponseException e) {
        int status = e.response().code();
        return status == PRECONDITION_FAILED
                || status == CONFLICT
                || (status == MISSING && e.errorResponse().code().equals("NoSuchKey"));
    }

    private <T> T asking(Callable<T> question) throws IOException {
        Future<T> answer = threads.submit(question);
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return answer.get();
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        } catch (ExecutionException e) {
            throw failure(Objects.requireNonNullElse(e.getCause(), e));
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private IOException failure(Throwable cause) {
        return switch (cause) {
            case RuntimeException refused -> throw refused;
            case ErrorResponseException said
            when said.errorResponse().code().equals("NoSuchBucket") ->
                throw NOT_FOUND.with("there is no bucket " + bucket + ": create it first", said);
            case MinioException said -> new IOException("the object store says: " + said.getMessage(), said);
            default -> new IOException("the object store does not answer: " + cause.getMessage(), cause);
        };
    }
}
