package io.mingshi.localstack.part;

import io.mingshi.localstack.process.Programs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// Finds out who listens on a port, to name it to the person who wants it.
public final class PortHolder {
    private static final String LISTEN = "0A";
    private static final int STATE = 3;
    private static final int INODE = 9;

    private PortHolder() {}

    /// Returns a few words about the process that listens on the port, if they can be found.
    public static Optional<String> of(int port) throws IOException {
        Optional<Long> pid = Files.isDirectory(Path.of("/proc/self/fd")) ? fromProc(port) : fromLsof(port);
        return pid.flatMap(ProcessHandle::of).map(PortHolder::describe);
    }

    private static String describe(ProcessHandle process) {
        String command = process.info()
                .command()
                .map(path -> String.valueOf(Path.of(path).getFileName()))
                .orElse("unknown");
        return "process " + process.pid() + " (" + command + ")";
    }

    private static Optional<Long> fromProc(int port) throws IOException {
        String suffix = String.format(Locale.ROOT, ":%04X", port);
        for (String table : List.of("/proc/net/tcp", "/proc/net/tcp6")) {
            if (!Files.exists(Path.of(table))) {
                continue;
            }
            for (String line : Files.readAllLines(Path.of(table))) {
                String[] words = line.strip().split("\\s+", -1);
                if (words.length > INODE && words[1].endsWith(suffix) && words[STATE].equals(LISTEN)) {
                    return holderOf("socket:[" + words[INODE] + "]");
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<Long> holderOf(String socket) {
        return ProcessHandle.allProcesses()
                .map(ProcessHandle::pid)
                .filter(pid -> holds(pid, socket))
                .findFirst();
    }

    private static boolean holds(long pid, String socket) {
        try (Stream<Path> open = Files.list(Path.of("/proc/" + pid + "/fd"))) {
            return open.anyMatch(descriptor -> pointsTo(descriptor, socket));
        } catch (IOException | java.io.UncheckedIOException e) {
            return false; // ended meanwhile, or another user's
        }
    }

    private static boolean pointsTo(Path descriptor, String socket) {
        try {
            return Files.readSymbolicLink(descriptor).toString().equals(socket);
        } catch (IOException e) {
            return false; // closed meanwhile
        }
    }

    private static Optional<Long> fromLsof(int port) throws IOException {
        if (Programs.find("lsof").isEmpty()) {
            return Optional.empty();
        }
        Process lsof = new ProcessBuilder("lsof", "-nP", "-iTCP:" + port, "-sTCP:LISTEN", "-t").start();
        try (var reader = lsof.inputReader()) {
            return reader.lines().findFirst().map(Long::valueOf);
        }
    }
}
