package io.mingshi.gateway.generation;

import static io.mingshi.gateway.GatewayProblem.UNSUPPORTED;

import io.mingshi.gateway.admission.Admission;

/// A model; it answers admissions and nothing else.
public interface Upstream {
    /// The complete result.
    ///
    /// @throws io.mingshi.contracts.ProblemException `UPSTREAM_FAILED` or `UNSUPPORTED`
    Generated generate(Admission admission);

    /// The result of a conversation in pieces; returns once the model has begun to answer.
    ///
    /// @throws io.mingshi.contracts.ProblemException `UPSTREAM_FAILED` or `UNSUPPORTED`
    TextStream stream(Admission admission);

    /// Where its films are made.
    ///
    /// @throws io.mingshi.contracts.ProblemException `UNSUPPORTED` where it makes none
    default FilmServer films() {
        throw UNSUPPORTED.with("this model makes no films: see /v1/models for one that does");
    }
}
