package io.mingshi.gateway.edge;

import static io.mingshi.gateway.GatewayProblem.INVALID_REQUEST;
import static io.mingshi.gateway.GatewayProblem.UNSUPPORTED;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mingshi.gateway.JsonEscapes;
import io.mingshi.gateway.Media;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// Takes over the messages of one conversation and collects what is to be screened in it.
final class Messages {
    private static final Set<String> ROLES = Set.of("system", "developer", "user", "assistant", "tool", "function");
    private static final String PICTURE = "image_url";

    private final Set<String> texts = new LinkedHashSet<>();
    private final List<Media> pictures = new ArrayList<>();
    private String question = "";

    ArrayNode all(JsonNode messages) {
        ArrayNode taken = JsonNodeFactory.instance.arrayNode();
        for (JsonNode message : messages) {
            taken.add(one(message));
        }
        return taken;
    }

    List<String> texts() {
        return List.copyOf(texts);
    }

    List<Media> pictures() {
        return List.copyOf(pictures);
    }

    /// What was said last.
    String question() {
        return question;
    }

    private ObjectNode one(JsonNode message) {
        String role = message.path("role").asText();
        if (!ROLES.contains(role)) {
            throw INVALID_REQUEST.with("every message needs a role: one of "
                    + ROLES.stream().sorted().toList());
        }
        ObjectNode taken = JsonNodeFactory.instance.objectNode().put("role", role);
        content(message.path("content"), taken);
        for (String name : List.of("name", "tool_call_id")) {
            if (message.path(name).isTextual()) {
                taken.set(name, message.get(name));
                add(message.get(name).asText());
            }
        }
        calls(message.path("tool_calls"), taken);
        leaves(taken.path("tool_calls"));
        return taken;
    }

    /// The parts of a message are joined as the model reads them: no term hides between two.
    private void content(JsonNode content, ObjectNode taken) {
        if (content.isTextual() || content.isNull() || content.isMissingNode()) {
            taken.set("content", content.isMissingNode() ? JsonNodeFactory.instance.nullNode() : content);
            said(content.asText(""));
            return;
        }
        if (!content.isArray()) {
            throw INVALID_REQUEST.with("the content of a message must be a string or a list of parts");
        }
        ArrayNode parts = taken.putArray("content");
        var whole = new StringBuilder();
        for (JsonNode part : content) {
            ObjectNode one = part(part);
            parts.add(one);
            whole.append(one.path("text").asText(""));
        }
        said(whole.toString());
    }

    private void said(String text) {
        question = text;
        add(text);
    }

    private ObjectNode part(JsonNode part) {
        return switch (part.path("type").asText()) {
            case "text" -> text(part.path("text"));
            case "refusal" -> text(part.path("refusal"));
            case PICTURE -> picture(part.path(PICTURE));
            default ->
                throw UNSUPPORTED.with("only parts of type text and image_url are taken: send a sound to"
                        + " /v1/audio/transcriptions, and the text of a file as text");
        };
    }

    private ObjectNode text(JsonNode text) {
        if (!text.isTextual()) {
            throw INVALID_REQUEST.with("a part of type text needs a text");
        }
        add(text.asText());
        return JsonNodeFactory.instance.objectNode().put("type", "text").put("text", text.asText());
    }

    private ObjectNode picture(JsonNode picture) {
        if (pictures.size() == Pictures.MOST) {
            throw INVALID_REQUEST.with("a conversation has at most " + Pictures.MOST + " pictures");
        }
        Media media = Pictures.inline(picture.path("url").asText(""));
        pictures.add(media);
        ObjectNode taken = JsonNodeFactory.instance.objectNode().put("type", PICTURE);
        ObjectNode inner = taken.putObject(PICTURE).put("url", Pictures.inline(media));
        if (picture.path("detail").isTextual()) {
            inner.set("detail", picture.get("detail"));
            add(picture.get("detail").asText());
        }
        return taken;
    }

    private void calls(JsonNode calls, ObjectNode taken) {
        if (!calls.isArray() || calls.isEmpty()) {
            return;
        }
        ArrayNode taking = taken.putArray("tool_calls");
        for (JsonNode call : calls) {
            JsonNode function = call.path("function");
            if (!function.path("name").isTextual()
                    || !function.path("arguments").isTextual()) {
                throw INVALID_REQUEST.with("every tool call needs a function with a name and arguments");
            }
            ObjectNode one =
                    taking.addObject().put("id", call.path("id").asText()).put("type", "function");
            one.putObject("function")
                    .put("name", function.path("name").asText())
                    .put("arguments", function.path("arguments").asText());
        }
    }

    /// Every string that reaches the model, wherever it hides: names, arguments, stop words.
    void leaves(JsonNode node) {
        if (node.isTextual()) {
            add(node.asText());
        }
        node.properties().forEach(field -> add(field.getKey()));
        node.forEach(this::leaves);
    }

    /// A text that may be JSON is screened also as what it says, as a model reads it.
    private void add(String text) {
        if (!text.isEmpty()) {
            texts.add(text);
            texts.add(JsonEscapes.read(text));
        }
    }
}
