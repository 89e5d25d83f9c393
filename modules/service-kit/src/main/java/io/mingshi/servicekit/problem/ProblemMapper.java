package io.mingshi.servicekit.problem;

import io.mingshi.contracts.ProblemException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/// Sends what a module refused by name.
@Provider
class ProblemMapper implements ExceptionMapper<ProblemException> {
    private final ProblemResponses responses;
    private final UriInfo uri;

    ProblemMapper(ProblemResponses responses, UriInfo uri) {
        this.responses = responses;
        this.uri = uri;
    }

    @Override
    public Response toResponse(ProblemException e) {
        return responses.of(e.problem(), e.detail(), uri.getRequestUri().getPath());
    }
}
