package io.mingshi.localstack.process;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/// What process trees occupy in memory.
///
/// On Linux a page shared by several processes is divided among them (proportional set size), so sums are true;
/// elsewhere `ps` counts it once for each, and a sum is an upper bound.
///
/// @param kiB memory in KiB by process id
/// @param parents parent by process id
public record Memory(Map<Long, Long> kiB, Map<Long, Long> parents) {

    /// Takes a snapshot of all processes.
    public static Memory now() {
        Map<Long, Long> kiB = new HashMap<>();
        Map<Long, Long> parents = new HashMap<>();
        ProcessHandle.allProcesses()
                .forEach(process -> parents.put(
                        process.pid(), process.parent().map(ProcessHandle::pid).orElse(0L)));
        if (Files.isDirectory(Path.of("/proc/self"))) {
            parents.keySet().forEach(pid -> kiB.put(pid, proportional(pid)));
        } else {
            resident(kiB);
        }
        return new Memory(kiB, parents);
    }

    /// Returns the MiB of a process and of everything below it.
    public long treeMiB(long root) {
        return kiB.entrySet().stream()
                        .filter(entry -> isBelow(entry.getKey(), root))
                        .mapToLong(Map.Entry::getValue)
                        .sum()
                >> 10;
    }

    private boolean isBelow(long pid, long root) {
        for (long at = pid; at > 0; at = parents.getOrDefault(at, 0L)) {
            if (at == root) {
                return true;
            }
        }
        return false;
    }

    private static long proportional(long pid) {
        try {
            return Files.readAllLines(Path.of("/proc/" + pid + "/smaps_rollup")).stream()
                    .filter(line -> line.startsWith("Pss:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .sum();
        } catch (IOException e) {
            return 0; // ended meanwhile, or another user's
        }
    }

    private static void resident(Map<Long, Long> kiB) {
        for (String line : run("ps", "-A", "-o", "pid=,rss=").lines().toList()) {
            String[] words = line.strip().split("\\s+", -1);
            if (words.length == 2) {
                kiB.put(Long.parseLong(words[0]), Long.parseLong(words[1]));
            }
        }
    }

    private static String run(String... command) {
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            try (InputStream in = process.getInputStream()) {
                return new String(in.readAllBytes(), StandardCharsets.UTF_8);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
