package io.mingshi.screening.media;

import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Does work that cannot be interrupted on a few threads of its own, and waits for it only so long.
public final class TimedWork implements AutoCloseable {
    private static final int WAITING_PER_THREAD = 32;
    private static final long IDLE_SECONDS = 30;

    private final ThreadPoolExecutor threads;
    private final Duration limit;

    /// @param limit the longest that one piece of work may take, its wait for a free thread included
    public TimedWork(int threads, Duration limit) {
        this.threads = new ThreadPoolExecutor(
                threads,
                threads,
                IDLE_SECONDS,
                TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(threads * WAITING_PER_THREAD),
                Thread.ofPlatform().daemon().name("screening-", 0).factory());
        this.threads.allowCoreThreadTimeOut(true);
        this.limit = limit;
    }

    /// @throws UnscreenableException when it takes too long, or too much is waiting
    public <T> T within(Callable<T> work) {
        Future<T> result = submit(work);
        try {
            return result.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw UnscreenableException.check("looking at it took longer than " + limit.toSeconds() + " seconds", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw UnscreenableException.check("looking at it was interrupted", e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof UnscreenableException known
                    ? known
                    : UnscreenableException.check("a check failed", e.getCause());
        } finally {
            result.cancel(true);
        }
    }

    private <T> Future<T> submit(Callable<T> work) {
        try {
            return threads.submit(work);
        } catch (RejectedExecutionException e) {
            throw UnscreenableException.check("too much is waiting to be screened: try again later", e);
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
