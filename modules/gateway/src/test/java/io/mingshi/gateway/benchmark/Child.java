package io.mingshi.gateway.benchmark;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// A process that is measured or helps to measure; ended with us.
final class Child implements AutoCloseable {
    private static final boolean PINS = Runtime.getRuntime().availableProcessors() > 1
            && Path.of("/usr/bin/taskset").toFile().canExecute();

    private final Process process;

    private Child(Process process) {
        this.process = process;
        Runtime.getRuntime().addShutdownHook(new Thread(this::close));
    }

    /// @param core which it has for itself, where that can be arranged
    static Child start(int core, Path log, List<String> command) throws IOException {
        List<String> whole = new ArrayList<>(PINS ? List.of("taskset", "-c", String.valueOf(core)) : List.of());
        whole.addAll(command);
        return new Child(new ProcessBuilder(whole)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start());
    }

    static Child java(int core, Path log, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(java(), "-Xmx512m", "-XX:+UseSerialGC"));
        command.addAll(List.of(arguments));
        return start(core, log, command);
    }

    static String java() {
        return ProcessHandle.current().info().command().orElse("java");
    }

    /// Processor time that it and its children took so far.
    Duration cpu() {
        return Stream.concat(Stream.of(process.toHandle()), process.descendants())
                .flatMap(one -> one.info().totalCpuDuration().stream())
                .reduce(Duration.ZERO, Duration::plus);
    }

    boolean alive() {
        return process.isAlive();
    }

    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroy);
        process.destroy();
    }
}
