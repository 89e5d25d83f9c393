package io.mingshi.gateway.upstream;

import static io.mingshi.gateway.GatewayProblem.UPSTREAM_BUSY;

import io.mingshi.contracts.ProblemException;
import io.mingshi.gateway.admission.Admission;
import io.mingshi.gateway.generation.FilmServer;
import io.mingshi.gateway.generation.Generated;
import io.mingshi.gateway.generation.TextStream;
import io.mingshi.gateway.generation.Upstream;
import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The servers of one model, each tried at most a few times until one answers.
///
/// All of them serve the very model that the admission names, so whichever answers, what was checked of the model
/// holds. Nothing has left for the client while it is still open who answers.
/// [DSP-15](http://www.cac.gov.cn/2022-12/11/c_1672221949354811.htm)
final class Route implements Upstream {
    private static final int ATTEMPTS = 3;
    private static final Duration PAUSE = Duration.ofMillis(100);

    private final Turns turns;

    /// The longest time after which another attempt begins.
    private final Duration patience;

    Route(Turns turns, Duration patience) {
        this.turns = turns;
        this.patience = patience;
    }

    @Override
    public Generated generate(Admission admission) {
        return tried(server -> server.generate(admission));
    }

    @Override
    public TextStream stream(Admission admission) {
        return tried(server -> server.stream(admission));
    }

    @Override
    public FilmServer films() {
        return new RoutedFilms(
                turns,
                (admission, ours, call) ->
                        tried(server -> RoutedFilms.named(server.name(), server.begin(admission, ours, call))));
    }

    private <T> T tried(Function<GuardedServer, T> call) {
        long began = System.nanoTime();
        Set<GuardedServer> failed = new HashSet<>();
        ServerFailure last = null;
        for (int attempt = 0; attempt < ATTEMPTS && mayGoOn(last, began); attempt++) {
            Optional<GuardedServer> server = next(failed);
            if (server.isEmpty()) {
                break;
            }
            try {
                return call.apply(server.get());
            } catch (ServerFailure failure) {
                last = failure;
                failed.add(server.get());
            }
        }
        throw refusal(last);
    }

    private boolean mayGoOn(@Nullable ServerFailure last, long began) {
        return last == null || (last.fault().anotherMayDo() && System.nanoTime() - began < patience.toNanos());
    }

    /// Another server, or after a pause one that has failed before.
    private Optional<GuardedServer> next(Set<GuardedServer> failed) {
        Optional<GuardedServer> another = turns.take(failed);
        if (another.isPresent() || failed.isEmpty()) {
            return another;
        }
        failed.clear();
        LockSupport.parkNanos(PAUSE.toNanos() + ThreadLocalRandom.current().nextLong(PAUSE.toNanos()));
        return turns.take(failed);
    }

    private static ProblemException refusal(@Nullable ServerFailure last) {
        return last == null
                ? UPSTREAM_BUSY.with("every server of this model is at its limit or rests after failures: try again in"
                        + " some seconds")
                : last.problem();
    }
}
