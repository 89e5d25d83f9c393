package io.mingshi.gateway.upstream;

import static io.mingshi.gateway.GatewayProblem.UPSTREAM_FAILED;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.mingshi.contracts.ProblemException;
import io.mingshi.gateway.admission.Admission;
import io.mingshi.gateway.admission.Limits;
import io.mingshi.gateway.generation.FilmServer;
import io.mingshi.gateway.generation.Generated;
import io.mingshi.gateway.generation.TextStream;
import io.mingshi.gateway.generation.Upstream;
import io.mingshi.gateway.key.Quota;
import io.mingshi.gateway.upstream.ServerFailure.Fault;
import java.net.URI;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// One configured server: it gets so much at once and no more, and is left alone for a while when it fails too often.
final class GuardedServer implements Upstream {
    private final String name;
    private final UpstreamSettings.Server settings;
    private final Upstream server;
    private final CircuitBreaker breaker;
    private final Semaphore free;
    private final ServerMeters meters;
    private final Limits limits;

    GuardedServer(String name, UpstreamSettings.Server settings, Upstream server, ServerMeters meters, Limits limits) {
        this.name = name;
        this.settings = settings;
        this.server = server;
        this.meters = meters;
        this.limits = limits;
        this.free = new Semaphore(settings.concurrency());
        this.breaker = CircuitBreaker.of(
                name,
                CircuitBreakerConfig.custom()
                        .failureRateThreshold(settings.breaker().failures())
                        .slidingWindowSize(settings.breaker().calls())
                        .minimumNumberOfCalls(settings.breaker().calls())
                        .permittedNumberOfCallsInHalfOpenState(1)
                        .waitDurationInOpenState(settings.breaker().rest())
                        .build());
        meters.watch(name, () -> settings.concurrency() - free.availablePermits(), this::resting);
    }

    String name() {
        return name;
    }

    int weight() {
        return settings.weight();
    }

    int tier() {
        return settings.tier();
    }

    private boolean resting() {
        return breaker.getState() == CircuitBreaker.State.OPEN;
    }

    /// Takes a place for one call, which must then be made; false when there is none.
    boolean take() {
        if (!free.tryAcquire()) {
            return false;
        }
        if (breaker.tryAcquirePermission()) {
            return true;
        }
        free.release();
        return false;
    }

    /// @throws ServerFailure when it does not answer as it should
    @Override
    public Generated generate(Admission admission) {
        return once(admission, () -> server.generate(admission));
    }

    /// Begins a film, for which the place is taken only until the server has said that it did.
    String begin(Admission admission, String ours, URI call) {
        return once(admission, () -> server.films().begin(admission, ours, call));
    }

    /// To look after films that were begun: that costs the server little, and is not counted.
    @Override
    public FilmServer films() {
        return server.films();
    }

    private <T> T once(Admission admission, Supplier<T> call) {
        try {
            return called(admission, call);
        } finally {
            free.release();
        }
    }

    /// Returns with the first piece at hand, so that a server that fails at once can be replaced by another.
    ///
    /// @throws ServerFailure when it does not begin as it should
    @Override
    public TextStream stream(Admission admission) {
        try {
            return called(admission, () -> GuardedStream.begun(server.stream(admission), this));
        } catch (RuntimeException e) {
            free.release();
            throw e;
        }
    }

    private <T> T called(Admission admission, Supplier<T> call) {
        long began = System.nanoTime();
        try {
            affordable(admission);
            T answer = call.get();
            long took = System.nanoTime() - began;
            breaker.onSuccess(took, TimeUnit.NANOSECONDS);
            meters.answered(name, took);
            return answer;
        } catch (RuntimeException e) {
            ServerFailure failure = failure(e);
            if (failure == null) {
                breaker.releasePermission();
                throw e;
            }
            failed(failure, System.nanoTime() - began);
            throw failure;
        }
    }

    private void affordable(Admission admission) {
        if (settings.spendPerDay().isPresent()
                && !limits.spend(
                        admission.id(),
                        name,
                        Quota.micros(settings.spendPerDay().get()))) {
            throw new ServerFailure(Fault.BUSY, "may cost no more today");
        }
    }

    /// What this is a failure of: an answer that cannot be used is the server's, everything else is ours.
    private static @Nullable ServerFailure failure(RuntimeException e) {
        if (e instanceof ServerFailure failure) {
            return failure;
        }
        return e instanceof ProblemException refused && refused.problem() == UPSTREAM_FAILED
                ? ServerFailure.broken("did not answer as it should")
                : null;
    }

    private void failed(ServerFailure failure, long took) {
        meters.failed(name, failure.fault());
        if (failure.fault().blamed()) {
            breaker.onError(took, TimeUnit.NANOSECONDS, failure);
        } else {
            breaker.releasePermission();
        }
    }

    /// The stream broke after it had begun.
    void brokeOff(ServerFailure failure) {
        meters.failed(name, failure.fault());
        breaker.onError(0, TimeUnit.NANOSECONDS, failure);
    }

    /// The stream has ended, whoever ended it.
    void ended() {
        free.release();
    }
}
