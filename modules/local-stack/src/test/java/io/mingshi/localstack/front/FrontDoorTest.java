package io.mingshi.localstack.front;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class FrontDoorTest {
    @Test
    void eachPathReachesItsService() {
        Routes routes = new Routes(new TreeMap<>(Map.of("gateway", 1, "console", 2, "consent", 3)));

        assertThat(routes.service("/v1/chat/completions")).isEqualTo("gateway");
        assertThat(routes.service("/works/1/file")).isEqualTo("gateway");
        assertThat(routes.service("/api/gateway/keys")).isEqualTo("gateway");
        assertThat(routes.service("/api/consent/requests")).isEqualTo("consent");
        assertThat(routes.service("/")).isEqualTo("console");
        assertThat(routes.service("/api/unknown")).isEqualTo("console");
        assertThat(routes.service("/worksheets")).isEqualTo("console");
    }

    @Test
    @Timeout(20)
    void aStreamPassesPieceByPieceAndTheServiceSeesTheHostThatWasAskedFor() throws Exception {
        CountDownLatch read = new CountDownLatch(1);
        HttpServer service = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        service.createContext("/v1/stream", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            try (var body = exchange.getResponseBody()) {
                String host = exchange.getRequestHeaders().getFirst("Host");
                body.write((host + "\n").getBytes(StandardCharsets.UTF_8));
                body.flush();
                boolean came = read.await(10, TimeUnit.SECONDS);
                body.write((came ? "last\n" : "late\n").getBytes(StandardCharsets.UTF_8));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        service.start();
        int port = service.getAddress().getPort();
        try (FrontDoor door = new FrontDoor(Map.of("gateway", port, "console", port))) {
            URI uri = URI.create("http://127.0.0.1:" + door.listen(0) + "/v1/stream");
            try (var lines =
                    new BufferedReader(new InputStreamReader(uri.toURL().openStream(), StandardCharsets.UTF_8))) {
                assertThat(lines.readLine()).isEqualTo(uri.getAuthority());
                read.countDown();
                assertThat(lines.readLine()).isEqualTo("last");
            }
        } finally {
            service.stop(0);
        }
    }
}
