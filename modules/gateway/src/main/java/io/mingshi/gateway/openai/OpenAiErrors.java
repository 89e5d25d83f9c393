package io.mingshi.gateway.openai;

import io.mingshi.servicekit.problem.ProblemDetail;
import io.mingshi.servicekit.problem.ProblemShape;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Failures under `/v1` as OpenAI's libraries expect them; `code` is the problem's name.
@Singleton
class OpenAiErrors implements ProblemShape {
    @Override
    public boolean covers(String path) {
        return path.startsWith("/v1/");
    }

    @Override
    public Object body(ProblemDetail problem) {
        Map<String, @Nullable Object> error = new HashMap<>();
        error.put("message", problem.title() + ": " + problem.detail());
        error.put("type", type(problem.status()));
        error.put("param", null);
        error.put("code", problem.code());
        return Map.of("error", error);
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
