package io.mingshi.system;

import static org.awaitility.Awaitility.await;

import io.mingshi.client.Platform;
import io.mingshi.localstack.part.Ports;
import io.mingshi.localstack.part.PrivateFile;
import io.mingshi.localstack.process.Guard;
import io.mingshi.localstack.process.GuardedProcess;
import io.mingshi.localstack.process.Launch;
import io.mingshi.testkit.LocalStack;
import io.mingshi.testkit.SharedStack;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/// The platform, all services in one process, with databases, topics and a bucket of its own on a running stack.
///
/// `-Dmingshi.platform=` names another folder of a built platform. A guard ends it when this JVM ends, however that
/// happens.
public final class PlatformProcess {
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final Guard guard;
    private final Path settings;
    private final Path folder;
    private final Platform client;
    private final String databasePrefix;
    private final Properties stack;
    private final String heap;
    private GuardedProcess process;

    private PlatformProcess(
            Path settings, Path folder, Platform client, String databasePrefix, Properties stack, String heap) {
        this.guard = new Guard(folder);
        this.heap = heap;
        this.settings = settings;
        this.folder = folder;
        this.client = client;
        this.databasePrefix = databasePrefix;
        this.stack = stack;
        this.process = launch();
    }

    /// Starts it and waits until it is ready.
    ///
    /// @param stack the addresses and credentials of the stack to use
    /// @param name of the folder under `target` for its settings and log
    public static PlatformProcess start(Properties stack, String name) throws IOException {
        return start(stack, name, Map.of());
    }

    /// As [#start(Properties, String)], with more settings.
    public static PlatformProcess start(Properties stack, String name, Map<String, String> more) throws IOException {
        return start(stack, name, more, "384m");
    }

    /// As [#start(Properties, String)], with more settings and another heap.
    static PlatformProcess start(Properties stack, String name, Map<String, String> more, String heap)
            throws IOException {
        Path folder = LocalStack.root().resolve("integration-tests/target").resolve(name);
        Files.createDirectories(folder);
        String prefix = "i" + Long.toString(System.nanoTime(), 36);
        Databases.create(stack, prefix + "_", jarFolder());
        int port = new Ports(folder).choose("platform");
        var platform = new PlatformProcess(
                settings(stack, prefix, port, folder, more),
                folder,
                Platform.at("http://127.0.0.1:" + port),
                prefix + "_",
                stack,
                heap);
        platform.awaitReady();
        return platform;
    }

    public Platform client() {
        return client;
    }

    /// A connection to the database of one of its modules.
    public Connection database(String module) throws SQLException {
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + stack.getProperty("postgres.port") + "/" + databasePrefix + module,
                stack.getProperty("postgres.user"),
                stack.getProperty("postgres.password"));
    }

    /// The number of its process.
    public long pid() {
        return process.pid().orElseThrow();
    }

    /// What the names of its databases begin with.
    String databasePrefix() {
        return databasePrefix;
    }

    /// Ends the process at once, as a power failure would.
    public void kill() {
        ProcessHandle.of(process.pid().orElseThrow()).orElseThrow().destroyForcibly();
        try {
            process.awaitExit();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the platform was killed", e);
        }
    }

    /// Starts it again after [#kill].
    public void restart() {
        process = launch();
        awaitReady();
    }

    /// Waits until every check of its health is good.
    public void awaitReady() {
        await("the platform is ready, see " + guard.log("platform"))
                .atMost(PATIENCE)
                .ignoreExceptions()
                .until(() -> client.get("/q/health/ready").status() == 200);
    }

    /// Asks it to end and waits until it has.
    public void stop() throws InterruptedException {
        process.stop();
    }

    private GuardedProcess launch() {
        var command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xmx" + heap,
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-Djava.awt.headless=true",
                "-Dquarkus.config.locations=" + settings.toUri(),
                "-jar",
                jarFolder().resolve("quarkus-run.jar").toString());
        return guard.start("platform", new Launch(command, Map.of(), folder, "TERM"));
    }

    private static Path settings(Properties stack, String prefix, int port, Path folder, Map<String, String> more)
            throws IOException {
        var values = new Properties();
        values.putAll(SharedStack.settings(stack));
        values.setProperty("mingshi.db.prefix", prefix + "_");
        values.setProperty("mingshi.kafka.prefix", prefix + ".");
        values.setProperty("mingshi.gateway.bucket", prefix + "-works");
        values.setProperty("mingshi.public-url", "http://127.0.0.1:" + port);
        values.setProperty("quarkus.http.port", Integer.toString(port));
        values.putAll(more);
        Path file = folder.resolve("platform.properties").toAbsolutePath();
        PrivateFile.write(file, values);
        return file;
    }

    private static Path jarFolder() {
        Path folder = LocalStack.root()
                .resolve(System.getProperty("mingshi.platform", "modules/platform/target/quarkus-app"));
        if (!Files.exists(folder.resolve("quarkus-run.jar"))) {
            throw new IllegalStateException(
                    "the platform is not built: run mvn -pl modules/platform -am package -DskipTests first");
        }
        return folder;
    }
}
