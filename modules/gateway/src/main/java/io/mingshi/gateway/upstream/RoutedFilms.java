package io.mingshi.gateway.upstream;

import static io.mingshi.gateway.GatewayProblem.UPSTREAM_FAILED;

import io.mingshi.gateway.admission.Admission;
import io.mingshi.gateway.generation.FilmServer;
import java.net.URI;
import java.util.function.Function;

/// Films of a model that several servers serve: a job stays with the server that began it, and bears its name.
///
/// @param beginning tries the servers until one has begun
record RoutedFilms(Turns turns, Beginning beginning) implements FilmServer {
    private static final char DIVIDER = '/';

    /// As [FilmServer#begin].
    interface Beginning {
        String begin(Admission admission, String ours, URI call);
    }

    static String named(String server, String job) {
        return server + DIVIDER + job;
    }

    @Override
    public String begin(Admission admission, String ours, URI call) {
        return beginning.begin(admission, ours, call);
    }

    @Override
    public Progress look(Admission admission, String job) {
        return at(job, films -> films.look(admission, theirs(job)));
    }

    @Override
    public void cancel(String job) {
        at(job, films -> {
            films.cancel(theirs(job));
            return true;
        });
    }

    private static String theirs(String job) {
        return job.substring(job.indexOf(DIVIDER) + 1);
    }

    private <T> T at(String job, Function<FilmServer, T> deed) {
        String name = job.substring(0, Math.max(0, job.indexOf(DIVIDER)));
        GuardedServer server = turns.named(name)
                .orElseThrow(() -> UPSTREAM_FAILED.with("the server that began this film is not configured any more"));
        try {
            return deed.apply(server.films());
        } catch (ServerFailure failure) {
            throw failure.problem();
        }
    }
}
