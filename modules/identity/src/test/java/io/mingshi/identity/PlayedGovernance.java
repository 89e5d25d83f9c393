package io.mingshi.identity;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;

/// Speaks the HTTP of `governance`: what is paused is what the test says.
public final class PlayedGovernance implements QuarkusTestResourceLifecycleManager {
    private static final String NOTHING = "[]";
    private static final String NO_ANSWER = "";
    private static final AtomicReference<String> PAUSES = new AtomicReference<>(NOTHING);

    private HttpServer server;

    static void pauseNothing() {
        PAUSES.set(NOTHING);
    }

    static void pause(String scope) {
        say("[{\"scope\":\"" + scope + "\",\"reason\":\"order 17\",\"since\":\"2026-11-22T00:00:00Z\"}]");
    }

    static void say(String json) {
        PAUSES.set(json);
    }

    static void fallSilent() {
        PAUSES.set(NO_ANSWER);
    }

    @Override
    public Map<String, String> start() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new IllegalStateException("governance cannot be played", e);
        }
        server.createContext("/api/governance/pauses", PlayedGovernance::answer);
        server.start();
        return Map.of(
                "mingshi.url.governance",
                "http://127.0.0.1:" + server.getAddress().getPort());
    }

    @Override
    public void stop() {
        server.stop(0);
    }

    private static void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = PAUSES.get().getBytes(UTF_8);
            if (body.length == 0) {
                // closed without a word, as by a process that dies
                return;
            }
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        }
    }
}
