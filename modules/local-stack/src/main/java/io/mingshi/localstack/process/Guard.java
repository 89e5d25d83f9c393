package io.mingshi.localstack.process;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;

/// Starts programs under a small shell that ends them when this process ends, however it ends.
///
/// The shell leads its own process group, so Ctrl-C at the terminal reaches this process alone and the stop stays
/// orderly; it reads a pipe that only this process holds, so even `kill -9` of this process is noticed.
public final class Guard {
    private static final long LOG_LIMIT_BYTES = 8L << 20;
    private final Path directory;
    private final List<String> ownGroup;
    private final String script;

    /// @param directory where pid notes and logs are kept
    public Guard(Path directory) {
        this.directory = directory;
        this.ownGroup = ownGroup();
        this.script = script();
    }

    /// Starts a program; its output is appended to [#log].
    public GuardedProcess start(String name, Launch launch) {
        try {
            Files.createDirectories(directory);
            rotate(log(name));
            return start(
                    name, launch, ProcessBuilder.Redirect.appendTo(log(name).toFile()));
        } catch (IOException e) {
            throw DiskSpace.explain(name, e);
        }
    }

    /// Runs a program to its end with its output on this process's own output, and returns its exit status.
    public int runInForeground(String name, Launch launch) throws InterruptedException {
        try {
            Files.createDirectories(directory);
            GuardedProcess process = start(name, launch, ProcessBuilder.Redirect.INHERIT);
            return process.awaitExit();
        } catch (IOException e) {
            throw DiskSpace.explain(name, e);
        }
    }

    private GuardedProcess start(String name, Launch launch, ProcessBuilder.Redirect output) throws IOException {
        Path note = directory.resolve(name + ".child");
        Files.deleteIfExists(note);
        List<String> command = new ArrayList<>(ownGroup);
        command.addAll(List.of("sh", "-c", script, "guard-" + name, launch.stopSignal(), note.toString()));
        command.addAll(launch.command());
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(launch.directory().toFile())
                .redirectErrorStream(true)
                .redirectOutput(output);
        builder.environment().putAll(launch.environment());
        Process process = builder.start();
        new Remnants(directory).remember(name, process.toHandle());
        return new GuardedProcess(name, process, note);
    }

    /// Returns the file that holds the output of the named program.
    public Path log(String name) {
        return directory.resolve(name + ".log");
    }

    private static void rotate(Path log) throws IOException {
        if (Files.exists(log) && Files.size(log) > LOG_LIMIT_BYTES) {
            Files.move(log, log.resolveSibling(log.getFileName() + ".1"), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static List<String> ownGroup() {
        if (Programs.find("setsid").isPresent()) {
            return List.of("setsid");
        }
        if (Programs.find("perl").isPresent()) {
            return List.of("perl", "-e", "setpgrp(0, 0); exec @ARGV");
        }
        throw StackProblem.MISSING_TOOL.with(
                "Neither setsid nor perl is on the PATH: install one of them (Debian: apt install util-linux).");
    }

    private static String script() {
        try (InputStream in = Guard.class.getResourceAsStream("guard.sh")) {
            if (in == null) {
                throw new IllegalStateException("guard.sh is not on the class path");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
