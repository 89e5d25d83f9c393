package io.mingshi.gateway.companion;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.mingshi.gateway.Prompt;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;

/// What the person says now: all that follows the model's latest answer, or the person's latest message
/// before it.
///
/// Each request brings the whole conversation, so what was said and answered before must not count again.
@Singleton
class LatestWords {
    private final ObjectMapper json;

    LatestWords(ObjectMapper json) {
        this.json = json;
    }

    String of(Prompt.Chat chat) {
        List<String> now = new ArrayList<>();
        String before = "";
        for (JsonNode message : messages(chat)) {
            String words = words(message.path("content"));
            switch (message.path("role").asText()) {
                case "user" -> now.add(words);
                case "assistant" -> {
                    before = now.isEmpty() ? before : now.getLast();
                    now.clear();
                }
                default -> {} // instructions and tools are not the person
            }
        }
        return now.isEmpty() ? before : String.join("\n", now);
    }

    private JsonNode messages(Prompt.Chat chat) {
        try {
            return json.readTree(chat.request()).path("messages");
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the request that was written for the model cannot be read", e);
        }
    }

    private static String words(JsonNode content) {
        if (!content.isArray()) {
            return content.asText("");
        }
        var whole = new StringBuilder();
        content.forEach(part -> whole.append(part.path("text").asText("")));
        return whole.toString();
    }
}
