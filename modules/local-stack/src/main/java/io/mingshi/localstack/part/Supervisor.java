package io.mingshi.localstack.part;

import io.mingshi.localstack.process.DiskSpace;
import io.mingshi.localstack.process.Guard;
import io.mingshi.localstack.process.Reporter;
import io.mingshi.localstack.process.StackFailure;
import io.mingshi.localstack.process.StackProblem;
import io.mingshi.localstack.process.State;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;

/// Starts parts in the order that they need, restarts those that crash, and stops them all.
public final class Supervisor {
    private final Guard guard;
    private final Reporter reporter;
    private final List<Supervised> parts = new ArrayList<>();
    private final CompletableFuture<StackFailure> failed = new CompletableFuture<>();

    public Supervisor(Guard guard, Reporter reporter) {
        this.guard = guard;
        this.reporter = reporter;
    }

    /// Starts a part in the background, after those that it names.
    public synchronized void start(Part part) {
        List<Supervised> before = parts.stream()
                .filter(other -> part.after().contains(other.part().name()))
                .toList();
        Supervised supervised = new Supervised(part, before, guard, reporter);
        parts.add(supervised);
        Thread.ofVirtual().name(part.name()).start(() -> run(supervised));
    }

    private void run(Supervised supervised) {
        String name = supervised.part().name();
        try {
            supervised.run();
        } catch (StackFailure e) {
            fail(supervised, e);
        } catch (IOException e) {
            fail(supervised, failure(name, DiskSpace.explain(name, e)));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            fail(supervised, StackProblem.PART_CRASHED.with(name + ": interrupted"));
        } catch (RuntimeException e) {
            fail(supervised, failure(name, e));
        }
    }

    private static StackFailure failure(String name, RuntimeException e) {
        return e instanceof StackFailure known
                ? known
                : StackProblem.PART_CRASHED.with(name + ": " + e.getMessage() + " (./mingshi logs " + name + ")");
    }

    private void fail(Supervised supervised, StackFailure failure) {
        if (failed.complete(failure)) {
            reporter.report(supervised.part().name(), State.FAILED, "failed");
        }
        supervised.ready().completeExceptionally(failure);
    }

    /// Waits until every part that was started is ready, or throws the first failure.
    public void awaitReady() throws InterruptedException {
        CompletableFuture<?>[] ready = copy().stream().map(Supervised::ready).toArray(CompletableFuture[]::new);
        try {
            CompletableFuture.anyOf(CompletableFuture.allOf(ready), failed).get();
        } catch (ExecutionException e) {
            throw failed.join();
        }
        if (failed.isDone()) {
            throw failed.join();
        }
    }

    /// Completes with the first failure that no restart could mend.
    public CompletableFuture<StackFailure> failed() {
        return failed;
    }

    /// Stops every part: what was started last first, each after those that need it.
    public void stop() throws InterruptedException {
        List<Supervised> all = copy().reversed();
        all.forEach(Supervised::leave);
        List<CompletableFuture<Void>> stopped = new ArrayList<>();
        for (Supervised one : all) {
            CompletableFuture<?>[] needing = stoppedOf(all, stopped, one);
            CompletableFuture<Void> mine = new CompletableFuture<>();
            Thread.ofVirtual().start(() -> stop(one, needing, mine));
            stopped.add(mine);
        }
        CompletableFuture.allOf(stopped.toArray(CompletableFuture[]::new)).join();
    }

    private static CompletableFuture<?>[] stoppedOf(
            List<Supervised> all, List<CompletableFuture<Void>> stopped, Supervised one) {
        List<CompletableFuture<Void>> needing = new ArrayList<>();
        for (int i = 0; i < stopped.size(); i++) {
            if (all.get(i).part().after().contains(one.part().name())) {
                needing.add(stopped.get(i));
            }
        }
        return needing.toArray(CompletableFuture[]::new);
    }

    private static void stop(Supervised one, CompletableFuture<?>[] needing, CompletableFuture<Void> done) {
        try {
            CompletableFuture.allOf(needing).join();
            one.stop();
        } catch (InterruptedException | CompletionException e) {
            Thread.currentThread().interrupt();
        } finally {
            done.complete(null);
        }
    }

    private synchronized List<Supervised> copy() {
        return new ArrayList<>(parts);
    }
}
