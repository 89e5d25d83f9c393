package io.mingshi.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.mingshi.client.Logins;
import io.mingshi.client.Platform;
import io.mingshi.client.StackFile;
import io.mingshi.testkit.LocalStack;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Thousands of streams whose models say nothing: what they cost, and what happens when their clients leave.
///
/// `-Dmingshi.idle-streams=9500` is as many as a process with 20,000 open files bears: two for each stream.
class IdleStreamsTest {
    private static final int STREAMS = Integer.getInteger("mingshi.idle-streams", 400);
    private static final int AT_ONCE = 32;
    private static final int MOST_BYTES = 150_000;
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final String MODEL = "idle-chat";

    private static IdleServer server;
    private static PlatformProcess platform;
    private static String key;

    @BeforeAll
    static void start() throws IOException {
        server = new IdleServer();
        Properties stack = LocalStack.properties();
        String upstream = "mingshi.gateway.upstreams.idle.";
        platform = PlatformProcess.start(
                stack,
                "idle-streams",
                Map.of(
                        upstream + "url",
                        server.base(),
                        upstream + "models",
                        MODEL,
                        upstream + "concurrency",
                        Integer.toString(2 * STREAMS),
                        upstream + "silence",
                        "PT30M",
                        "mingshi.gateway.stream-limit",
                        "PT30M"),
                "1g");
        var logins = new Logins(StackFile.of(stack));
        Platform oscar = platform.client().as(logins.of("oscar"));
        String today = LocalDate.now(ZoneOffset.UTC).toString();
        String review = oscar.post(
                        "/api/governance/reviews",
                        Map.of("model", MODEL, "version", "1", "reviewedOn", today, "findings", "a played model"))
                .json()
                .path("id")
                .asText();
        platform.client()
                .as(logins.of("olga"))
                .post(
                        "/api/governance/reviews/" + review + "/decision",
                        Map.of("approve", true, "reason", "the findings were read"));
        oscar.put(
                "/api/governance/models/" + MODEL,
                Map.of("version", "1", "capabilities", List.of("CHAT"), "filingNumber", "idle", "assessedOn", today));
        Platform alice = platform.client().as(logins.of("alice"));
        alice.post(
                "/api/identity/verifications",
                Map.of("method", "ID_DOCUMENT", "name", "测试用户甲", "number", "110000190001010012"));
        key = alice.post("/api/gateway/keys", Map.of("name", "idle"))
                .json()
                .path("key")
                .asText();
    }

    @AfterAll
    static void stop() throws Exception {
        if (platform != null) {
            platform.stop();
        }
        if (server != null) {
            server.close();
        }
    }

    @Test
    void idleStreamsCostLittleAndEndWithTheirClients() throws Exception {
        open(AT_ONCE).forEach(IdleStreamsTest::leave);
        awaitAllRecorded(AT_ONCE);
        long before = heap();
        long begun = System.nanoTime();

        List<Socket> streams = open(STREAMS);
        long opened = System.nanoTime();
        long each = (heap() - before) / STREAMS;
        System.out.printf(
                "%d idle streams: opened in %d s, %d bytes of heap each%n",
                STREAMS, TimeUnit.NANOSECONDS.toSeconds(opened - begun), each);
        assertThat(platform.client()
                        .as(key)
                        .post(
                                "/v1/chat/completions",
                                Map.of(
                                        "model",
                                        "mingshi-demo-chat",
                                        "messages",
                                        List.of(Map.of("role", "user", "content", "hello"))))
                        .status())
                .as("others are served meanwhile")
                .isEqualTo(200);

        long leaving = System.nanoTime();
        streams.forEach(IdleStreamsTest::leave);
        await("every model is left with its client").atMost(PATIENCE).until(() -> server.left() == AT_ONCE + STREAMS);
        long left = System.nanoTime();
        awaitAllRecorded(AT_ONCE + STREAMS);
        System.out.printf(
                "all models left after %d s, all works recorded after %d s%n",
                TimeUnit.NANOSECONDS.toSeconds(left - leaving),
                TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - leaving));
        assertThat(each).as("bytes of heap for each idle stream").isLessThan(MOST_BYTES);
    }

    private static List<Socket> open(int number) throws Exception {
        var streams = new ConcurrentLinkedQueue<Socket>();
        var turns = new Semaphore(AT_ONCE);
        List<Future<?>> opening = new ArrayList<>();
        try (var clients = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < number; i++) {
                turns.acquire();
                opening.add(clients.submit(() -> {
                    try {
                        streams.add(begin());
                    } finally {
                        turns.release();
                    }
                    return null;
                }));
            }
        }
        for (Future<?> one : opening) {
            one.get();
        }
        return List.copyOf(streams);
    }

    /// A stream whose first words have come.
    private static Socket begin() throws IOException {
        URI base = URI.create(platform.client().base());
        String body = "{\"model\":\"" + MODEL
                + "\",\"stream\":true,\"messages\":[{\"role\":\"user\",\"content\":\"hello\"}]}";
        var socket = new Socket(InetAddress.getLoopbackAddress(), base.getPort());
        socket.setSoTimeout(60_000);
        socket.getOutputStream()
                .write(Http.bytes("POST /v1/chat/completions HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"
                        + "Authorization: Bearer " + key + "\r\nContent-Length: " + body.length() + "\r\n\r\n" + body));
        Http.until(socket.getInputStream(), "The beginning");
        return socket;
    }

    private static void leave(Socket stream) {
        try {
            stream.close();
        } catch (IOException e) {
            throw new UncheckedIOException("a client could not leave", e);
        }
    }

    /// What was sent of a stream that was cut is recorded; none is left open, none was given up.
    private static void awaitAllRecorded(int number) {
        await("every stream is recorded").atMost(PATIENCE).until(() -> works("RECORDED") == number);
        assertThat(works("STREAMING")).isZero();
        assertThat(works("ABANDONED")).isZero();
    }

    private static long works(String state) {
        try (var connection = platform.database("gateway");
                var question = connection.prepareStatement("select count(*) from work where model = ? and state = ?")) {
            question.setString(1, MODEL);
            question.setString(2, state);
            try (var rows = question.executeQuery()) {
                rows.next();
                return rows.getLong(1);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the works cannot be counted", e);
        }
    }

    /// The bytes of all objects that are in use, after a collection.
    private static long heap() throws Exception {
        Process jcmd = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                        Long.toString(platform.pid()),
                        "GC.class_histogram")
                .redirectErrorStream(true)
                .start();
        String histogram = new String(jcmd.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return histogram
                .lines()
                .filter(line -> line.startsWith("Total"))
                .map(line -> line.split("\\s+"))
                .mapToLong(part -> Long.parseLong(part[2]))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("the heap cannot be measured: " + histogram));
    }
}
