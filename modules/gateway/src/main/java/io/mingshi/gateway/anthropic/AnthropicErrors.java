package io.mingshi.gateway.anthropic;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mingshi.servicekit.problem.ProblemDetail;
import io.mingshi.servicekit.problem.ProblemShape;
import jakarta.inject.Singleton;

/// Failures under `/v1/messages` as Anthropic's libraries expect them; `code` is the problem's name.
@Singleton
class AnthropicErrors implements ProblemShape {
    @Override
    public boolean covers(String path) {
        return path.startsWith("/v1/messages");
    }

    @Override
    public Object body(ProblemDetail problem) {
        return JsonNodeFactory.instance.objectNode().put("type", "error").set("error", error(problem));
    }

    static ObjectNode error(ProblemDetail problem) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("type", type(problem.status()))
                .put("message", problem.title() + ": " + problem.detail())
                .put("code", problem.code());
    }

    private static String type(int status) {
        return switch (status) {
            case 401 -> "authentication_error";
            case 403, 451 -> "permission_error";
            case 404 -> "not_found_error";
            case 413 -> "request_too_large";
            case 429 -> "rate_limit_error";
            default -> status >= 500 ? "api_error" : "invalid_request_error";
        };
    }
}
