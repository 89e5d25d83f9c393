package io.mingshi.localstack.part;

import io.mingshi.localstack.process.Guard;
import io.mingshi.localstack.process.GuardedProcess;
import io.mingshi.localstack.process.LogTail;
import io.mingshi.localstack.process.Reporter;
import io.mingshi.localstack.process.StackProblem;
import io.mingshi.localstack.process.State;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;

/// The life of one part: prepared, started, watched, restarted, stopped.
final class Supervised {
    private static final int RESTARTS = 6;
    private static final Duration WITHIN = Duration.ofMinutes(10);
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final Duration LOOK = Duration.ofMillis(100);

    private final Part part;
    private final List<Supervised> before;
    private final Guard guard;
    private final Reporter reporter;
    private final CompletableFuture<Void> ready = new CompletableFuture<>();
    private final Deque<Instant> crashes = new ArrayDeque<>();
    private @Nullable GuardedProcess process;
    private boolean leaving;

    Supervised(Part part, List<Supervised> before, Guard guard, Reporter reporter) {
        this.part = part;
        this.before = before;
        this.guard = guard;
        this.reporter = reporter;
    }

    Part part() {
        return part;
    }

    CompletableFuture<Void> ready() {
        return ready;
    }

    void run() throws IOException, InterruptedException {
        report(State.PREPARING, "preparing");
        part.prepare(doing -> report(State.PREPARING, doing));
        for (Supervised other : before) {
            awaitOther(other);
        }
        while (true) {
            part.settle(doing -> report(State.PREPARING, doing));
            GuardedProcess running = launch();
            if (running == null) {
                return;
            }
            boolean cameUp = awaitReady(running);
            int status = running.awaitExit();
            if (isLeaving()) {
                return;
            }
            crashed(status, cameUp);
        }
    }

    private void awaitOther(Supervised other) throws InterruptedException {
        if (!other.ready().isDone()) {
            report(State.PREPARING, "waiting for " + other.part().name());
        }
        try {
            other.ready().get();
        } catch (ExecutionException e) {
            throw StackProblem.PART_NOT_READY.with(
                    part.name() + " cannot start without " + other.part().name());
        }
    }

    private synchronized @Nullable GuardedProcess launch() throws IOException {
        if (leaving) {
            return null;
        }
        report(State.STARTING, "starting");
        process = guard.start(part.name(), part.launch());
        return process;
    }

    private boolean awaitReady(GuardedProcess running) throws IOException, InterruptedException {
        Instant limit = Instant.now().plus(part.patience());
        while (!running.awaitExit(LOOK)) {
            if (part.ready()) {
                part.complete(doing -> report(State.STARTING, doing));
                report(State.READY, "ready on 127.0.0.1:" + part.port());
                ready.complete(null);
                return true;
            }
            if (Instant.now().isAfter(limit)) {
                running.stop();
                throw StackProblem.PART_NOT_READY.with(part.name() + " did not answer within "
                        + part.patience().toSeconds() + " s. " + LogTail.of(guard.log(part.name()), 4)
                        + "\nMore: ./mingshi logs " + part.name());
            }
        }
        return false;
    }

    private void crashed(int status, boolean cameUp) throws InterruptedException {
        Instant now = Instant.now();
        crashes.addLast(now);
        while (crashes.getFirst().isBefore(now.minus(WITHIN))) {
            crashes.removeFirst();
        }
        String what = "ended with status " + status + (cameUp ? "" : " before it was ready");
        int patience = cameUp || ready.isDone() ? RESTARTS : 2;
        if (crashes.size() > patience) {
            throw StackProblem.PART_CRASHED.with(part.name() + " " + what + " and again after " + patience
                    + " restarts. Its last lines:\n" + LogTail.of(guard.log(part.name()), 5)
                    + "\nMore: ./mingshi logs " + part.name());
        }
        Duration pause = PAUSE.multipliedBy(1L << Math.min(4, crashes.size() - 1));
        report(State.RESTARTING, what + ", restarting in " + pause.toSeconds() + " s");
        Thread.sleep(pause);
    }

    private synchronized boolean isLeaving() {
        return leaving;
    }

    synchronized void leave() {
        leaving = true;
    }

    void stop() throws InterruptedException {
        GuardedProcess running;
        synchronized (this) {
            leaving = true;
            running = process;
        }
        if (running != null) {
            report(State.STOPPING, "stopping");
            running.stop();
            report(State.STOPPED, "stopped");
        }
    }

    private void report(State state, String doing) {
        reporter.report(part.name(), state, doing);
    }
}
