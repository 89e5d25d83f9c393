package io.mingshi.servicekit.problem;

import io.mingshi.contracts.Kind;
import io.mingshi.contracts.Problem;
import io.opentelemetry.api.trace.Span;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;

/// Turns a problem into the response that the path's protocol expects.
@ApplicationScoped
public class ProblemResponses {
    private final Instance<ProblemShape> shapes;

    ProblemResponses(@Any Instance<ProblemShape> shapes) {
        this.shapes = shapes;
    }

    /// @param path the path of the request, with its leading slash
    public Response of(Problem problem, String detail, String path) {
        ProblemDetail body = detail(problem, detail);
        for (ProblemShape shape : shapes) {
            if (shape.covers(path)) {
                return Response.status(body.status())
                        .type("application/json")
                        .entity(shape.body(body))
                        .build();
            }
        }
        return Response.status(body.status())
                .type("application/problem+json")
                .entity(body)
                .build();
    }

    /// The same as a value, for a response that has already begun.
    public ProblemDetail detail(Problem problem, String detail) {
        return new ProblemDetail(
                "/problems/" + problem.name(),
                problem.title(),
                status(problem.kind()),
                detail,
                problem.name(),
                traceId());
    }

    private static @Nullable String traceId() {
        var context = Span.current().getSpanContext();
        return context.isValid() ? context.getTraceId() : null;
    }

    static int status(Kind kind) {
        return switch (kind) {
            case INVALID -> 400;
            case UNAUTHENTICATED -> 401;
            case FORBIDDEN -> 403;
            case NOT_FOUND -> 404;
            case CONFLICT -> 409;
            case TOO_LARGE -> 413;
            case TOO_MANY -> 429;
            case BLOCKED -> 451;
            case INTERNAL -> 500;
            case UNAVAILABLE -> 503;
        };
    }
}
