package io.mingshi.system;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import io.mingshi.client.Answer;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// A work that a client received to its last byte.
final class Received {
    private final String work;
    private final byte[] content;

    private Received(String work, byte[] content) {
        this.work = work;
        this.content = content;
    }

    String work() {
        return work;
    }

    /// The bytes as delivered: the file, or the text.
    byte[] content() {
        return content;
    }

    /// Empty unless the answer is complete.
    static Optional<Received> image(Answer answer) {
        JsonNode item = answer.json().path("data").path(0);
        return answer.status() == 200
                ? of(item, Base64.getDecoder().decode(item.path("b64_json").asText()))
                : Optional.empty();
    }

    /// Empty unless the answer is complete.
    static Optional<Received> chat(Answer answer) {
        String text = answer.json()
                .path("choices")
                .path(0)
                .path("message")
                .path("content")
                .asText();
        return answer.status() == 200 ? of(answer.json(), text.getBytes(UTF_8)) : Optional.empty();
    }

    /// Empty unless the stream came to its proper end.
    static Optional<Received> stream(Answer answer) {
        if (answer.status() != 200 || !answer.text().stripTrailing().endsWith("data: [DONE]")) {
            return Optional.empty();
        }
        List<JsonNode> events = answer.events().toList();
        String text = events.stream()
                .map(event -> event.path("choices")
                        .path(0)
                        .path("delta")
                        .path("content")
                        .asText(""))
                .collect(Collectors.joining());
        return events.stream()
                .filter(event -> event.has("mingshi"))
                .findFirst()
                .flatMap(event -> of(event, text.getBytes(UTF_8)));
    }

    private static Optional<Received> of(JsonNode named, byte[] content) {
        String work = named.path("mingshi").path("produce_id").asText();
        return work.isEmpty() ? Optional.empty() : Optional.of(new Received(work, content));
    }
}
