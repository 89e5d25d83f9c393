package io.mingshi.moderation;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/// Plays `identity`, which knows one contact of everybody.
public final class PlayedIdentity implements QuarkusTestResourceLifecycleManager {
    /// The questions that were asked.
    static final Queue<String> ASKED = new ConcurrentLinkedQueue<>();

    private HttpServer server;

    @Override
    public Map<String, String> start() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new IllegalStateException("no port is free", e);
        }
        server.createContext("/api/identity/emergency-contacts/", exchange -> {
            try (exchange) {
                ASKED.add(exchange.getRequestURI().toString());
                byte[] body = "[{\"name\":\"Zhang San\",\"relation\":\"GUARDIAN\",\"phone\":\"13800000000\"}]"
                        .getBytes(UTF_8);
                exchange.getResponseHeaders().set("Content-Type", "application/json");
                exchange.sendResponseHeaders(200, body.length);
                exchange.getResponseBody().write(body);
            }
        });
        server.start();
        return Map.of(
                "mingshi.url.identity",
                "http://127.0.0.1:" + server.getAddress().getPort());
    }

    @Override
    public void stop() {
        server.stop(0);
    }
}
