package io.mingshi.gateway;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.mingshi.testkit.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

/// Clients that hold a connection by sending or taking next to nothing are closed; here eight seconds are their limit.
@QuarkusTest
class SlowClientsTest extends GatewayTest {
    private static final Duration LIMIT = Duration.ofSeconds(8);
    private static final Duration SOON = Duration.ofSeconds(40);
    private static final Duration DRIP = Duration.ofMillis(300);

    @Test
    void aHeadThatIsSentByteByByteIsNotWaitedFor() throws IOException {
        try (Socket socket = connect()) {
            write(socket, "POST /v1/chat/completions HTTP/1.1\r\nHost: x\r\nX-Slow: ");
            assertThat(closedWhileDripping(socket)).isBetween(LIMIT.minusSeconds(1), SOON);
        }
    }

    @Test
    void aConnectionOnWhichNothingIsSentIsNotKept() throws IOException {
        try (Socket socket = connect()) {
            socket.setSoTimeout((int) SOON.toMillis());
            assertThat(socket.getInputStream().read()).isNegative();
        }
    }

    @Test
    void aSecondHeadOnTheSameConnectionHasNoMoreTime() throws IOException {
        try (Socket socket = connect()) {
            write(socket, "GET /q/health/live HTTP/1.1\r\nHost: x\r\n\r\n");
            assertThat(new String(socket.getInputStream().readNBytes(12), US_ASCII))
                    .isEqualTo("HTTP/1.1 200");
            write(socket, "GET /q/health/live HTTP/1.1\r\nX-Slow: ");
            assertThat(closedWhileDripping(socket)).isBetween(LIMIT.minusSeconds(1), SOON);
        }
    }

    @Test
    void aBodyThatIsSentByteByByteIsNotWaitedFor() throws IOException {
        try (Socket socket = connect()) {
            write(socket, head("/v1/chat/completions", 1_000_000) + "{\"model\":\"");
            assertThat(closedWhileDripping(socket)).isBetween(LIMIT.minusSeconds(1), SOON);
        }
    }

    @Test
    void aBodyThatKeepsThePaceIsWaitedFor() throws IOException {
        String body =
                "{\"model\":\"mingshi-demo-chat\",\"messages\":[{\"role\":\"user\",\"content\":\"hi\"}],\"user\":\"";
        int pieces = 20;
        String piece = "x".repeat(2_048);
        try (Socket socket = connect()) {
            write(socket, head("/v1/chat/completions", body.length() + pieces * piece.length() + 2) + body);
            for (int i = 0; i < pieces; i++) {
                LockSupport.parkNanos(DRIP.multipliedBy(2).toNanos());
                write(socket, piece);
            }
            write(socket, "\"}");
            socket.setSoTimeout(20_000);
            assertThat(new String(socket.getInputStream().readNBytes(12), US_ASCII))
                    .isEqualTo("HTTP/1.1 200");
        }
    }

    @Test
    void aStreamThatNobodyTakesIsEndedItsModelLeftAndWhatWasSentRecorded() throws IOException {
        world.playEndlessStream(said());
        try (Socket socket = narrow()) {
            ask(socket);
            String work = RobustnessTest.header(socket.getInputStream());
            await().atMost(SOON)
                    .until(() -> !world.asked("/v1/chat/completions/left").isEmpty());
            event("WorkRecorded", work);
        }
    }

    @Test
    void aStreamThatIsTakenByteByByteIsEndedToo() throws IOException {
        world.playEndlessStream(said());
        try (Socket socket = narrow()) {
            ask(socket);
            String work = RobustnessTest.header(socket.getInputStream());
            await().atMost(SOON).until(() -> {
                int taken = socket.getInputStream().read();
                return taken < 0 || !world.asked("/v1/chat/completions/left").isEmpty();
            });
            event("WorkRecorded", work);
        }
    }

    /// Much at once, so that the buffers between are soon full.
    private static String said() {
        return "{\"choices\":[{\"index\":0,\"delta\":{\"content\":\"" + "The sea is calm. ".repeat(2_000) + "\"}}]}";
    }

    private static Socket connect() throws IOException {
        return new Socket(InetAddress.getLoopbackAddress(), RestAssured.port);
    }

    /// A client that can keep little of what it has not taken.
    private static Socket narrow() throws IOException {
        var socket = new Socket();
        socket.setReceiveBufferSize(4_096);
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), RestAssured.port));
        return socket;
    }

    private static void ask(Socket socket) throws IOException {
        String body =
                "{\"model\":\"played-chat\",\"stream\":true,\"messages\":[{\"role\":\"user\",\"content\":\"hi\"}]}";
        write(socket, head("/v1/chat/completions", body.length()) + body);
    }

    private static String head(String path, int length) {
        return "POST " + path + " HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nAuthorization: Bearer "
                + Tokens.of("alice") + "\r\nContent-Length: " + length + "\r\n\r\n";
    }

    private static void write(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(US_ASCII));
    }

    /// How long the other side bears a byte now and then.
    private static Duration closedWhileDripping(Socket socket) throws IOException {
        long began = System.nanoTime();
        socket.setSoTimeout((int) DRIP.toMillis());
        while (System.nanoTime() - began < SOON.toNanos()) {
            try {
                write(socket, "x");
                if (socket.getInputStream().read() < 0) {
                    break;
                }
            } catch (SocketTimeoutException e) {
                // still borne
            } catch (SocketException closed) {
                break;
            }
        }
        return Duration.ofNanos(System.nanoTime() - began);
    }
}
