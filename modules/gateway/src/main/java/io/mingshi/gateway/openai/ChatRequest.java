package io.mingshi.gateway.openai;

import static io.mingshi.gateway.GatewayProblem.INVALID_REQUEST;
import static io.mingshi.gateway.GatewayProblem.UNSUPPORTED;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mingshi.gateway.Prompt;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A chat completion as it was asked for.
///
/// Whatever could carry content past the review is refused: parts that are no text, tool definitions, structured
/// output, which could not begin with the notice.
///
/// @param usageWanted whether the stream ends with a count of tokens
record ChatRequest(Prompt.Chat prompt, boolean stream, boolean usageWanted) {
    private static final List<String> PASSED_ON = List.of(
            "messages",
            "temperature",
            "top_p",
            "max_tokens",
            "max_completion_tokens",
            "stop",
            "presence_penalty",
            "frequency_penalty",
            "seed");
    private static final Set<String> ROLES = Set.of("system", "developer", "user", "assistant", "tool", "function");

    static ChatRequest of(@Nullable JsonNode body) {
        Fields fields = Fields.of(body);
        refuseWhatIsNotReviewed(fields.body());
        JsonNode messages = fields.body().path("messages");
        if (!messages.isArray() || messages.isEmpty()) {
            throw INVALID_REQUEST.with("the parameter messages is missing or empty: add at least one message");
        }
        List<String> texts = new ArrayList<>();
        String question = "";
        for (JsonNode message : messages) {
            question = content(message);
            texts.add(question);
        }
        int choices = fields.count();
        ObjectNode passedOn = passedOn(fields, choices);
        leaves(passedOn, texts);
        var prompt = new Prompt.Chat(fields.model(), texts, question, passedOn.toString(), choices);
        return new ChatRequest(
                prompt,
                fields.flag("stream"),
                fields.body().path("stream_options").path("include_usage").asBoolean(false));
    }

    private static void refuseWhatIsNotReviewed(JsonNode body) {
        if (!body.path("tools").isEmpty() || !body.path("functions").isEmpty()) {
            throw UNSUPPORTED.with(
                    "tools are not offered yet, because calls of tools are not reviewed: leave them out");
        }
        if (!body.path("response_format").path("type").asText("text").equals("text")) {
            throw UNSUPPORTED.with("response_format must be text: every answer begins with the AI notice");
        }
        for (JsonNode modality : body.path("modalities")) {
            if (!modality.asText().equals("text")) {
                throw UNSUPPORTED.with("modalities must be text: ask /v1/audio/speech for sound");
            }
        }
    }

    /// The text of a message, its parts joined as the model reads them.
    private static String content(JsonNode message) {
        if (!ROLES.contains(message.path("role").asText())) {
            throw INVALID_REQUEST.with("every message needs a role: one of "
                    + ROLES.stream().sorted().toList());
        }
        JsonNode content = message.path("content");
        if (content.isTextual() || content.isNull() || content.isMissingNode()) {
            return content.asText("");
        }
        if (!content.isArray()) {
            throw INVALID_REQUEST.with("the content of a message must be a string or a list of parts");
        }
        var whole = new StringBuilder();
        for (JsonNode part : content) {
            if (!part.path("text").isTextual() || !part.path("type").asText().equals("text")) {
                throw UNSUPPORTED.with("only parts of type text are taken: pictures and sounds cannot be reviewed yet");
            }
            whole.append(part.path("text").asText());
        }
        return whole.toString();
    }

    private static ObjectNode passedOn(Fields fields, int choices) {
        ObjectNode request = JsonNodeFactory.instance.objectNode();
        request.put("model", fields.model().value());
        for (String name : PASSED_ON) {
            JsonNode value = fields.body().get(name);
            if (value != null && !value.isNull()) {
                request.set(name, value);
            }
        }
        return request.put("n", choices);
    }

    /// Every string that reaches the model, wherever it hides: names, arguments, stop words.
    private static void leaves(JsonNode node, List<String> found) {
        if (node.isTextual()) {
            found.add(node.asText());
        }
        node.properties().forEach(field -> found.add(field.getKey()));
        node.forEach(child -> leaves(child, found));
    }
}
