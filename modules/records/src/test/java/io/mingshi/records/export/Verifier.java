package io.mingshi.records.export;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/// The command as another machine runs it: in a process and a folder of its own, with the classes of the verifier
/// and no others.
final class Verifier {
    private static final List<String> LIBRARIES = List.of("jackson-core", "picocli", "evidence-log");

    private Verifier() {}

    /// What the command answers.
    ///
    /// @param said on both outputs
    record Answer(int code, String said) {}

    static Answer run(Path zip, String memory, String... options) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElseThrow(),
                memory,
                "-XX:+UseSerialGC",
                "-cp",
                classPath(),
                "io.mingshi.records.export.verify.Main",
                zip.toAbsolutePath().toString()));
        command.addAll(List.of(options));
        Path elsewhere = Files.createTempDirectory("elsewhere");
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(elsewhere.toFile()).redirectErrorStream(true);
        builder.environment().put("LC_ALL", "C.UTF-8");
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes(), UTF_8);
        return new Answer(process.waitFor(), said);
    }

    private static String classPath() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(path -> LIBRARIES.stream().anyMatch(path::contains) || path.endsWith("records/target/classes"))
                .map(path -> Path.of(path).toAbsolutePath().toString())
                .collect(Collectors.joining(File.pathSeparator));
    }
}
