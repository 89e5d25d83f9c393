package io.mingshi.records.lock;

import io.minio.MinioClient;
import java.time.Duration;

/// Where a store is and who asks.
record StoreAddress(String url, String accessKey, String secretKey, String region) {
    private static final Duration CONNECT = Duration.ofSeconds(2);
    private static final Duration ANSWER = Duration.ofSeconds(20);

    MinioClient client() {
        MinioClient client = MinioClient.builder()
                .endpoint(url)
                .credentials(accessKey, secretKey)
                .region(region)
                .build();
        client.setTimeout(CONNECT.toMillis(), ANSWER.toMillis(), ANSWER.toMillis());
        return client;
    }

    /// Without the secret.
    @Override
    public String toString() {
        return url + " as " + accessKey;
    }
}
