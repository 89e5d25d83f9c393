package io.mingshi.identity.wire;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// Sends JSON to a partner and reads the JSON that comes back.
///
/// An answer later than `mingshi.identity.wire.timeout` is not read any more: the connection is dropped.
/// Redirects are not followed, so that what is sent goes to the configured address alone.
@Singleton
public class Wire {
    private static final int MAX_ANSWER_BYTES = 65_536;

    private final ObjectMapper json = new ObjectMapper();
    private final HttpClient client;
    private final Duration timeout;

    Wire(@ConfigProperty(name = "mingshi.identity.wire.timeout", defaultValue = "PT3S") Duration timeout) {
        this.timeout = timeout;
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(timeout)
                .build();
    }

    /// The text that [#post] sends for a value, for protocols that sign it.
    public String text(Object body) {
        try {
            return json.writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(
                    "a question could not be written: " + e.getClass().getSimpleName());
        }
    }

    /// @throws Unanswered when no JSON with status 200 came in time
    public JsonNode post(URI address, Map<String, String> headers, String body) {
        var request = HttpRequest.newBuilder(address).POST(HttpRequest.BodyPublishers.ofString(body, UTF_8));
        headers.forEach(request::header);
        var handler = BodyHandlers.limiting(BodyHandlers.ofByteArray(), MAX_ANSWER_BYTES);
        var response = awaited(client.sendAsync(request.build(), handler));
        return read(response.statusCode(), response.body());
    }

    /// The time is that of the whole answer: a partner that begins one and stops is as silent as any.
    private <T> T awaited(CompletableFuture<T> answer) {
        try {
            return answer.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            answer.cancel(true);
            throw Unanswered.passing("no whole answer in time");
        } catch (ExecutionException e) {
            throw Unanswered.passing(
                    Objects.requireNonNullElse(e.getCause(), e).getClass().getSimpleName());
        } catch (InterruptedException e) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            throw Unanswered.lasting("interrupted");
        }
    }

    private JsonNode read(int status, byte[] body) {
        if (status >= 500 || status == 429) {
            throw Unanswered.passing("status " + status);
        }
        if (status != 200) {
            throw Unanswered.lasting("status " + status);
        }
        try {
            return json.readTree(body);
        } catch (IOException e) {
            throw Unanswered.lasting("the answer is not JSON");
        }
    }

    @PreDestroy
    void close() {
        client.shutdownNow();
    }
}
