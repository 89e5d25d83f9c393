package io.mingshi.complaints;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// Plays the module `moderation` over HTTP: knows the decisions that a test sets (`PUT
/// /api/moderation/decisions/{n}`).
public final class PlayedModeration implements QuarkusTestResourceLifecycleManager {
    private final Map<String, byte[]> decisions = new ConcurrentHashMap<>();
    private HttpServer server;

    @Override
    public Map<String, String> start() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new IllegalStateException("no port is free", e);
        }
        server.createContext("/", exchange -> {
            try (exchange) {
                String path = exchange.getRequestURI().getPath();
                if (exchange.getRequestMethod().equals("PUT")) {
                    decisions.put(path, exchange.getRequestBody().readAllBytes());
                    exchange.sendResponseHeaders(204, -1);
                    return;
                }
                byte[] body = decisions.get(path);
                byte[] answer = body == null ? "nothing".getBytes(UTF_8) : body;
                exchange.getResponseHeaders().set("Content-Type", body == null ? "text/plain" : "application/json");
                exchange.sendResponseHeaders(body == null ? 404 : path.endsWith("down") ? 500 : 200, answer.length);
                exchange.getResponseBody().write(answer);
            }
        });
        server.start();
        return Map.of(
                "mingshi.url.moderation",
                "http://127.0.0.1:" + server.getAddress().getPort());
    }

    @Override
    public void stop() {
        server.stop(0);
    }
}
