package io.mingshi.gateway.upstream;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.mingshi.gateway.Deadline;
import io.mingshi.gateway.admission.Admission;
import io.mingshi.gateway.generation.Departures;
import io.mingshi.gateway.upstream.ServerFailure.Fault;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;

/// HTTP to one server; whatever goes wrong is a [ServerFailure], and the details stay in our log.
///
/// When the client leaves, the call ends, and with it the server's work.
final class ServerCalls {
    private static final Logger LOG = Logger.getLogger(ServerCalls.class);
    private static final int OK = 200;

    /// More than any labelled work may have, also as Base64.
    private static final int MAX_ANSWER = 96 << 20;

    private final HttpClient client;
    private final String name;
    private final UpstreamSettings.Server server;
    private final ObjectMapper json;
    private final Departures departures;

    ServerCalls(String name, UpstreamSettings.Server server, ObjectMapper json, Departures departures) {
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(server.connectTimeout())
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
        this.name = name;
        this.server = server;
        this.json = json;
        this.departures = departures;
    }

    JsonNode json(Admission admission, String path, JsonNode body) {
        return parsed(whole(admission, path, "application/json", text(body), Expected.JSON));
    }

    JsonNode form(Admission admission, String path, MultipartForm form) {
        return parsed(
                whole(admission, path, form.contentType(), BodyPublishers.ofByteArrays(form.parts()), Expected.JSON));
    }

    byte[] sound(Admission admission, String path, JsonNode body) {
        return whole(admission, path, "application/json", text(body), Expected.SOUND);
    }

    /// Returns once the server has begun to answer with events.
    InputStream events(Admission admission, String path, JsonNode body) {
        return post(admission, path, "application/json", text(body), Expected.EVENTS);
    }

    JsonNode get(String path) {
        return parsed(whole(request(path).GET().build(), path, Expected.JSON));
    }

    byte[] film(String path) {
        return whole(request(path).GET().build(), path, Expected.FILM);
    }

    void delete(String path) {
        whole(request(path).DELETE().build(), path, Expected.JSON);
    }

    private static BodyPublisher text(JsonNode body) {
        return BodyPublishers.ofString(body.toString(), UTF_8);
    }

    private InputStream post(Admission admission, String path, String type, BodyPublisher body, Expected expected) {
        return send(request(admission, path, type, body), path, expected);
    }

    private InputStream send(HttpRequest request, String path, Expected expected) {
        var call = client.sendAsync(request, BodyHandlers.ofInputStream());
        try (var _ = departures.whenGone(() -> call.cancel(true))) {
            return accepted(path, answer(call), expected);
        }
    }

    /// The admission's number makes a repetition recognisable to servers that look.
    private HttpRequest request(Admission admission, String path, String type, BodyPublisher body) {
        return request(path)
                .header("Content-Type", type)
                .header("Idempotency-Key", admission.id().value())
                .POST(body)
                .build();
    }

    private HttpRequest.Builder request(String path) {
        var request = HttpRequest.newBuilder(URI.create(server.url() + path))
                .timeout(server.timeout())
                .header("Accept-Encoding", "identity");
        server.key().ifPresent(key -> request.header("Authorization", "Bearer " + key));
        return request;
    }

    private HttpResponse<InputStream> answer(CompletableFuture<HttpResponse<InputStream>> call) {
        try {
            return call.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof CancellationException) {
                throw ServerFailure.left();
            }
            LOG.warnf("upstream %s does not answer: %s", name, e.getCause());
            throw ServerFailure.broken("does not answer");
        } catch (CancellationException e) {
            throw ServerFailure.left();
        } catch (InterruptedException e) {
            call.cancel(true);
            Thread.currentThread().interrupt();
            throw new ServerFailure(Fault.LEFT, "is not waited for, because the gateway stops");
        }
    }

    private InputStream accepted(String path, HttpResponse<InputStream> answer, Expected expected) {
        String type = answer.headers().firstValue("Content-Type").orElse("");
        String encoding = answer.headers().firstValue("Content-Encoding").orElse("identity");
        if (answer.statusCode() == OK && expected.is(type) && encoding.equalsIgnoreCase("identity")) {
            return answer.body();
        }
        close(answer.body());
        LOG.warnf("upstream %s answered %d with %s, %s, to %s", name, answer.statusCode(), type, encoding, path);
        throw answer.statusCode() == OK
                ? ServerFailure.broken("answered with another type of content than was asked for")
                : new ServerFailure(Fault.of(answer.statusCode()), "answered with status " + answer.statusCode());
    }

    private byte[] whole(Admission admission, String path, String type, BodyPublisher body, Expected expected) {
        return whole(request(admission, path, type, body), path, expected);
    }

    private byte[] whole(HttpRequest request, String path, Expected expected) {
        var left = new AtomicBoolean();
        try (InputStream answer = send(request, path, expected);
                var _ = Deadline.after(server.timeout(), () -> close(answer));
                var _ = departures.whenGone(() -> {
                    left.set(true);
                    close(answer);
                })) {
            byte[] bytes = answer.readNBytes(MAX_ANSWER + 1);
            if (bytes.length > MAX_ANSWER) {
                throw ServerFailure.broken("sent more than " + MAX_ANSWER + " bytes");
            }
            return bytes;
        } catch (IOException e) {
            if (left.get()) {
                throw ServerFailure.left();
            }
            LOG.warnf("upstream %s broke off: %s", name, e);
            throw ServerFailure.broken("broke off its answer");
        }
    }

    /// Ends the answer, and wakes the thread that waits for the rest of it.
    private void close(InputStream answer) {
        try {
            answer.close();
        } catch (IOException e) {
            LOG.debugf(e, "the answer of upstream %s was already closed", name);
        }
    }

    private JsonNode parsed(byte[] answer) {
        try {
            return json.readTree(answer);
        } catch (JsonProcessingException e) {
            throw ServerFailure.broken("answered with something that is no JSON");
        } catch (IOException e) {
            throw new IllegalStateException("bytes in memory can be read", e);
        }
    }
}
