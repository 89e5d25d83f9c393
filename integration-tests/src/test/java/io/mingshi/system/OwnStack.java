package io.mingshi.system;

import static org.awaitility.Awaitility.await;

import io.mingshi.testkit.LocalStack;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Properties;

/// A local stack for one test alone, whose parts may be killed; its supervisor starts them again.
///
/// It ends by itself when this JVM ends.
final class OwnStack {
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final Path folder;
    private final Properties properties;

    private OwnStack(Path folder, Properties properties) {
        this.folder = folder;
        this.properties = properties;
    }

    static OwnStack start(String name) throws IOException {
        Path root = LocalStack.root();
        Path folder = root.resolve("integration-tests/target").resolve(name);
        Files.createDirectories(folder);
        Path programs = root.resolve("modules/local-stack/target");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-Xmx128m",
                        "-Dmingshi.root=" + root,
                        "-cp",
                        List.of(programs + "/classes", programs + "/lib/*").stream()
                                .reduce((a, b) -> a + System.getProperty("path.separator") + b)
                                .orElseThrow(),
                        "io.mingshi.localstack.Main",
                        "stack",
                        "--dir",
                        folder.toString(),
                        "--owner",
                        Long.toString(ProcessHandle.current().pid()))
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("stack.log").toFile())
                .start();
        await("the stack for this test is ready, see " + folder.resolve("stack.log"))
                .atMost(PATIENCE)
                .failFast("the stack ended", () -> !process.isAlive())
                .until(() -> announced(folder, process.pid()).isPresent());
        return new OwnStack(folder, announced(folder, process.pid()).orElseThrow());
    }

    Properties properties() {
        return properties;
    }

    /// Ends a part with everything it started, at once, as a power failure would.
    ///
    /// @param part such as `postgresql`
    void kill(String part) throws IOException {
        String pid =
                Files.readString(folder.resolve("run").resolve(part + ".child")).strip();
        ProcessHandle program = ProcessHandle.of(Long.parseLong(pid)).orElseThrow();
        List<ProcessHandle> all = program.descendants().toList();
        program.destroyForcibly();
        all.forEach(ProcessHandle::destroyForcibly);
    }

    private static Optional<Properties> announced(Path folder, long pid) throws IOException {
        Path file = folder.resolve("stack.properties");
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        var values = new Properties();
        try (var reader = Files.newBufferedReader(file)) {
            values.load(reader);
        }
        return Long.toString(pid).equals(values.getProperty("pid")) ? Optional.of(values) : Optional.empty();
    }
}
