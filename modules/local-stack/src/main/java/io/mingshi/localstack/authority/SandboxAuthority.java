package io.mingshi.localstack.authority;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// Plays an identity authority: it knows nobody, and answers by the words in the name.
///
/// Its answers say nothing about real persons; it exists so that a machine without a contract with a real authority
/// can show the whole chain. It listens on 127.0.0.1 alone.
public final class SandboxAuthority implements AutoCloseable {
    private static final int BODY_LIMIT_BYTES = 8192;

    private final ObjectMapper json = new ObjectMapper();
    private final Answered answered = new Answered();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpServer server;
    private final byte[] bearer;

    /// @param port port on 127.0.0.1, or 0 for any
    /// @param key what callers present as a bearer token
    public SandboxAuthority(int port, String key) throws IOException {
        this.bearer = ("Bearer " + key).getBytes(StandardCharsets.UTF_8);
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.setExecutor(threads);
        server.createContext("/", this::serve);
    }

    /// Begins to answer.
    public void start() {
        server.start();
    }

    /// Returns the port it listens on.
    public int port() {
        return server.getAddress().getPort();
    }

    /// Returns its address.
    public String url() {
        return "http://127.0.0.1:" + port();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            Answer answer = answer(exchange);
            byte[] body = json.writeValueAsBytes(answer.body());
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(answer.status(), body.length);
            exchange.getResponseBody().write(body);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Answer answer(HttpExchange exchange) throws IOException, InterruptedException {
        Optional<Check> check = Check.at(exchange.getRequestURI().getPath());
        if (check.isEmpty()) {
            return Answer.refused(404, "there is no such check");
        }
        if (!exchange.getRequestMethod().equals("POST")) {
            return Answer.refused(405, "a check is a POST");
        }
        String presented = header(exchange, "Authorization");
        if (!MessageDigest.isEqual(bearer, presented.getBytes(StandardCharsets.UTF_8))) {
            return Answer.refused(401, "the bearer key is missing or wrong");
        }
        String key = header(exchange, "Idempotency-Key");
        if (key.isBlank()) {
            return Answer.refused(400, "the header Idempotency-Key is missing");
        }
        byte[] body = exchange.getRequestBody().readNBytes(BODY_LIMIT_BYTES);
        return answer(check.get(), key, body);
    }

    private Answer answer(Check check, String key, byte[] body) throws InterruptedException {
        JsonNode question;
        try {
            question = json.readTree(body);
        } catch (JsonProcessingException e) {
            return Answer.refused(400, "the body is not JSON");
        } catch (IOException e) {
            return Answer.refused(400, "the body cannot be read");
        }
        for (String field : check.fields()) {
            if (question.path(field).asText("").isBlank()) {
                return Answer.refused(400, "the field " + field + " is missing");
            }
        }
        Verdict verdict = Verdict.of(question.path("name").asText());
        if (verdict == Verdict.BROKEN) {
            return Answer.refused(503, "the authority is out of service");
        }
        if (verdict == Verdict.LATE) {
            Thread.sleep(Verdict.LATENESS);
            verdict = Verdict.MATCH;
        }
        return answered.once(key, check + question.toString(), verdict);
    }

    private static String header(HttpExchange exchange, String name) {
        return Optional.ofNullable(exchange.getRequestHeaders().getFirst(name)).orElse("");
    }

    /// One answer.
    ///
    /// @param status HTTP status
    /// @param body what is sent as JSON
    record Answer(int status, Map<String, String> body) {
        static Answer refused(int status, String why) {
            return new Answer(status, Map.of("error", why));
        }

        static Answer given(Verdict verdict, String reference) {
            return new Answer(200, Map.of("result", verdict.name(), "reference", reference));
        }
    }
}
