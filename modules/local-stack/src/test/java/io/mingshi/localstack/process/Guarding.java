package io.mingshi.localstack.process;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// A process that guards a program, for tests to kill: it starts a shell that starts a sleep, and stays.
final class Guarding {
    private Guarding() {}

    public static void main(String[] arguments) throws InterruptedException {
        Path directory = Path.of(arguments[0]);
        List<String> command = List.of("sh", "-c", "sleep 600 & echo $! >'" + directory + "/grandchild'; wait");
        GuardedProcess process =
                new Guard(directory).start("sleeper", new Launch(command, Map.of(), directory, "TERM"));
        System.exit(process.awaitExit());
    }
}
