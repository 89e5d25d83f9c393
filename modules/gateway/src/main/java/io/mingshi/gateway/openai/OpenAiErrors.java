package io.mingshi.gateway.openai;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mingshi.servicekit.problem.ProblemDetail;
import io.mingshi.servicekit.problem.ProblemShape;
import jakarta.inject.Singleton;
import java.util.Map;

/// Failures under `/v1` as OpenAI's libraries expect them; `code` is the problem's name.
@Singleton
class OpenAiErrors implements ProblemShape {
    @Override
    public boolean covers(String path) {
        return path.startsWith("/v1/") && !path.startsWith("/v1/messages");
    }

    @Override
    public Object body(ProblemDetail problem) {
        return Map.of("error", error(problem));
    }

    /// The error itself, for a stream that has already begun.
    static ObjectNode error(ProblemDetail problem) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("message", problem.title() + ": " + problem.detail())
                .put("type", type(problem.status()))
                .putNull("param")
                .put("code", problem.code());
    }

    private static String type(int status) {
        return switch (status) {
            case 401 -> "authentication_error";
            case 403, 451 -> "permission_error";
            case 404 -> "not_found_error";
            case 429 -> "rate_limit_error";
            default -> status >= 500 ? "server_error" : "invalid_request_error";
        };
    }
}
