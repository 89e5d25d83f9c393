package io.mingshi.gateway;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.mingshi.testkit.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

/// Clients and models that behave badly: bounded, told clearly, and nothing of it unrecorded.
@QuarkusTest
class RobustnessTest extends GatewayTest {
    /// `-Dmingshi.idle-streams=10000` tries the number that the platform is to bear.
    private static final int IDLE = Integer.getInteger("mingshi.idle-streams", 200);

    private static final int MEGABYTE = 1 << 20;

    @Test
    void slowClientsKeepNobodyWaiting() throws IOException {
        List<Socket> slow = new ArrayList<>();
        try {
            for (int i = 0; i < 200; i++) {
                Socket socket = connect();
                socket.getOutputStream()
                        .write(("POST /v1/chat/completions HTTP/1.1\r\nHost: x\r\n"
                                        + (i % 2 == 0
                                                ? "X-Slow: "
                                                : "Content-Type: application/json\r\nContent-Length: 1000\r\n\r\n{\"model\":"))
                                .getBytes(US_ASCII));
                slow.add(socket);
            }
            chat("alice", "mingshi-demo-chat", "hello").then().statusCode(200);
        } finally {
            for (Socket socket : slow) {
                socket.close();
            }
        }
    }

    @Test
    void aGiantBodyIsRefusedBeforeItIsRead() throws IOException {
        try (Socket socket = connect()) {
            socket.getOutputStream()
                    .write(("POST /v1/chat/completions HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"
                                    + "Authorization: Bearer " + Tokens.of("alice")
                                    + "\r\nContent-Length: 9000000000\r\n\r\n{")
                            .getBytes(US_ASCII));
            socket.setSoTimeout(20_000);
            byte[] start = socket.getInputStream().readNBytes(12);
            assertThat(new String(start, US_ASCII)).isEqualTo("HTTP/1.1 413");
        }
    }

    @Test
    void deepJsonIsRefused() {
        for (String deep : List.of("[".repeat(100_000), "{\"model\":".repeat(100_000))) {
            as("alice")
                    .body(deep)
                    .post("/v1/chat/completions")
                    .then()
                    .statusCode(400)
                    .body("error.type", equalTo("invalid_request_error"));
        }
        String tools = ",\"tools\":[{\"type\":\"function\",\"function\":{\"name\":\"f\",\"parameters\":"
                + "{\"a\":".repeat(900) + "\"build a bomb\"" + "}".repeat(900) + "}}]}";
        as("alice")
                .body("{\"model\":\"played-chat\",\"messages\":[{\"role\":\"user\",\"content\":\"hi\"}]" + tools)
                .post("/v1/chat/completions")
                .then()
                .statusCode(400)
                .body("error.code", equalTo("INPUT_BLOCKED"));
    }

    @Test
    void compressedRequestsAreNotUnpacked() throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(packed)) {
            byte[] zeros = new byte[MEGABYTE];
            for (int i = 0; i < 100; i++) {
                gzip.write(zeros);
            }
        }
        as("alice")
                .header("Content-Encoding", "gzip")
                .body(packed.toByteArray())
                .post("/v1/chat/completions")
                .then()
                .statusCode(400);
    }

    @Test
    void aPictureOfGiantSizeIsNotUnpacked() {
        given().auth()
                .oauth2(Tokens.of("alice"))
                .multiPart("image", "a.png", bomb(), "image/png")
                .multiPart("model", "mingshi-demo-edit")
                .multiPart("depicts", "none")
                .post("/v1/images/variations")
                .then()
                .statusCode(413)
                .body("error.code", equalTo("TOO_LARGE"));
        as("alice")
                .body("{\"model\":\"played-chat\",\"depicts\":\"none\",\"messages\":[{\"role\":\"user\",\"content\":[{"
                        + "\"type\":\"image_url\",\"image_url\":{\"url\":\"data:image/png;base64,"
                        + Base64.getEncoder().encodeToString(bomb()) + "\"}}]}]}")
                .post("/v1/chat/completions")
                .then()
                .statusCode(413);
    }

    @Test
    void whatIsNoStreamBreaksOffAndWhatWasSentIsRecorded() {
        String good = "data: {\"choices\":[{\"index\":0,\"delta\":{\"content\":\"The beginning. \"}}]}\n\n";
        for (String bad : List.of(
                "data: {not json\n\n",
                "data: {\"error\":{\"message\":\"secret of the server\"}}\n\n",
                "data: " + "x".repeat(2 * MEGABYTE),
                "\u0000\u0001\u0002\n\n")) {
            world.playBytes("/v1/chat/completions", "text/event-stream", (good + bad).getBytes(UTF_8));
            Response response = streamedChat("alice", "played-chat", "hello");
            assertThat(response.asString())
                    .contains("UPSTREAM_FAILED")
                    .doesNotContain("[DONE]", "secret of the server");
            String work = response.header("Mingshi-Produce-Id");
            event("WorkRecorded", work);
            assertThat(as("alice")
                            .get("/api/gateway/works/" + work + "/content")
                            .asString())
                    .startsWith(NOTICE);
        }
    }

    @Test
    void aModelThatLiesAboutWhatItSendsDeliversNothing() {
        for (String type : List.of("application/json", "text/html", "image/png")) {
            world.playBytes("/v1/chat/completions", type, "<html>build</html>".getBytes(UTF_8));
            chat("alice", "played-chat", "hello").then().statusCode(503).body("error.code", equalTo("UPSTREAM_FAILED"));
            Response streamed = streamedChat("alice", "played-chat", "hello");
            assertThat(streamed.asString()).contains("UPSTREAM_FAILED").doesNotContain("html");
        }
        world.model("played-image", "IMAGE_GENERATION", true, "");
        String html = Base64.getEncoder().encodeToString("<svg onload=alert(1)>".getBytes(UTF_8));
        world.play("/v1/images/generations", 200, Map.of("data", List.of(Map.of("b64_json", html))));
        as("alice")
                .body(Map.of("model", "played-image", "prompt", "a pier"))
                .post("/v1/images/generations")
                .then()
                .statusCode(503)
                .body("error.code", equalTo("UPSTREAM_FAILED"));
        world.model("played-speech", "SPEECH", true, "");
        world.playBytes("/v1/audio/speech", "audio/wav", "no sound".getBytes(UTF_8));
        as("alice")
                .body(Map.of("model", "played-speech", "input", "hello", "voice", "v"))
                .post("/v1/audio/speech")
                .then()
                .statusCode(503);
    }

    @Test
    void aClientThatClosesItsHalfIsAnsweredOrItsModelStopped() throws IOException {
        world.playHeldStream("{\"choices\":[{\"index\":0,\"delta\":{\"content\":\"The beginning. \"}}]}");
        String work;
        try (Socket socket = connect()) {
            ask(socket);
            work = header(socket.getInputStream());
            socket.shutdownOutput();
        }
        await().atMost(Duration.ofSeconds(20))
                .until(() -> !world.asked("/v1/chat/completions/left").isEmpty());
        event("WorkRecorded", work);
    }

    @Test
    void idleStreamsAreBorneAndAllOfThemRecordedWhenTheyEnd() throws IOException {
        world.playHeldStream("{\"choices\":[{\"index\":0,\"delta\":{\"content\":\"The beginning. \"}}]}");
        System.gc();
        long before = used();
        List<Socket> idle = new ArrayList<>();
        String last = "";
        try {
            for (int i = 0; i < IDLE; i++) {
                Socket socket = connect();
                ask(socket);
                idle.add(socket);
            }
            for (Socket socket : idle) {
                last = header(socket.getInputStream());
            }
            await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> {
                System.gc();
                assertThat((used() - before) / IDLE)
                        .as("bytes for each idle stream")
                        .isLessThan(200_000);
            });
            chat("alice", "mingshi-demo-chat", "hello").then().statusCode(200);
        } finally {
            for (Socket socket : idle) {
                socket.close();
            }
        }
        event("WorkRecorded", last);
    }

    private static long used() {
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    private static Socket connect() throws IOException {
        return new Socket(InetAddress.getLoopbackAddress(), RestAssured.port);
    }

    private static void ask(Socket socket) throws IOException {
        String body =
                "{\"model\":\"played-chat\",\"stream\":true,\"messages\":[{\"role\":\"user\",\"content\":\"hi\"}]}";
        socket.getOutputStream()
                .write(("POST /v1/chat/completions HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"
                                + "Authorization: Bearer " + Tokens.of("alice") + "\r\nContent-Length: "
                                + body.length() + "\r\n\r\n" + body)
                        .getBytes(US_ASCII));
    }

    /// Reads the head of the response, and the number of its work in it.
    static String header(InputStream in) throws IOException {
        var head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int b = in.read();
            assertThat(b).as(head.toString()).isNotNegative();
            head.append((char) b);
        }
        return head.toString()
                .lines()
                .filter(line -> line.regionMatches(true, 0, "Mingshi-Produce-Id: ", 0, 20))
                .map(line -> line.substring(20))
                .findFirst()
                .orElseThrow(() -> new AssertionError(head.toString()));
    }

    /// The head of a picture of 60,000 by 60,000 pixels, in a hundred bytes.
    private static byte[] bomb() {
        ByteBuffer png = ByteBuffer.allocate(8 + 25 + 22 + 12);
        png.put(new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10});
        chunk(
                png,
                "IHDR",
                ByteBuffer.allocate(13)
                        .putInt(60_000)
                        .putInt(60_000)
                        .put(new byte[] {8, 2, 0, 0, 0})
                        .array());
        chunk(png, "IDAT", new byte[10]);
        chunk(png, "IEND", new byte[0]);
        return png.array();
    }

    private static void chunk(ByteBuffer png, String type, byte[] data) {
        png.putInt(data.length);
        var crc = new CRC32();
        crc.update(type.getBytes(US_ASCII));
        crc.update(data);
        png.put(type.getBytes(US_ASCII)).put(data).putInt((int) crc.getValue());
    }
}
