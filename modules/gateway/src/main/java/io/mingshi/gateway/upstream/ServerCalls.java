package io.mingshi.gateway.upstream;

import static io.mingshi.gateway.GatewayProblem.UPSTREAM_FAILED;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.mingshi.contracts.ProblemException;
import io.mingshi.gateway.Deadline;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.jboss.logging.Logger;

/// HTTP to one server; whatever goes wrong is one problem, and the details stay in our log.
final class ServerCalls {
    private static final Logger LOG = Logger.getLogger(ServerCalls.class);
    private static final Duration CONNECT = Duration.ofSeconds(5);

    /// More than any labelled work may have, also as Base64.
    private static final int MAX_ANSWER = 96 << 20;

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT)
            .build();
    private final String name;
    private final UpstreamSettings.Server server;
    private final ObjectMapper json;

    ServerCalls(String name, UpstreamSettings.Server server, ObjectMapper json) {
        this.name = name;
        this.server = server;
        this.json = json;
    }

    JsonNode json(String path, JsonNode body) {
        return parsed(bytes(path, body));
    }

    JsonNode form(String path, MultipartForm form) {
        return parsed(whole(post(path, form.contentType(), BodyPublishers.ofByteArrays(form.parts()))));
    }

    byte[] bytes(String path, JsonNode body) {
        return whole(open(path, body));
    }

    /// Returns once the server has begun to answer with success.
    InputStream open(String path, JsonNode body) {
        return post(path, "application/json", BodyPublishers.ofString(body.toString(), UTF_8));
    }

    JsonNode get(String path) {
        return parsed(getBytes(path));
    }

    byte[] getBytes(String path) {
        return whole(send(path, HttpRequest.newBuilder().GET()));
    }

    void delete(String path) {
        whole(send(path, HttpRequest.newBuilder().DELETE()));
    }

    private InputStream post(String path, String contentType, BodyPublisher body) {
        return send(
                path,
                HttpRequest.newBuilder().header("Content-Type", contentType).POST(body));
    }

    private InputStream send(String path, HttpRequest.Builder request) {
        request.uri(URI.create(server.url() + path)).timeout(server.timeout());
        server.key().ifPresent(key -> request.header("Authorization", "Bearer " + key));
        try {
            HttpResponse<InputStream> response = client.send(request.build(), BodyHandlers.ofInputStream());
            if (response.statusCode() != 200) {
                response.body().close();
                LOG.warnf("upstream %s answered %d to %s", name, response.statusCode(), path);
                throw failed("answered with status " + response.statusCode());
            }
            return response.body();
        } catch (IOException e) {
            LOG.warnf(e, "upstream %s does not answer", name);
            throw failed("does not answer");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw failed("was not waited for, because the gateway stops");
        }
    }

    private byte[] whole(InputStream answer) {
        try (answer;
                var _ = Deadline.after(server.timeout(), () -> abort(answer))) {
            byte[] bytes = answer.readNBytes(MAX_ANSWER + 1);
            if (bytes.length > MAX_ANSWER) {
                throw failed("sent more than " + MAX_ANSWER + " bytes");
            }
            return bytes;
        } catch (IOException e) {
            LOG.warnf(e, "upstream %s broke off", name);
            throw failed("broke off its answer");
        }
    }

    /// Wakes the thread that waits for the rest of an answer.
    private void abort(InputStream answer) {
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
            throw failed("answered with something that is no JSON");
        } catch (IOException e) {
            throw new IllegalStateException("bytes in memory can be read", e);
        }
    }

    private static ProblemException failed(String how) {
        return UPSTREAM_FAILED.with("the model's server " + how + ": try again later");
    }
}
