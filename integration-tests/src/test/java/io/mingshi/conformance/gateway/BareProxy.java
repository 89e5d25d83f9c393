package io.mingshi.conformance.gateway;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.concurrent.Executors;

/// A gateway that hands everything on, both ways, and looks at what its [Look] wants to see: for showing that the
/// matrix finds what leaks.
final class BareProxy implements AutoCloseable {
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final HttpServer server;
    private final String upstream;
    private final Look look;

    /// What a gateway looks at.
    interface Look {
        /// Nothing at all.
        Look NOTHING = new Look() {};

        default boolean forbidsInput(String path, byte[] body) {
            return false;
        }

        /// Of an answer that comes whole.
        default boolean forbidsOutput(String path, byte[] body) {
            return false;
        }
    }

    private BareProxy(HttpServer server, String upstream, Look look) {
        this.server = server;
        this.upstream = upstream;
        this.look = look;
    }

    /// @param upstream up to and without `/v1`
    static BareProxy start(String upstream, Look look) throws IOException {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        var proxy = new BareProxy(server, upstream, look);
        server.createContext("/", proxy::handle);
        server.setExecutor(Executors.newThreadPerTaskExecutor(Thread.ofVirtual().factory()));
        server.start();
        return proxy;
    }

    String base() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
        http.close();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath();
            byte[] body = exchange.getRequestBody().readAllBytes();
            if (look.forbidsInput(path, body)) {
                exchange.sendResponseHeaders(400, -1);
                return;
            }
            pass(exchange, path, ask(exchange, body));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private HttpResponse<InputStream> ask(HttpExchange exchange, byte[] body) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(upstream + exchange.getRequestURI()))
                .method(exchange.getRequestMethod(), HttpRequest.BodyPublishers.ofByteArray(body));
        String type = exchange.getRequestHeaders().getFirst("Content-Type");
        if (type != null) {
            request.header("Content-Type", type);
        }
        return http.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
    }

    private void pass(HttpExchange exchange, String path, HttpResponse<InputStream> answer) throws IOException {
        String type = answer.headers().firstValue("Content-Type").orElse("application/octet-stream");
        exchange.getResponseHeaders().set("Content-Type", type);
        try (InputStream in = answer.body()) {
            if (type.startsWith("text/event-stream")) {
                exchange.sendResponseHeaders(answer.statusCode(), 0);
                in.transferTo(exchange.getResponseBody());
                return;
            }
            byte[] whole = in.readAllBytes();
            boolean forbidden = look.forbidsOutput(path, whole);
            exchange.sendResponseHeaders(forbidden ? 400 : answer.statusCode(), forbidden ? -1 : whole.length);
            if (!forbidden) {
                exchange.getResponseBody().write(whole);
            }
        }
    }
}
