package io.mingshi.localstack;

import io.mingshi.localstack.part.PrivateFile;
import io.mingshi.localstack.part.Site;
import io.mingshi.localstack.process.Memory;
import io.mingshi.localstack.process.StackProblem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/// Shows each part: state, process, port, memory.
@Command(name = "status", mixinStandardHelpOptions = true, description = "Shows each part: state, pid, port, memory.")
final class StatusCommand implements Callable<Integer> {
    private static final String STATE = "part.";
    private static final String ROW = "%-13s %-11s %8s %6s %9s%n";

    @Override
    public Integer call() throws IOException {
        Site site = Sites.local();
        ProcessHandle supervisor = Running.supervisor(site)
                .orElseThrow(() -> StackProblem.NOT_RUNNING.with("Nothing runs: start it with ./mingshi up."));
        Properties board = PrivateFile.read(site.run().resolve("board.properties"));
        Memory memory = Memory.now();
        System.out.printf(ROW, "part", "state", "pid", "port", "memory");
        List<String> parts = board.stringPropertyNames().stream()
                .filter(key -> key.startsWith(STATE))
                .map(key -> key.substring(STATE.length()))
                .sorted()
                .toList();
        long children = 0;
        for (String part : parts) {
            children += print(site, board, memory, part);
        }
        long all = memory.treeMiB(supervisor.pid());
        System.out.printf(ROW, "launcher", "READY", supervisor.pid(), "", Math.max(0, all - children) + " MB");
        System.out.printf(ROW, "all", "", "", "", all + " MB");
        return 0;
    }

    private static long print(Site site, Properties board, Memory memory, String part) throws IOException {
        String pid = noted(site.run().resolve(part + ".child"));
        String group = noted(site.run().resolve(part + ".guard"));
        boolean alive = !pid.isEmpty()
                && ProcessHandle.of(Long.parseLong(pid))
                        .map(ProcessHandle::isAlive)
                        .orElse(false);
        boolean inside = pid.isEmpty();
        long size = alive ? memory.treeMiB(Long.parseLong(group.split(" ", -1)[0])) : 0;
        System.out.printf(
                ROW,
                part,
                board.getProperty(STATE + part),
                alive ? pid : inside ? "launcher" : "-",
                board.getProperty("port." + part, ""),
                inside ? "" : size + " MB");
        return size;
    }

    private static String noted(Path file) throws IOException {
        return Files.exists(file) ? Files.readString(file).strip() : "";
    }
}
