package io.mingshi.localstack.authority;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.MessageDigest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// Plays an identity authority, the national network identity service, a gateway for text messages and the office
/// that takes reports of unlawful content: it knows nobody, and answers by the words in the name.
///
/// Its answers say nothing about real persons; it exists so that a machine without a contract with a real
/// authority can show the whole chain. It listens on 127.0.0.1 alone.
public final class SandboxAuthority implements AutoCloseable {
    private static final int BODY_LIMIT_BYTES = 8192;
    private static final String MESSAGES = "/v1/text-messages";

    private final ObjectMapper json = new ObjectMapper();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final TextMessages messages = new TextMessages();
    private final Map<String, Desk> desks;
    private final HttpServer server;
    private final byte[] bearer;

    /// @param port port on 127.0.0.1, or 0 for any
    /// @param key what callers present as a bearer token
    public SandboxAuthority(int port, String key) throws IOException {
        this.bearer = ("Bearer " + key).getBytes(UTF_8);
        var answered = new Answered();
        var national = new NationalService(bearer);
        this.desks = Map.of(
                "/v1/id-document/check",
                new Check(answered, List.of("name", "number")),
                "/v1/mobile/check",
                new Check(answered, List.of("name", "number", "mobile")),
                "/v1/organization/check",
                new Organizations(new Check(answered, List.of("name", "creditCode")), national),
                "/national/v1/auth",
                national,
                "/national/v1/sandbox/credentials",
                (_, person) -> national.credential(person),
                MESSAGES,
                messages,
                "/v1/content-reports",
                new ContentReports());
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
        String path = exchange.getRequestURI().getPath();
        Desk desk = desks.get(path);
        boolean reads =
                path.startsWith(MESSAGES + "/") && exchange.getRequestMethod().equals("GET");
        if (desk == null && !reads) {
            return Answer.refused(404, "there is no such check");
        }
        if (!MessageDigest.isEqual(bearer, header(exchange, "Authorization").getBytes(UTF_8))) {
            return Answer.refused(401, "the bearer key is missing or wrong");
        }
        if (desk == null) {
            return messages.lastTo(path.substring(MESSAGES.length() + 1));
        }
        if (!exchange.getRequestMethod().equals("POST")) {
            return Answer.refused(405, "a check is a POST");
        }
        return answer(
                desk,
                header(exchange, "Idempotency-Key"),
                exchange.getRequestBody().readNBytes(BODY_LIMIT_BYTES));
    }

    private Answer answer(Desk desk, String key, byte[] body) throws InterruptedException {
        JsonNode question;
        try {
            question = json.readTree(body);
        } catch (JsonProcessingException e) {
            return Answer.refused(400, "the body is not JSON");
        } catch (IOException e) {
            return Answer.refused(400, "the body cannot be read");
        }
        return desk.answer(key, question);
    }

    private static String header(HttpExchange exchange, String name) {
        return Optional.ofNullable(exchange.getRequestHeaders().getFirst(name)).orElse("");
    }
}
