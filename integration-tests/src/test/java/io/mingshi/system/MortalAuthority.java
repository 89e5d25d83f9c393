package io.mingshi.system;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/// An identity authority and a gateway for messages that confirm everybody, and may die at a question.
final class MortalAuthority implements AutoCloseable {
    private static final String ANY = "/";

    private final ObjectMapper json = new ObjectMapper();
    private final Map<String, String> codes = new ConcurrentHashMap<>();
    private final Set<String> questions = ConcurrentHashMap.newKeySet();
    private final AtomicInteger answered = new AtomicInteger();
    private final AtomicBoolean dying = new AtomicBoolean();
    private final int port;
    private HttpServer server;

    MortalAuthority() throws IOException {
        server = serve(0);
        port = server.getAddress().getPort();
    }

    String url() {
        return "http://127.0.0.1:" + port;
    }

    /// The next question is the last: it is read, and nobody answers any more.
    void dieAtTheNextQuestion() {
        dying.set(true);
    }

    void liveAgain() throws IOException {
        dying.set(false);
        server = serve(port);
    }

    /// How many different questions were asked and answered, which is what is paid.
    int paid() {
        return questions.size();
    }

    int answered() {
        return answered.get();
    }

    /// The code that was sent last to a mobile number; empty when none was.
    String code(String mobile) {
        return codes.getOrDefault(mobile, "");
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private HttpServer serve(int at) throws IOException {
        HttpServer fresh = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), at), 0);
        fresh.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        fresh.createContext(ANY, this::answer);
        fresh.start();
        return fresh;
    }

    private void answer(HttpExchange exchange) throws IOException {
        JsonNode question = json.readTree(exchange.getRequestBody());
        if (exchange.getRequestURI().getPath().equals("/v1/text-messages")) {
            codes.put(
                    question.path("mobile").asText(),
                    question.path("parameters").path("code").asText());
            send(exchange, Map.of("accepted", true));
        } else if (dying.get()) {
            server.stop(0);
        } else {
            String key = exchange.getRequestHeaders().getFirst("Idempotency-Key");
            questions.add(key);
            send(exchange, Map.of("result", "MATCH", "fields", Map.of(), "reference", "ref-" + key));
            answered.incrementAndGet();
        }
    }

    private void send(HttpExchange exchange, Map<String, ?> answer) throws IOException {
        try (exchange) {
            byte[] body = json.writeValueAsString(answer).getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        }
    }
}
