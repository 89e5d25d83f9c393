package io.mingshi.gateway.generation;

import io.mingshi.gateway.Media;
import io.mingshi.gateway.admission.Admission;
import java.net.URI;

/// A model that makes films in jobs of its own, which go on while nobody is connected.
public interface FilmServer {
    /// Begins a job.
    ///
    /// @param ours our number of it, which a server may use to know a repeated beginning
    /// @param call the address that a server which calls back is to call
    /// @return what the server calls it
    /// @throws io.mingshi.contracts.ProblemException `UPSTREAM_FAILED` or `UNSUPPORTED`
    String begin(Admission admission, String ours, URI call);

    /// How far the job is.
    ///
    /// @throws io.mingshi.contracts.ProblemException `UPSTREAM_FAILED` when the server does not say
    Progress look(Admission admission, String job);

    /// Ends the job; what it has made is not wanted any more.
    ///
    /// @throws io.mingshi.contracts.ProblemException `UPSTREAM_FAILED`
    void cancel(String job);

    /// What a look shows.
    sealed interface Progress {
        /// @param percent 0 to 100
        /// @param calls whether the server says when there is more to see, so that it need not be asked often
        record Running(int percent, boolean calls) implements Progress {}

        record Done(Media film) implements Progress {}

        /// @param detail one sentence
        record Failed(String detail) implements Progress {}
    }
}
