package io.mingshi.identity.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What partners may do to us.
class WireTest {
    private static final Duration TIMEOUT = Duration.ofMillis(500);

    private final Wire wire = new Wire(TIMEOUT);
    private final CountDownLatch over = new CountDownLatch(1);
    private ServerSocket server;

    @BeforeEach
    void listen() throws IOException {
        server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
    }

    @AfterEach
    void close() throws IOException {
        over.countDown();
        server.close();
        wire.close();
    }

    @Test
    void anAnswerIsRead() {
        serve("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n{\"a\":\"b\"}");
        assertThat(post().path("a").asText()).isEqualTo("b");
    }

    @Test
    void anAnswerThatBeginsAndStopsIsNoneAfterTheTimeOfAWholeOne() {
        serve("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n{\"a\"");
        long begin = System.nanoTime();
        assertThatThrownBy(this::post).isInstanceOf(Unanswered.class).hasMessageContaining("in time");
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(TIMEOUT.multipliedBy(6));
    }

    @Test
    void anAnswerWithoutEndIsNone() {
        serve("HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n" + "1".repeat(100_000));
        assertThatThrownBy(this::post).isInstanceOf(Unanswered.class);
    }

    @Test
    void aRedirectIsNotFollowed() {
        serve("HTTP/1.1 302 Found\r\nLocation: http://127.0.0.1:1/\r\nContent-Length: 0\r\n\r\n");
        assertThatThrownBy(this::post).isInstanceOf(Unanswered.class).hasMessage("status 302");
    }

    @ParameterizedTest
    @CsvSource({"500,true", "503,true", "429,true", "400,false", "401,false", "409,false", "204,false"})
    void aRefusalPassesOrLasts(int status, boolean passing) {
        serve("HTTP/1.1 " + status + " Refused\r\nContent-Length: 0\r\n\r\n");
        assertThat(catchThrowableOfType(Unanswered.class, this::post).isPassing())
                .isEqualTo(passing);
    }

    @Test
    void whatIsNoJsonAndWhoIsNotThereIsNoAnswer() throws IOException {
        serve("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\n<xml>");
        assertThatThrownBy(this::post).isInstanceOf(Unanswered.class).hasMessageContaining("JSON");
        server.close();
        assertThatThrownBy(this::post).isInstanceOf(Unanswered.class);
    }

    private JsonNode post() {
        return wire.post(
                URI.create("http://127.0.0.1:" + server.getLocalPort() + "/check"),
                Map.of("Content-Type", "application/json"),
                "{}");
    }

    private void serve(String answer) {
        Thread.startVirtualThread(() -> {
            try (Socket socket = server.accept();
                    OutputStream out = socket.getOutputStream()) {
                out.write(answer.getBytes(UTF_8));
                out.flush();
                over.await();
            } catch (IOException e) {
                // the other side left, as it should
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }
}
