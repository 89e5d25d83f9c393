package io.mingshi.records.lock;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/// A store that accepts every retention and confirms it, and gives way when somebody deletes.
final class LyingStore implements AutoCloseable {
    private final HttpServer server;
    private final String obeyed;

    /// @param obeyed the method, with its query where it has one, that the store should refuse and does
    LyingStore(String obeyed) throws IOException {
        this.obeyed = obeyed;
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        this.server.createContext("/", this::answer);
        this.server.start();
    }

    StoreAddress address() {
        return new StoreAddress("http://127.0.0.1:" + server.getAddress().getPort(), "key", "secret", "us-east-1");
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        exchange.getRequestBody().readAllBytes();
        String path = exchange.getRequestURI().toString();
        String method = exchange.getRequestMethod();
        var headers = exchange.getResponseHeaders();
        headers.add("x-amz-version-id", "1");
        headers.add("ETag", "\"e\"");
        headers.add("Content-Type", "application/xml");
        if (method.equals("HEAD") && path.contains("probe")) {
            headers.add("Last-Modified", "Tue, 24 Nov 2026 09:00:00 GMT");
            headers.add("x-amz-object-lock-mode", "COMPLIANCE");
            headers.add(
                    "x-amz-object-lock-retain-until-date",
                    Instant.parse("2999-01-01T00:00:00Z")
                            .truncatedTo(ChronoUnit.SECONDS)
                            .toString());
        }
        if (method.equals("GET")) {
            send(
                    exchange,
                    200,
                    "<ObjectLockConfiguration><ObjectLockEnabled>Enabled</ObjectLockEnabled></ObjectLockConfiguration>");
        } else if (isAttack(method, path) && !(method + path).contains(obeyed)) {
            send(exchange, 403, "<Error><Code>AccessDenied</Code></Error>");
        } else {
            send(exchange, method.equals("DELETE") ? 204 : 200, "");
        }
    }

    private static boolean isAttack(String method, String path) {
        return path.contains("locked") && (method.equals("DELETE") || path.contains("retention"));
    }

    private static void send(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        try (var out = exchange.getResponseBody()) {
            out.write(bytes);
        }
    }
}
