package io.mingshi.conformance.upstream;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;

/// Plays the upstream in every protocol and records what reaches it.
///
/// It also writes sounds down for the screening of a gateway, as the model [#TRANSCRIBER].
public final class ModelServer {
    /// The model's name under which a gateway's screening has sounds written down.
    public static final String TRANSCRIBER = "conformance-transcriber";

    private static final Map<String, Dialect> DIALECTS = Map.of(
            "/chat/completions", new ChatDialect(),
            "/responses", new ResponsesDialect(),
            "/messages", new MessagesDialect());

    /// In JSON, in a form, and as speech has it.
    private static final Pattern STREAMED = Pattern.compile(
            "\"stream\":\\s*true|\"stream_format\":\\s*\"sse\"|name=\"stream\"(?s:.){0,80}?\\r\\n\\r\\ntrue");

    private final HttpServer server;
    private final Queue<Asked> asked = new ConcurrentLinkedQueue<>();
    private final Map<String, byte[]> films = new ConcurrentHashMap<>();
    private final AtomicLong jobs = new AtomicLong();
    private volatile Said said = Said.text("fine", new Cut.Whole());
    private volatile Shown shown = Shown.CALM;
    private volatile String forbidden = "";
    private volatile CountDownLatch gate = new CountDownLatch(0);
    private volatile int gateAfter;

    private ModelServer(HttpServer server) {
        this.server = server;
    }

    /// @param port 0 for any that is free
    public static ModelServer start(int port) throws IOException {
        var http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        var server = new ModelServer(http);
        http.createContext("/", server::handle);
        http.setExecutor(Executors.newThreadPerTaskExecutor(Thread.ofVirtual().factory()));
        http.start();
        return server;
    }

    /// Its address, up to and without `/chat/completions`.
    public String base() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/v1";
    }

    public void stop() {
        server.stop(0);
    }

    /// What the transcriber hears in the forbidden sound.
    public void forbids(String words) {
        forbidden = words;
    }

    public void says(Said next) {
        said = next;
    }

    public void shows(Shown next) {
        shown = next;
    }

    /// Streams stop after so many events until [#open].
    public void shutAfter(int events) {
        gateAfter = events;
        gate = new CountDownLatch(1);
    }

    public void open() {
        gate.countDown();
    }

    public void forget() {
        asked.clear();
    }

    /// What models were asked for since [#forget].
    public List<Asked> asked() {
        return asked.stream().filter(Asked::generation).toList();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            var request = new Asked(
                    exchange.getRequestMethod(),
                    exchange.getRequestURI().getPath(),
                    exchange.getRequestBody().readAllBytes());
            asked.add(request);
            answer(exchange, request);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void answer(HttpExchange exchange, Asked request) throws IOException, InterruptedException {
        String path = request.path().replaceFirst("^/v1", "");
        boolean streamed = STREAMED.matcher(request.text()).find();
        Dialect dialect = DIALECTS.get(path);
        if (dialect != null && streamed) {
            stream(exchange, dialect.events(said));
        } else if (streamed && request.generation()) {
            stream(exchange, MediaEvents.of(path, shown, said));
        } else if (dialect != null) {
            json(exchange, dialect.whole(said));
        } else if (path.startsWith("/videos")) {
            film(exchange, request, path);
        } else {
            medium(exchange, request, path);
        }
    }

    private void medium(HttpExchange exchange, Asked request, String path) throws IOException {
        switch (path) {
            case "/images/generations", "/images/edits", "/images/variations" -> {
                ObjectNode body = Dialect.node().put("created", 1);
                body.putArray("data").addObject().put("b64_json", base64(shown.picture()));
                json(exchange, body);
            }
            case "/audio/speech" -> send(exchange, "audio/wav", shown.sound());
            case "/audio/transcriptions" -> {
                boolean screening = !request.generation();
                boolean heard = screening && Material.holdsForbiddenSound(request.body());
                String words = heard ? forbidden : "a calm sea";
                if (screening) {
                    send(exchange, "text/plain", words.getBytes(UTF_8));
                } else {
                    json(
                            exchange,
                            Dialect.node().put("text", said.turns().getFirst().text()));
                }
            }
            case "/files" -> json(exchange, Dialect.node().put("id", "file-1").put("object", "file"));
            case "/moderations" -> {
                ObjectNode body = Dialect.node().put("id", "modr-1").put("model", Dialect.MODEL);
                body.putArray("results").addObject().put("flagged", false);
                json(exchange, body);
            }
            default -> exchange.sendResponseHeaders(404, -1);
        }
    }

    private void film(HttpExchange exchange, Asked request, String path) throws IOException {
        String[] parts = path.split("/", -1);
        if (request.method().equals("POST")) {
            String job = "video_" + jobs.incrementAndGet();
            films.put(job, shown.film());
            json(exchange, Dialect.node().put("id", job).put("object", "video").put("status", "queued"));
        } else if (path.endsWith("/content")) {
            send(exchange, "video/mp4", films.getOrDefault(parts[2], new byte[0]));
        } else {
            json(
                    exchange,
                    Dialect.node()
                            .put("id", parts[2])
                            .put("object", "video")
                            .put("progress", 100)
                            .put("status", "completed"));
        }
    }

    private void stream(HttpExchange exchange, List<Dialect.Event> events) throws IOException, InterruptedException {
        exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
        exchange.sendResponseHeaders(200, 0);
        CountDownLatch shut = gate;
        int sent = 0;
        for (Dialect.Event event : events) {
            if (shut.getCount() > 0 && sent == gateAfter) {
                exchange.getResponseBody().flush();
                shut.await();
            }
            exchange.getResponseBody().write(event.text().getBytes(UTF_8));
            exchange.getResponseBody().flush();
            sent++;
        }
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    private static void json(HttpExchange exchange, ObjectNode body) throws IOException {
        send(exchange, "application/json", body.toString().getBytes(UTF_8));
    }

    private static void send(HttpExchange exchange, String type, byte[] body) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(200, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
    }
}
