package io.mingshi.testkit;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;

/// The one local stack of a build: real PostgreSQL, Kafka, Keycloak and object store, apart from that of `./mingshi
/// up`.
///
/// The first test that needs it starts it, under a file lock; it ends by itself when the build (or the IDE) ends.
public final class LocalStack {
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private LocalStack() {}

    /// The addresses and credentials of the running stack, started if there is none.
    public static synchronized Properties properties() {
        Path directory = root().resolve(".mingshi/test");
        try {
            Files.createDirectories(directory);
            try (var channel = FileChannel.open(
                            directory.resolve("test.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    var lock = channel.lock()) {
                assert lock.isValid();
                Optional<Properties> running = running(directory);
                return running.isPresent() ? running.get() : start(directory);
            }
        } catch (IOException e) {
            throw new IllegalStateException("the local stack for tests cannot be used", e);
        }
    }

    /// The root folder of the project.
    public static Path root() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.isDirectory(folder.resolve(".mvn"))) {
            folder = Optional.ofNullable(folder.getParent())
                    .orElseThrow(() -> new IllegalStateException("run tests inside the project's folder"));
        }
        return folder;
    }

    private static Properties start(Path directory) throws IOException {
        Path target = root().resolve("modules/local-stack/target");
        if (!Files.isDirectory(target.resolve("lib"))) {
            throw new IllegalStateException("the local stack is not built: run mvn -pl modules/local-stack package");
        }
        String separator = System.getProperty("path.separator");
        var process = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElse("java"),
                        "-XX:+UseSerialGC",
                        "-Xmx256m",
                        "-cp",
                        jars(target) + separator + target.resolve("lib") + "/*",
                        "io.mingshi.localstack.Main",
                        "stack",
                        "--dir",
                        directory.toString(),
                        "--owner",
                        String.valueOf(owner()))
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("stack.log").toFile())
                .start();
        Instant end = Instant.now().plus(PATIENCE);
        while (Instant.now().isBefore(end)) {
            Optional<Properties> running = running(directory);
            if (running.isPresent()) {
                return running.get();
            }
            if (!process.isAlive()) {
                break;
            }
            pause();
        }
        throw new IllegalStateException("the local stack did not start: see " + directory.resolve("stack.log"));
    }

    private static String jars(Path target) throws IOException {
        try (var files = Files.newDirectoryStream(target, "local-stack-*.jar")) {
            for (Path jar : files) {
                return jar.toString();
            }
        }
        throw new IllegalStateException("the local stack is not built: run mvn -pl modules/local-stack package");
    }

    private static Optional<Properties> running(Path directory) throws IOException {
        Path file = directory.resolve("stack.properties");
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        Properties properties = new Properties();
        try (var reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        }
        boolean alive = Optional.ofNullable(properties.getProperty("pid"))
                .flatMap(pid -> ProcessHandle.of(Long.parseLong(pid)))
                .filter(ProcessHandle::isAlive)
                .isPresent();
        return alive ? Optional.of(properties) : Optional.empty();
    }

    /// The process that runs the build: the nearest Java process above this one, which is Maven or an IDE.
    private static long owner() {
        return Stream.iterate(
                        ProcessHandle.current().parent(),
                        Optional::isPresent,
                        process -> process.flatMap(ProcessHandle::parent))
                .flatMap(Optional::stream)
                .filter(process ->
                        process.info().command().filter(c -> c.endsWith("java")).isPresent())
                .findFirst()
                .orElse(ProcessHandle.current())
                .pid();
    }

    private static void pause() {
        try {
            Thread.sleep(100);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
