package io.mingshi.gateway;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/// Plays several models' servers that behave as a test asks, also in ways that no HTTP library would let them.
///
/// `PUT /script/<server>` sets what a server does from then on, `GET /count/<server>` says how often it was asked,
/// `GET /left/<server>` how often it was left.
public final class PlayedServers implements QuarkusTestResourceLifecycleManager {
    private final Map<String, String> scripts = new ConcurrentHashMap<>();
    private final Map<String, AtomicInteger> counts = new ConcurrentHashMap<>();
    private ServerSocket server;

    @Override
    public Map<String, String> start() {
        try {
            server = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new IllegalStateException("no port is free", e);
        }
        Thread.ofVirtual().start(this::accept);
        Map<String, String> settings = new HashMap<>();
        settings.put("played.servers", "http://127.0.0.1:" + server.getLocalPort());
        add(settings, "heavy", "weighted-chat", "weight=3");
        add(settings, "light", "weighted-chat", "weight=1");
        add(settings, "first", "fallback-chat", "breaker.calls=1000");
        add(settings, "second", "fallback-chat", "tier=1");
        add(settings, "fragile", "fragile-chat", "breaker.calls=3", "breaker.rest=PT1S");
        add(settings, "narrow", "narrow-chat", "concurrency=1", "timeout=PT8S", "silence=PT8S");
        add(settings, "liar", "lying-chat", "timeout=PT1S", "silence=PT1S", "breaker.calls=1000");
        add(settings, "dear", "dear-chat", "spend-per-day=0.2");
        settings.put("mingshi.gateway.quotas.prices.dear-chat.input", "1000");
        settings.put("mingshi.gateway.quotas.prices.dear-chat.output", "1000");
        settings.put("mingshi.gateway.quotas.organization.day.requests", "3");
        add(settings, "gone", "gone-chat", "connect-timeout=PT1S");
        settings.put("mingshi.gateway.upstreams.gone.url", "http://127.0.0.1:1/v1");
        add(settings, "backup", "gone-chat", "tier=1");
        return settings;
    }

    private void add(Map<String, String> settings, String name, String model, String... more) {
        String prefix = "mingshi.gateway.upstreams." + name + ".";
        settings.put(prefix + "url", "http://127.0.0.1:" + server.getLocalPort() + "/" + name);
        settings.put(prefix + "models", model);
        for (String setting : more) {
            settings.put(prefix + setting.split("=")[0], setting.split("=")[1]);
        }
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                Thread.ofVirtual().start(() -> serve(socket));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            var in = new BufferedInputStream(socket.getInputStream());
            String head = head(in);
            byte[] body = in.readNBytes(length(head));
            String[] path = head.split(" ", 3)[1].split("/");
            OutputStream out = socket.getOutputStream();
            switch (path[1]) {
                case "script" -> {
                    scripts.put(path[2], new String(body, UTF_8));
                    counts.remove(path[2]);
                    counts.remove(path[2] + " left");
                    answer(out, "200 OK", "text/plain", "");
                }
                case "count" ->
                    answer(out, "200 OK", "text/plain", count(path[2]).toString());
                case "left" ->
                    answer(out, "200 OK", "text/plain", count(path[2] + " left").toString());
                default -> play(path[1], new String(body, UTF_8).contains("\"stream\":true"), in, out);
            }
        } catch (IOException e) {
            // the gateway closed the connection, which the scripts that wait for it count themselves
        }
    }

    private AtomicInteger count(String of) {
        return counts.computeIfAbsent(of, _ -> new AtomicInteger());
    }

    private void play(String name, boolean stream, InputStream in, OutputStream out) throws IOException {
        count(name).incrementAndGet();
        String script = scripts.getOrDefault(name, "answer");
        switch (script) {
            case "answer" -> {
                if (stream) {
                    head(out, "text/event-stream");
                    out.write((event("from " + name, "stop") + "data: [DONE]\n\n").getBytes(UTF_8));
                } else {
                    answer(out, "200 OK", "application/json", completion("from " + name));
                }
            }
            case "hang" -> untilLeft(name, in);
            case "silent" -> {
                head(out, stream ? "text/event-stream" : "application/json");
                out.write(stream ? event("a beginning ", null).getBytes(UTF_8) : "{".getBytes(UTF_8));
                out.flush();
                untilLeft(name, in);
            }
            case "lie" -> answer(out, "200 OK", "text/html", stream ? event("x", "stop") : completion("x"));
            case "garbage" -> {
                head(out, stream ? "text/event-stream" : "application/json");
                out.write("data: {this is no JSON\n\n".getBytes(UTF_8));
            }
            case "break" -> {
                head(out, stream ? "text/event-stream" : "application/json");
                out.write(stream ? event("a beginning ", null).getBytes(UTF_8) : "{\"choices\":".getBytes(UTF_8));
            }
            case "empty" -> head(out, stream ? "text/event-stream" : "application/json");
            case "packed" -> {
                out.write(("HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Type: "
                                + (stream ? "text/event-stream" : "application/json") + "\r\n\r\nxx")
                        .getBytes(US_ASCII));
            }
            case "endless" -> {
                head(out, stream ? "text/event-stream" : "application/json");
                out.write("data: ".getBytes(UTF_8));
                byte[] piece = "a".repeat(1 << 16).getBytes(UTF_8);
                for (int i = 0; i < 4_000; i++) {
                    out.write(piece);
                }
            }
            default -> answer(out, script, "application/json", "{}");
        }
        out.flush();
    }

    private void untilLeft(String name, InputStream in) throws IOException {
        try {
            while (in.read() >= 0) {
                count(name + " noise").incrementAndGet();
            }
        } finally {
            count(name + " left").incrementAndGet();
        }
    }

    private static String completion(String text) {
        return "{\"choices\":[{\"index\":0,\"message\":{\"role\":\"assistant\",\"content\":\"" + text
                + "\"},\"finish_reason\":\"stop\"}],\"usage\":{\"prompt_tokens\":2,\"completion_tokens\":3}}";
    }

    private static String event(String text, String reason) {
        return "data: {\"choices\":[{\"index\":0,\"delta\":{\"content\":\"" + text + "\"},\"finish_reason\":"
                + (reason == null ? "null" : "\"" + reason + "\"") + "}]}\n\n";
    }

    private static void head(OutputStream out, String type) throws IOException {
        out.write(("HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Type: " + type + "\r\n\r\n").getBytes(US_ASCII));
    }

    private static void answer(OutputStream out, String status, String type, String body) throws IOException {
        byte[] bytes = body.getBytes(UTF_8);
        out.write(("HTTP/1.1 " + status + "\r\nConnection: close\r\nContent-Type: " + type + "\r\nContent-Length: "
                        + bytes.length + "\r\n\r\n")
                .getBytes(US_ASCII));
        out.write(bytes);
    }

    private static String head(InputStream in) throws IOException {
        var head = new StringBuilder();
        while (!head.toString().endsWith("\r\n\r\n")) {
            int next = in.read();
            if (next < 0) {
                throw new IOException("no request came");
            }
            head.append((char) next);
        }
        return head.toString();
    }

    private static int length(String head) {
        return head.lines()
                .filter(line -> line.toLowerCase(java.util.Locale.ROOT).startsWith("content-length:"))
                .mapToInt(line -> Integer.parseInt(line.substring(15).strip()))
                .findFirst()
                .orElse(0);
    }

    @Override
    public void stop() {
        try {
            server.close();
        } catch (IOException e) {
            throw new IllegalStateException("the port cannot be closed", e);
        }
    }
}
