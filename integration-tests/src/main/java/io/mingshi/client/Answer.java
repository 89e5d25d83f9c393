package io.mingshi.client;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.net.http.HttpHeaders;
import java.util.stream.Stream;

/// What the platform answered: read to its last byte.
public final class Answer {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final int status;
    private final HttpHeaders headers;
    private final byte[] body;

    Answer(int status, HttpHeaders headers, byte[] body) {
        this.status = status;
        this.headers = headers;
        this.body = body;
    }

    public int status() {
        return status;
    }

    /// The body's bytes; not to be changed.
    public byte[] body() {
        return body;
    }

    /// A header's first value; empty when there is none.
    public String header(String name) {
        return headers.firstValue(name).orElse("");
    }

    public String text() {
        return new String(body, UTF_8);
    }

    /// The body as JSON; a missing node when it is none.
    public JsonNode json() {
        return parse(text());
    }

    /// The data of a stream of server-sent events, without its last line `[DONE]`.
    public Stream<JsonNode> events() {
        return text().lines()
                .filter(line -> line.startsWith("data:"))
                .map(line -> line.substring("data:".length()).strip())
                .filter(data -> !data.equals("[DONE]"))
                .map(Answer::parse);
    }

    /// The name of the problem, in the shape of either protocol; empty when it is no problem.
    public String problem() {
        JsonNode json = json();
        return json.path("code").asText(json.path("error").path("code").asText(""));
    }

    /// The sentence for people, in the shape of either protocol; empty when it is no problem.
    public String detail() {
        JsonNode json = json();
        return json.path("detail").asText(json.path("error").path("message").asText(""));
    }

    private static JsonNode parse(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException notJson) {
            return MissingNode.getInstance();
        }
    }
}
