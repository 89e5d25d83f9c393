package io.mingshi.localstack;

import io.mingshi.localstack.part.PrivateFile;
import io.mingshi.localstack.process.Reporter;
import io.mingshi.localstack.process.State;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;

/// Prints a line for each step of each part and keeps the states in a file for `status`.
final class Board implements Reporter {
    private final Instant begun = Instant.now();
    private final Map<String, State> states = new HashMap<>();
    private final Map<String, Integer> ports = new HashMap<>();
    private final PrintStream out;
    private final Path file;

    Board(PrintStream out, Path file) {
        this.out = out;
        this.file = file;
    }

    /// Makes a part's port known to `status`.
    synchronized void place(String part, int port) {
        ports.put(part, port);
    }

    @Override
    public synchronized void report(String part, State state, String doing) {
        double seconds = Duration.between(begun, Instant.now()).toMillis() / 1000.0;
        out.printf(Locale.ROOT, "%7.1f s  %-13s %s%n", seconds, part, doing);
        out.flush();
        states.put(part, state);
        write();
    }

    private void write() {
        Properties values = new Properties();
        values.setProperty("pid", Long.toString(ProcessHandle.current().pid()));
        states.forEach((part, state) -> values.setProperty("part." + part, state.name()));
        ports.forEach((part, port) -> values.setProperty("port." + part, Integer.toString(port)));
        try {
            PrivateFile.write(file, values);
        } catch (IOException e) {
            throw new UncheckedIOException("the state cannot be written to " + file, e);
        }
    }
}
