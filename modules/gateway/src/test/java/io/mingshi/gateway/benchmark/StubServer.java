package io.mingshi.gateway.benchmark;

import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

/// The model's server, which begins to answer after 20 ms, and the other modules, which answer at once.
public final class StubServer {
    static final int MODEL_MILLIS = 20;
    static final int TOKENS = 50;
    static final int TOKEN_MILLIS = 100;

    private static final String ANSWER = "A lighthouse is a tower that shows ships the way. ".repeat(6);
    private static final String CHUNK =
            "data: {\"id\":\"c\",\"object\":\"chat.completion.chunk\",\"model\":\"bench-chat\","
                    + "\"choices\":[{\"index\":0,\"delta\":{\"content\":\"%s\"},\"finish_reason\":%s}]}\n\n";

    private final Vertx vertx;
    private final AtomicLong asked = new AtomicLong();
    private final AtomicBoolean moderationIsDown = new AtomicBoolean();

    private StubServer(Vertx vertx) {
        this.vertx = vertx;
    }

    /// @param arguments the port
    public static void main(String[] arguments) {
        var vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
        var stub = new StubServer(vertx);
        vertx.createHttpServer(new HttpServerOptions().setHost("127.0.0.1").setAcceptBacklog(4096))
                .requestHandler(stub::handle)
                .listen(Integer.parseInt(arguments[0]));
    }

    /// The text that a stream carries.
    static String text() {
        var text = new StringBuilder();
        for (int i = 0; i < TOKENS; i++) {
            text.append(token(i));
        }
        return text.toString();
    }

    /// How many of its words are in this text, in their order.
    static int heard(String text) {
        int heard = 0;
        int at = 0;
        for (int i = 0; i < TOKENS; i++) {
            int found = text.indexOf(token(i), at);
            if (found >= 0) {
                heard++;
                at = found + token(i).length();
            }
        }
        return heard;
    }

    private static String token(int i) {
        return "w" + i + " ";
    }

    private void handle(HttpServerRequest request) {
        String path = request.path();
        if (path.equals("/v1/chat/completions")) {
            request.body().onSuccess(body -> complete(request.response(), body));
        } else if (path.startsWith("/api/moderation/library") && moderationIsDown.get()) {
            request.response().setStatusCode(503).end();
        } else if (path.startsWith("/control/")) {
            moderationIsDown.set(path.equals("/control/down"));
            json(request.response(), String.valueOf(asked.get()));
        } else {
            json(request.response(), module(path));
        }
    }

    private static String module(String path) {
        String last = path.substring(path.lastIndexOf('/') + 1);
        return switch (path.split("/")[2] + " " + last) {
            case "governance pauses" -> "[]";
            case "governance admissions" ->
                "{\"model\":\"bench-chat\",\"admitted\":true,\"reason\":\"\",\"filingNumber\":\"F-1\","
                        + "\"assessedUntil\":\"2099-01-01\",\"version\":\"1\"}";
            case "moderation version" -> "{\"version\":1}";
            case "moderation library" ->
                "{\"version\":1,\"hash\":\"abc\",\"publishedAt\":\"2026-01-01T00:00:00Z\",\"entries\":[{\"ruleId\":\"R-1\","
                        + "\"category\":\"A.1-3\",\"term\":\"build a bomb\"}]}";
            default -> "{\"person\":\"" + last + "\",\"assurance\":\"ID_DOCUMENT\"}";
        };
    }

    private void complete(HttpServerResponse response, Buffer body) {
        asked.incrementAndGet();
        vertx.setTimer(MODEL_MILLIS, _ -> {
            if (body.toString().contains("\"stream\":true")) {
                response.setChunked(true).putHeader("Content-Type", "text/event-stream");
                say(response, 0);
            } else {
                json(
                        response,
                        "{\"id\":\"c\",\"object\":\"chat.completion\",\"model\":\"bench-chat\",\"choices\":[{\"index\":0,"
                                + "\"message\":{\"role\":\"assistant\",\"content\":\"" + ANSWER
                                + "\"},\"finish_reason\":\"stop\"}],\"usage\":{\"prompt_tokens\":12,"
                                + "\"completion_tokens\":70}}");
            }
        });
    }

    private void say(HttpServerResponse response, int i) {
        if (response.closed()) {
            return;
        }
        if (i == TOKENS) {
            response.write(CHUNK.formatted("", "\"stop\""));
            response.end("data: [DONE]\n\n");
            return;
        }
        response.write(CHUNK.formatted(token(i), "null"));
        vertx.setTimer(TOKEN_MILLIS, _ -> say(response, i + 1));
    }

    private static void json(HttpServerResponse response, String json) {
        response.putHeader("Content-Type", "application/json").end(json);
    }
}
