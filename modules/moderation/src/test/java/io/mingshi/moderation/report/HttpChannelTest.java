package io.mingshi.moderation.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.mingshi.moderation.report.AuthorityChannel.Outcome;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// However the authority's server behaves, a report gets an outcome in time.
class HttpChannelTest {
    private final CountDownLatch end = new CountDownLatch(1);
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.start();
    }

    @AfterEach
    void stop() {
        end.countDown();
        server.stop(0);
    }

    @Test
    @Timeout(30)
    void anAnswerThatStopsInTheMiddleIsGivenUp() {
        assertThat(sentTo(exchange -> {
                    exchange.sendResponseHeaders(200, 100);
                    exchange.getResponseBody().write("{".getBytes(UTF_8));
                    exchange.getResponseBody().flush();
                    await();
                }))
                .isEqualTo(new Outcome.Failed("the authority does not answer: TimeoutException"));
    }

    @Test
    void anAnswerWithoutBoundIsGivenUp() {
        assertThat(sentTo(exchange -> {
                    exchange.sendResponseHeaders(200, 0);
                    exchange.getResponseBody().write(new byte[1 << 20]);
                }))
                .isInstanceOf(Outcome.Failed.class);
    }

    @Test
    void aReceiptIsTakenFromAWholeAnswer() {
        assertThat(sentTo(exchange -> {
                    byte[] receipt = "{\"receipt\":\"C-1\"}".getBytes(UTF_8);
                    exchange.sendResponseHeaders(200, receipt.length);
                    exchange.getResponseBody().write(receipt);
                }))
                .isEqualTo(new Outcome.Receipted("C-1"));
    }

    private interface Answer {
        void to(HttpExchange exchange) throws IOException;
    }

    private Outcome sentTo(Answer answer) {
        server.createContext("/", exchange -> {
            try (exchange) {
                exchange.getRequestBody().readAllBytes();
                answer.to(exchange);
            }
        });
        URI address = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
        return new HttpChannel(address, Optional.empty(), Duration.ofSeconds(2)).send("R-1", "{}");
    }

    private void await() {
        try {
            assertThat(end.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
