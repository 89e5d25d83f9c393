package io.mingshi.servicekit.problem;

/// Another body for the failures under a path, for protocols that have their own shape of error.
public interface ProblemShape {
    /// Whether this shape is the one for a request to `path`.
    boolean covers(String path);

    /// The body to send, as JSON, for a problem that would otherwise be sent as given.
    Object body(ProblemDetail problem);
}
