package io.mingshi.localstack;

import io.mingshi.localstack.part.Site;
import io.mingshi.localstack.process.StackFailure;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Runs the parts without the platform for as long as another process lives; tests use it.
@Command(name = "stack", hidden = true, description = "Runs the local stack for as long as another process lives.")
final class StackCommand implements Callable<Integer> {
    @Option(names = "--dir", required = true, description = "folder of data, credentials and logs")
    private Path directory = Path.of("");

    @Option(names = "--owner", required = true, description = "process whose end ends the stack")
    private long owner;

    @Override
    public Integer call() throws Exception {
        Site site = Sites.at(directory);
        try (StackLock _ = StackLock.take(site.directory())) {
            Stack stack = Stack.at(site, System.out, Optional.empty());
            Shutdown shutdown = Shutdown.install(stack::stop);
            stack.start();
            try {
                stack.supervisor().awaitReady();
                stack.announce(owner);
                System.out.println("The stack is ready: " + Stack.announcement(site.directory()));
                Optional<StackFailure> failure =
                        Owner.await(owner, stack.supervisor().failed());
                failure.ifPresent(why -> System.err.println(why.sentence()));
                return failure.isPresent() ? 1 : 0;
            } finally {
                shutdown.run();
            }
        }
    }
}
