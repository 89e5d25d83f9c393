package io.mingshi.localstack;

import io.mingshi.localstack.process.StackFailure;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// The process for which a stack runs.
final class Owner {
    private static final Duration LOOK = Duration.ofMillis(500);

    private Owner() {}

    /// Waits until the owner has ended (empty) or a part has failed for good.
    static Optional<StackFailure> await(long owner, CompletableFuture<StackFailure> failed)
            throws InterruptedException {
        Optional<ProcessHandle> process = ProcessHandle.of(owner);
        while (process.map(ProcessHandle::isAlive).orElse(false)) {
            Optional<StackFailure> failure = await(failed);
            if (failure.isPresent()) {
                return failure;
            }
        }
        return Optional.empty();
    }

    private static Optional<StackFailure> await(CompletableFuture<StackFailure> failed) throws InterruptedException {
        try {
            return Optional.of(failed.get(LOOK.toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException e) {
            return Optional.empty();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }
}
