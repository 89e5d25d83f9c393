package io.mingshi.gateway.edge;

import static io.mingshi.gateway.GatewayProblem.INVALID_REQUEST;
import static io.mingshi.gateway.GatewayProblem.TOO_LARGE;
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
import java.util.function.UnaryOperator;

/// Takes over the messages of one conversation and collects what is to be screened in it.
final class Messages {
    private static final Set<String> ROLES = Set.of("system", "developer", "user", "assistant", "tool", "function");
    private static final String PICTURE = "image_url";

    private static final String FILE = "file";

    /// The most files in one conversation, and the most characters in all of them.
    private static final int MOST_FILES = 8;

    private static final int MOST_FROM_FILES = 8 << 20;

    private final UnaryOperator<String> files;
    private final Set<String> texts = new LinkedHashSet<>();
    private final List<Media> pictures = new ArrayList<>();
    private String question = "";

    private int filesTaken;
    private int fromFiles;

    /// @param files gives the text of a file by its id
    Messages(UnaryOperator<String> files) {
        this.files = files;
    }

    ArrayNode all(JsonNode messages) {
        ArrayNode taken = JsonNodeFactory.instance.arrayNode();
        for (JsonNode message : messages) {
            boolean filesAlone = files(message, taken);
            if (!filesAlone) {
                taken.add(one(message));
            }
        }
        return taken;
    }

    /// Files go before the message that refers to them, each as a message of its own, which holds the very text that
    /// was reviewed when it was handed in.
    ///
    /// @return whether the message consists of nothing else
    private boolean files(JsonNode message, ArrayNode taken) {
        JsonNode content = message.path("content");
        int others = content.isArray() && !content.isEmpty() ? 0 : 1;
        for (JsonNode part : content.isArray() ? content : JsonNodeFactory.instance.arrayNode()) {
            if (part.path("type").asText().equals(FILE)) {
                if (!message.path("role").asText().equals("user")) {
                    throw INVALID_REQUEST.with("only messages of the role user refer to files");
                }
                String text = file(part.path(FILE).path("file_id").asText(""));
                taken.addObject().put("role", "user").put("content", text);
                add(text);
            } else {
                others++;
            }
        }
        return others == 0;
    }

    private String file(String id) {
        if (id.isEmpty()) {
            throw UNSUPPORTED.with("a file is taken only by its file_id: hand it in at /v1/files first");
        }
        if (filesTaken == MOST_FILES) {
            throw INVALID_REQUEST.with("a conversation has at most " + MOST_FILES + " files");
        }
        String text = files.apply(id);
        filesTaken++;
        fromFiles += text.length();
        if (fromFiles > MOST_FROM_FILES) {
            throw TOO_LARGE.with(
                    "the files of a conversation have at most " + MOST_FROM_FILES + " characters together");
        }
        return text;
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
            if (part.path("type").asText().equals(FILE)) {
                continue;
            }
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
                throw UNSUPPORTED.with("only parts of type text, image_url and file are taken: send a sound to"
                        + " /v1/audio/transcriptions");
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
