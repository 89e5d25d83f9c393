package io.mingshi.servicekit.problem;

import static io.mingshi.contracts.CommonProblem.INTERNAL_FAULT;
import static io.mingshi.contracts.CommonProblem.MALFORMED_REQUEST;
import static io.mingshi.contracts.CommonProblem.NOTHING_THERE;
import static io.mingshi.contracts.CommonProblem.NOT_LOGGED_IN;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.mingshi.contracts.ProblemException;
import io.quarkus.security.AuthenticationException;
import io.vertx.core.http.HttpClosedException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.regex.Pattern;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// Sends everything that was not refused by name, without a class name or a stack trace; those go to the log.
@Provider
class FaultMapper implements ExceptionMapper<Exception> {
    private static final Logger LOG = Logger.getLogger(FaultMapper.class);

    private static final Pattern SECRET = Pattern.compile("[A-Za-z0-9_-]{32,}");

    private final ProblemResponses responses;
    private final UriInfo uri;

    FaultMapper(ProblemResponses responses, UriInfo uri) {
        this.responses = responses;
        this.uri = uri;
    }

    @Override
    public Response toResponse(Exception e) {
        String path = uri.getRequestUri().getPath();
        ProblemException named = namedCause(e);
        if (named != null) {
            return responses.of(named.problem(), named.detail(), path);
        }
        if (e instanceof WebApplicationException web) {
            return ofStatus(web, path);
        }
        if (e instanceof JsonProcessingException) {
            return responses.of(MALFORMED_REQUEST, "the body is not the JSON that this address takes", path);
        }
        if (e instanceof AuthenticationException) {
            return responses.of(NOT_LOGGED_IN, "the login is not valid: log in again", path);
        }
        if (clientLeft(e)) {
            LOG.debugf(e, "the client of a request to %s left", withoutSecrets(path));
        } else {
            LOG.errorf(e, "request to %s failed", withoutSecrets(path));
        }
        return responses.of(INTERNAL_FAULT, "this is our fault and has been logged: try again later", path);
    }

    /// Whoever sends half a request and goes is no fault of ours: it must not fill the log.
    private static boolean clientLeft(Throwable e) {
        for (Throwable t = e; t != null; t = t.getCause()) {
            if (t instanceof HttpClosedException) {
                return true;
            }
        }
        return false;
    }

    /// Links are secrets, and are longer than any id.
    static String withoutSecrets(String path) {
        return SECRET.matcher(path).replaceAll("…");
    }

    private Response ofStatus(WebApplicationException e, String path) {
        int status = e.getResponse().getStatus();
        return switch (status) {
            case 400, 406, 415 ->
                responses.of(MALFORMED_REQUEST, "the request does not have the form that this address takes", path);
            case 404 -> responses.of(NOTHING_THERE, "nothing is at " + path, path);
            default -> e.getResponse();
        };
    }

    private static @Nullable ProblemException namedCause(Throwable e) {
        for (Throwable t = e; t != null; t = t.getCause()) {
            if (t instanceof ProblemException named) {
                return named;
            }
        }
        return null;
    }
}
