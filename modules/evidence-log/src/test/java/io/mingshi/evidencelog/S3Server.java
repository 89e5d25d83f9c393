package io.mingshi.evidencelog;

import static org.assertj.core.api.Assertions.assertThat;

import io.mingshi.evidencelog.store.S3Access;
import io.minio.MakeBucketArgs;
import io.minio.MinioClient;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/// A real S3 store with an empty bucket: S3Proxy in a process of its own, or the one at `mingshi.s3.url`.
final class S3Server {
    private static final String ACCESS_KEY = "local-identity";
    private static final String SECRET_KEY = "local-credential-12345";
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(60);

    private final Process process;
    private final S3Access access;
    private final String bucket = "log-" + UUID.randomUUID();

    private S3Server(Process process, S3Access access) throws Exception {
        this.process = process;
        this.access = access;
        MinioClient.builder()
                .endpoint(access.endpoint().toString())
                .region(access.region())
                .credentials(access.accessKey(), access.secretKey())
                .build()
                .makeBucket(MakeBucketArgs.builder().bucket(bucket).build());
    }

    static S3Server start(Path folder) throws Exception {
        String other = System.getProperty("mingshi.s3.url", "");
        if (!other.isEmpty()) {
            String region = System.getProperty("mingshi.s3.region", "us-east-1");
            return new S3Server(
                    new ProcessBuilder("true").start(),
                    new S3Access(URI.create(other), region, ACCESS_KEY, SECRET_KEY));
        }
        int port = freePort();
        URI endpoint = URI.create("http://127.0.0.1:" + port);
        Properties settings = new Properties();
        settings.putAll(Map.of(
                "s3proxy.endpoint",
                endpoint.toString(),
                "s3proxy.authorization",
                "aws-v2-or-v4",
                "s3proxy.identity",
                ACCESS_KEY,
                "s3proxy.credential",
                SECRET_KEY,
                "jclouds.provider",
                "filesystem-nio2",
                "jclouds.filesystem.basedir",
                Files.createDirectories(folder.resolve("objects")).toString()));
        Path file = folder.resolve("s3proxy.properties");
        try (var out = Files.newOutputStream(file)) {
            settings.store(out, "");
        }
        Process process = java("org.gaul.s3proxy.Main", "--properties", file.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("s3proxy.log").toFile())
                .start();
        awaitAnswer(process, port, folder.resolve("s3proxy.log"));
        return new S3Server(process, new S3Access(endpoint, "us-east-1", ACCESS_KEY, SECRET_KEY));
    }

    static ProcessBuilder java(String... arguments) {
        String[] command = new String[4 + arguments.length];
        command[0] = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        command[1] = "-XX:TieredStopAtLevel=1";
        command[2] = "-cp";
        command[3] = System.getProperty("java.class.path");
        System.arraycopy(arguments, 0, command, 4, arguments.length);
        return new ProcessBuilder(command);
    }

    S3Access access() {
        return access;
    }

    String bucket() {
        return bucket;
    }

    void stop() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static void awaitAnswer(Process process, int port, Path log) throws IOException, InterruptedException {
        long start = System.nanoTime();
        while (true) {
            try (Socket socket = new Socket("127.0.0.1", port)) {
                assertThat(socket.isConnected()).isTrue();
                return;
            } catch (IOException e) {
                assertThat(process.waitFor(100, TimeUnit.MILLISECONDS))
                        .as(() -> "S3Proxy ended: " + log)
                        .isFalse();
                assertThat(System.nanoTime() - start).isLessThan(PATIENCE_NANOS);
            }
        }
    }
}
