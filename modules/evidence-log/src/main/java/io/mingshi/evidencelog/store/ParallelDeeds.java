package io.mingshi.evidencelog.store;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// Deeds that take long for the way to the store and back, some at a time.
final class ParallelDeeds {
    private static final int AT_A_TIME = 16;

    private ParallelDeeds() {}

    /// What is done with each.
    @FunctionalInterface
    interface Deed<T> {
        void with(T one) throws IOException;
    }

    /// Returns when all are done, and fails after all were tried if one failed.
    static <T> void all(Collection<T> many, Deed<T> deed) throws IOException {
        List<Future<Void>> done = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(
                AT_A_TIME, Thread.ofVirtual().name("evidence-log-store").factory())) {
            for (T one : many) {
                done.add(threads.submit(() -> {
                    deed.with(one);
                    return null;
                }));
            }
        }
        for (Future<Void> each : done) {
            if (each.state() != Future.State.SUCCESS) {
                throw new IOException(
                        "the store did not do what it was asked: "
                                + each.exceptionNow().getMessage(),
                        each.exceptionNow());
            }
        }
    }
}
