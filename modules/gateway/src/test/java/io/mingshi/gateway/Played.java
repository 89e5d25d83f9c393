package io.mingshi.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;

/// Plays the other modules and a model's server over HTTP, with answers that a test sets over HTTP, too.
///
/// `PUT /play?<address>` sets the answer of an address (header `Status`; with `Once`, of the next request alone), `GET
/// /played?<address>` gives the last body that was sent there.
public final class Played implements QuarkusTestResourceLifecycleManager {
    private final Map<String, Answer> answers = new ConcurrentHashMap<>();
    private final Map<String, Answer> once = new ConcurrentHashMap<>();
    private final Map<String, byte[]> asked = new ConcurrentHashMap<>();
    private HttpServer server;

    /// @param held keeps the connection open after the body, until the other side closes it
    /// @param repeated sends the body again and again until then
    private record Answer(int status, String type, byte[] body, boolean held, boolean repeated) {}

    @Override
    public Map<String, String> start() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new IllegalStateException("no port is free", e);
        }
        server.createContext("/", this::handle);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
        String url = "http://127.0.0.1:" + server.getAddress().getPort();
        return Map.ofEntries(
                Map.entry("mingshi.url.identity", url),
                Map.entry("mingshi.url.consent", url),
                Map.entry("mingshi.url.governance", url),
                Map.entry("mingshi.url.moderation", url),
                Map.entry("mingshi.gateway.freshness", "PT0S"),
                Map.entry("mingshi.http.head-limit", "PT8S"),
                Map.entry("mingshi.http.patience", "PT8S"),
                Map.entry("mingshi.gateway.unlabelled.kept", "P7D"),
                Map.entry("mingshi.gateway.upstreams.played.url", url + "/v1"),
                Map.entry("mingshi.gateway.upstreams.played.key", "secret-of-the-upstream"),
                Map.entry(
                        "mingshi.gateway.upstreams.played.models",
                        "played-chat,played-image,played-edit,played-hearing,played-speech,played-film"),
                Map.entry("mingshi.gateway.upstreams.played.breaker.calls", "1000"),
                Map.entry("mingshi.gateway.upstreams.calling.url", url + "/calling"),
                Map.entry("mingshi.gateway.upstreams.calling.models", "calling-film"),
                Map.entry("mingshi.gateway.upstreams.calling.calls-back", "true"));
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath();
            String query = String.valueOf(exchange.getRequestURI().getQuery());
            byte[] body = exchange.getRequestBody().readAllBytes();
            switch (path) {
                case "/play" -> {
                    var headers = exchange.getRequestHeaders();
                    int status = Integer.parseInt(headers.getFirst("Status"));
                    (headers.containsKey("Once") ? once : answers)
                            .put(
                                    query,
                                    new Answer(
                                            status,
                                            headers.getFirst("Content-Type"),
                                            body,
                                            headers.containsKey("Held"),
                                            headers.containsKey("Repeated")));
                    exchange.sendResponseHeaders(204, -1);
                }
                case "/played" -> send(exchange, 200, "text/plain", asked.getOrDefault(query, new byte[0]));
                default -> answer(exchange, path, query, body);
            }
        }
    }

    private void answer(HttpExchange exchange, String path, String query, byte[] body) throws IOException {
        if (exchange.getRequestMethod().equals("DELETE")) {
            asked.put("DELETE " + path, "deleted".getBytes(UTF_8));
            send(exchange, 200, "application/json", "{}".getBytes(UTF_8));
            return;
        }
        asked.put(path, body);
        Answer first = once.remove(path);
        Answer answer = first == null ? answers.getOrDefault(path + "?" + query, answers.get(path)) : first;
        if (answer == null) {
            send(exchange, 404, "text/plain", "nothing is played here".getBytes(UTF_8));
        } else if (answer.held()) {
            hold(exchange, path, answer);
        } else {
            send(exchange, answer.status(), answer.type(), answer.body());
        }
    }

    private void hold(HttpExchange exchange, String path, Answer answer) throws IOException {
        asked.remove(path + "/left");
        exchange.getResponseHeaders().set("Content-Type", answer.type());
        exchange.sendResponseHeaders(answer.status(), 0);
        try {
            exchange.getResponseBody().write(answer.body());
            while (answer.repeated()) {
                exchange.getResponseBody().write(answer.body());
            }
            while (true) {
                exchange.getResponseBody().write(": still thinking\n\n".getBytes(UTF_8));
                exchange.getResponseBody().flush();
                LockSupport.parkNanos(20_000_000);
            }
        } catch (IOException e) {
            asked.put(path + "/left", "left".getBytes(UTF_8));
        }
    }

    private static void send(HttpExchange exchange, int status, String type, byte[] body) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
    }

    @Override
    public void stop() {
        server.stop(0);
    }
}
