package io.mingshi.moderation.report;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// Sends reports as JSON over HTTP with an idempotency key, and takes a receipt from the answer.
///
/// No authority has published such an interface for content; this is the form that our sandbox speaks, and
/// the one place that changes for a real one.
@Singleton
class HttpChannel implements AuthorityChannel {
    private static final int LARGEST_ANSWER = 8192;
    private static final Pattern RECEIPT = Pattern.compile("[A-Za-z0-9_.-]{1,64}");

    private final ObjectMapper json = new ObjectMapper();
    private final HttpClient client;
    private final URI address;
    private final String key;
    private final Duration patience;

    HttpChannel(
            @ConfigProperty(name = "mingshi.moderation.authority.url") URI url,
            @ConfigProperty(name = "mingshi.moderation.authority.key") Optional<String> key,
            @ConfigProperty(name = "mingshi.moderation.authority.timeout") Duration patience) {
        this.address = URI.create(url.toString().replaceAll("/+$", "") + "/v1/content-reports");
        this.key = key.orElse("");
        this.patience = patience;
        this.client = HttpClient.newBuilder().connectTimeout(patience).build();
    }

    @Override
    public Outcome send(String number, String content) {
        HttpRequest request = HttpRequest.newBuilder(address)
                .timeout(patience)
                .header("Content-Type", "application/json")
                .header("Authorization", "Bearer " + key)
                .header("Idempotency-Key", number)
                .POST(BodyPublishers.ofString(content))
                .build();
        return sent(request);
    }

    /// The timeout of a request ends with the head of its answer; this one holds for the body, too.
    private Outcome sent(HttpRequest request) {
        var answer = client.sendAsync(request, BodyHandlers.limiting(BodyHandlers.ofByteArray(), LARGEST_ANSWER));
        try {
            return outcome(answer.get(patience.toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException e) {
            return failed(e);
        } catch (ExecutionException e) {
            return failed(Objects.requireNonNullElse(e.getCause(), e));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Outcome.Failed("the attempt was interrupted");
        } finally {
            answer.cancel(true);
        }
    }

    private static Outcome failed(Throwable why) {
        return new Outcome.Failed(
                "the authority does not answer: " + why.getClass().getSimpleName());
    }

    private Outcome outcome(HttpResponse<byte[]> response) {
        if (response.statusCode() != 200) {
            return new Outcome.Failed("the authority answers " + response.statusCode());
        }
        try {
            String receipt = json.readTree(response.body()).path("receipt").asText("");
            return RECEIPT.matcher(receipt).matches()
                    ? new Outcome.Receipted(receipt)
                    : new Outcome.Failed("the authority's answer has no receipt");
        } catch (IOException e) {
            return new Outcome.Failed("the authority's answer is no JSON");
        }
    }
}
