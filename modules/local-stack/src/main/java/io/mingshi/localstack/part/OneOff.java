package io.mingshi.localstack.part;

import io.mingshi.localstack.process.Guard;
import io.mingshi.localstack.process.GuardedProcess;
import io.mingshi.localstack.process.Launch;
import io.mingshi.localstack.process.LogTail;
import io.mingshi.localstack.process.StackProblem;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// Runs a program of the preparation to its end, under a guard like every other.
final class OneOff {
    private OneOff() {}

    static void run(String part, Path notes, Path directory, Map<String, String> environment, List<String> command)
            throws InterruptedException {
        Guard guard = new Guard(notes);
        String name = part + "-preparation";
        GuardedProcess process = guard.start(name, new Launch(command, environment, directory, "TERM"));
        try {
            int status = process.awaitExit();
            if (status != 0) {
                throw StackProblem.PART_CRASHED.with(part + ": preparation ended with status " + status + ". "
                        + LogTail.of(guard.log(name), 4) + "\nMore: ./mingshi logs " + name);
            }
        } catch (InterruptedException e) {
            process.stop();
            throw e;
        }
    }
}
