package io.mingshi.consent;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.mingshi.contracts.identity.Assurance;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;

/// Speaks the HTTP of `identity`: every person stands as the test says, the others at `ID_DOCUMENT`.
public final class PlayedIdentity implements QuarkusTestResourceLifecycleManager {
    private static final Map<String, Assurance> ASSURANCES = new ConcurrentHashMap<>();
    private static final AtomicBoolean SILENT = new AtomicBoolean();
    private static final String PATH = "/api/identity/standings/";

    private HttpServer server;

    /// Everybody is proven again, and the server answers.
    static void reset() {
        ASSURANCES.clear();
        SILENT.set(false);
    }

    static void let(String person, Assurance assurance) {
        ASSURANCES.put(person, assurance);
    }

    static void fallSilent() {
        SILENT.set(true);
    }

    @Override
    public Map<String, String> start() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new IllegalStateException("identity cannot be played", e);
        }
        server.createContext(PATH, PlayedIdentity::answer);
        server.start();
        return Map.of(
                "mingshi.url.identity",
                "http://127.0.0.1:" + server.getAddress().getPort());
    }

    @Override
    public void stop() {
        server.stop(0);
    }

    private static void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String authorization = exchange.getRequestHeaders().getFirst("Authorization");
            if (SILENT.get() || authorization == null || !authorization.startsWith("Bearer ")) {
                exchange.sendResponseHeaders(SILENT.get() ? 503 : 401, -1);
                return;
            }
            String person = exchange.getRequestURI().getPath().substring(PATH.length());
            Assurance assurance = ASSURANCES.getOrDefault(person, Assurance.ID_DOCUMENT);
            byte[] body = """
                    {"person":"%s","assurance":"%s","minor":false,"verifiedAt":"2026-11-22T00:00:00Z"}""".formatted(person, assurance).getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        }
    }
}
