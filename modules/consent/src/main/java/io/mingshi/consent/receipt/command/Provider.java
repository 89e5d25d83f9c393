package io.mingshi.consent.receipt.command;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;

/// The provider that a receipt is said to come from, asked over HTTPS; redirects are not followed.
final class Provider implements AutoCloseable {
    private static final String RECEIPTS = "/api/consent/receipts/";
    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final long MAX_ANSWER = 1 << 20;

    private final ObjectMapper json = new ObjectMapper();
    private final URI url;
    private final HttpClient client = HttpClient.newBuilder()
            .connectTimeout(PATIENCE)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    /// @throws IllegalArgumentException when keys from there could be anybody's
    Provider(URI url) {
        boolean safe = "https".equals(url.getScheme()) || ("http".equals(url.getScheme()) && isThisMachine(url));
        if (!safe || url.getHost() == null) {
            throw new IllegalArgumentException("the provider is an address that begins with https://");
        }
        this.url = url;
    }

    /// As a JSON Web Key Set.
    String keys() throws IOException {
        return send(HttpRequest.newBuilder(url.resolve(RECEIPTS + "jwks.json")));
    }

    /// What the receipt is worth now, as the provider says.
    JsonNode check(String receipt) throws IOException {
        return json.readTree(send(HttpRequest.newBuilder(url.resolve(RECEIPTS + "check"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json.writeValueAsString(Map.of("receipt", receipt))))));
    }

    private String send(HttpRequest.Builder request) throws IOException {
        try {
            var answer = client.send(
                    request.timeout(PATIENCE).build(), BodyHandlers.limiting(BodyHandlers.ofByteArray(), MAX_ANSWER));
            if (answer.statusCode() != 200) {
                throw new IOException(url + " answered with the status " + answer.statusCode());
            }
            return new String(answer.body(), UTF_8);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    private static boolean isThisMachine(URI url) {
        try {
            return InetAddress.ofLiteral(String.valueOf(url.getHost())).isLoopbackAddress();
        } catch (IllegalArgumentException e) {
            return "localhost".equals(url.getHost());
        }
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
