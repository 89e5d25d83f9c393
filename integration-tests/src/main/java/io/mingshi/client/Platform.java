package io.mingshi.client;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;

/// A running platform, addressed as one caller: somebody with a bearer credential, or an anonymous stranger.
public final class Platform {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final HttpClient http;
    private final String base;
    private final Map<String, String> headers;

    private Platform(HttpClient http, String base, Map<String, String> headers) {
        this.http = http;
        this.base = base;
        this.headers = Map.copyOf(headers);
    }

    /// An anonymous stranger.
    ///
    /// @param base such as `http://127.0.0.1:8080`
    public static Platform at(String base) {
        HttpClient http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(Duration.ofSeconds(5))
                .build();
        return new Platform(http, base.endsWith("/") ? base.substring(0, base.length() - 1) : base, Map.of());
    }

    /// The same platform for the holder of an access token or API key.
    public Platform as(String credential) {
        return with("Authorization", "Bearer " + credential);
    }

    /// The same platform for a caller who sends this header too.
    public Platform with(String header, String value) {
        var more = new TreeMap<>(headers);
        more.put(header, value);
        return new Platform(http, base, more);
    }

    public String base() {
        return base;
    }

    public Answer get(String path) throws IOException {
        return send(request(path).GET());
    }

    public Answer delete(String path) throws IOException {
        return send(request(path).DELETE());
    }

    /// @param body written as JSON
    public Answer post(String path, Object body) throws IOException {
        return send(request(path).header("Content-Type", "application/json").POST(json(body)));
    }

    public Answer post(String path, Form form) throws IOException {
        return send(request(path)
                .header("Content-Type", form.contentType())
                .POST(BodyPublishers.ofByteArray(form.bytes())));
    }

    /// @param mediaType of the raw body
    public Answer post(String path, String mediaType, byte[] body) throws IOException {
        return send(request(path).header("Content-Type", mediaType).POST(BodyPublishers.ofByteArray(body)));
    }

    /// @param body written as JSON
    public Answer put(String path, Object body) throws IOException {
        return send(request(path).header("Content-Type", "application/json").PUT(json(body)));
    }

    private HttpRequest.Builder request(String path) {
        URI address = path.startsWith("http") ? URI.create(path) : URI.create(base + path);
        var request = HttpRequest.newBuilder(address).timeout(PATIENCE);
        headers.forEach(request::header);
        return request;
    }

    private Answer send(HttpRequest.Builder request) throws IOException {
        try {
            var response = http.send(request.build(), BodyHandlers.ofByteArray());
            return new Answer(response.statusCode(), response.headers(), response.body());
        } catch (ConnectException e) {
            throw new IOException("nothing answers at " + base + ": is the platform running?", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while waiting for an answer", e);
        }
    }

    private static HttpRequest.BodyPublisher json(Object body) {
        try {
            return BodyPublishers.ofString(JSON.writeValueAsString(body), UTF_8);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("this cannot be written as JSON", e);
        }
    }
}
