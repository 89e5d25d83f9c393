package io.mingshi.gateway;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/// Does something once a time is over, unless it is closed before.
public final class Deadline implements AutoCloseable {
    private final CompletableFuture<Void> timer = new CompletableFuture<>();
    private final CompletableFuture<Void> action;

    private Deadline(Duration time, Runnable action) {
        this.action = timer.thenRunAsync(action, Thread::startVirtualThread);
        timer.completeOnTimeout(null, time.toMillis(), TimeUnit.MILLISECONDS);
    }

    /// @param action runs on a thread of its own
    public static Deadline after(Duration time, Runnable action) {
        return new Deadline(time, action);
    }

    @Override
    public void close() {
        timer.cancel(false);
        action.cancel(false);
    }
}
