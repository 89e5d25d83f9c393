package io.mingshi.localstack;

import io.mingshi.localstack.part.Site;
import io.mingshi.localstack.process.Remnants;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import picocli.CommandLine.Command;

/// Stops what `up` runs in another terminal.
@Command(name = "down", mixinStandardHelpOptions = true, description = "Stops what up started.")
final class DownCommand implements Callable<Integer> {
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    @Override
    public Integer call() throws Exception {
        Site site = Sites.local();
        Optional<ProcessHandle> supervisor = Running.supervisor(site);
        if (supervisor.isEmpty()) {
            var left = new Remnants(site.run()).end();
            System.out.println(left.isEmpty() ? "Nothing runs." : "Ended what was left: " + String.join(", ", left));
            return 0;
        }
        ProcessHandle process = supervisor.get();
        System.out.println("Stopping process " + process.pid() + " and its parts.");
        process.destroy();
        try {
            process.onExit().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            System.out.println("It does not stop: killing it.");
            process.destroyForcibly();
            process.onExit().get();
            new Remnants(site.run()).end();
        }
        System.out.println("Stopped.");
        return 0;
    }
}
