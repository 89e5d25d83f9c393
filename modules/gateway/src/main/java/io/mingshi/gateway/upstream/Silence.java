package io.mingshi.gateway.upstream;

import io.mingshi.gateway.Deadline;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// Ends a stream on which the server has been silent for too long while somebody waited for it.
final class Silence implements AutoCloseable {
    private final Duration longest;
    private final Runnable end;
    private Deadline check;
    private boolean closed;

    /// When the wait under way began, by [System#nanoTime()]; null while nobody waits.
    private volatile @Nullable Long since;

    Silence(Duration longest, Runnable end) {
        this.longest = longest;
        this.end = end;
        this.check = Deadline.after(longest, this::look);
    }

    void waits() {
        since = System.nanoTime();
    }

    void heard() {
        since = null;
    }

    private void look() {
        Long began = since;
        long silent = began == null ? 0 : System.nanoTime() - began;
        if (silent >= longest.toNanos()) {
            end.run();
        } else {
            lookAgainIn(longest.minusNanos(silent));
        }
    }

    private synchronized void lookAgainIn(Duration time) {
        if (!closed) {
            check = Deadline.after(time, this::look);
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
        check.close();
    }
}
