package io.mingshi.conformance.gateway;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.mingshi.client.Answer;
import io.mingshi.labels.MediaType;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/// What a client holds after an answer: every text put together from its pieces, and every picture, sound and film.
///
/// Pieces of a stream belong together when they stand at the same place of events with the same type and indexes. This
/// knows no protocol, so that no field of one is forgotten.
final class Received {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> INDEXES = List.of("index", "output_index", "content_index", "item_id");

    private final Map<String, StringBuilder> texts = new LinkedHashMap<>();
    private final List<byte[]> media = new ArrayList<>();
    private final Answer answer;

    private Received(Answer answer) {
        this.answer = answer;
    }

    static Received of(Answer answer) {
        var received = new Received(answer);
        if (MediaType.sniff(answer.body()).filter(Received::medium).isPresent()) {
            received.media.add(answer.body());
        } else {
            List<JsonNode> events = answer.events().toList();
            for (JsonNode one : events.isEmpty() ? List.of(answer.json()) : events) {
                received.read(indexes(one), one);
            }
        }
        return received;
    }

    Answer answer() {
        return answer;
    }

    List<byte[]> media() {
        return List.copyOf(media);
    }

    /// Each text, also as what it says where it is written in the escapes of JSON; the raw bytes too.
    Stream<String> texts() {
        return Stream.concat(Stream.of(answer.text()), texts.values().stream().map(StringBuilder::toString))
                .flatMap(text -> Stream.of(text, Escapes.read(text)))
                .map(text -> text.toLowerCase(Locale.ROOT));
    }

    /// Everything that can be read, as it is written.
    String everything() {
        return String.join("\n", texts.values());
    }

    /// The texts of one choice.
    String choice(int index) {
        var all = new StringBuilder();
        texts.forEach((key, text) -> {
            if (key.contains("/choices[" + index + "]")) {
                all.append(text).append('\n');
            }
        });
        return all.toString();
    }

    /// Whether something of the words arrived: half of them is too much.
    boolean holds(String words) {
        String half = words.toLowerCase(Locale.ROOT).substring(0, (words.length() + 1) / 2);
        return texts().anyMatch(text -> text.contains(half));
    }

    private static boolean medium(MediaType type) {
        return switch (type.kind()) {
            case IMAGE, AUDIO, VIDEO -> true;
            case TEXT, DOCUMENT -> false;
        };
    }

    private void read(String key, JsonNode node) {
        switch (node.getNodeType()) {
            case OBJECT -> node.properties().forEach(field -> read(key + "/" + field.getKey(), field.getValue()));
            case ARRAY -> {
                for (int i = 0; i < node.size(); i++) {
                    read(key + "[" + place(node.get(i), i) + "]", node.get(i));
                }
            }
            case STRING -> text(key, node.asText());
            case BINARY, BOOLEAN, MISSING, NULL, NUMBER, POJO -> {}
        }
    }

    private static String place(JsonNode element, int position) {
        for (String name : INDEXES) {
            if (element.has(name)) {
                return element.get(name).asText();
            }
        }
        return Integer.toString(position);
    }

    private void text(String key, String text) {
        if (key.endsWith("/b64_json") || key.endsWith("/audio") || key.endsWith("/data")) {
            try {
                media.add(Base64.getDecoder().decode(text));
                return;
            } catch (IllegalArgumentException notBase64) {
                // then it is a text like any other
            }
        }
        texts.computeIfAbsent(key, _ -> new StringBuilder()).append(text);
    }

    /// The type and indexes of an event, which belong to the key of everything in it.
    private static String indexes(JsonNode event) {
        var all = new StringBuilder(event.path("type").asText());
        INDEXES.forEach(name -> all.append('#').append(event.path(name).asText()));
        return all.toString();
    }

    /// What a text says that may be written in the escapes of JSON.
    private static final class Escapes {
        private static String read(String text) {
            if (text.indexOf('\\') < 0) {
                return text;
            }
            try {
                return JSON.readTree("\"" + text.replace("\\\"", "'").replace("\"", "'") + "\"")
                        .asText();
            } catch (JsonProcessingException notJson) {
                return text;
            }
        }
    }
}
