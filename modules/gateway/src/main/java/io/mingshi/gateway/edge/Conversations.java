package io.mingshi.gateway.edge;

import static io.mingshi.gateway.GatewayProblem.INVALID_REQUEST;
import static io.mingshi.gateway.GatewayProblem.UNSUPPORTED;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mingshi.gateway.Prompt;
import io.mingshi.gateway.Prompt.Form;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// Reads a conversation in the words of OpenAI's chat completions; the other surfaces translate theirs into these.
///
/// What reaches a model is taken over by name and screened, every string of it. What could carry content past the
/// review is refused.
public final class Conversations {
    private static final List<String> PASSED_ON = List.of(
            "temperature",
            "top_p",
            "max_tokens",
            "max_completion_tokens",
            "stop",
            "presence_penalty",
            "frequency_penalty",
            "seed",
            "tool_choice",
            "parallel_tool_calls",
            "reasoning_effort",
            "response_format");

    private static final int MOST_TOKENS = 1_000_000;

    private Conversations() {}

    /// @param files gives the text of a file by its id
    public static Prompt.Chat read(Fields fields, UnaryOperator<String> files) {
        JsonNode body = fields.body();
        refuseWhatIsNotReviewed(body);
        JsonNode messages = body.path("messages");
        if (!messages.isArray() || messages.isEmpty()) {
            throw INVALID_REQUEST.with("the parameter messages is missing or empty: add at least one message");
        }
        int choices = fields.count();
        ObjectNode request = JsonNodeFactory.instance
                .objectNode()
                .put("model", fields.model().value())
                .put("n", choices);
        for (String name : PASSED_ON) {
            JsonNode value = body.get(name);
            if (value != null && !value.isNull()) {
                refuseWithoutMeasure(name, value);
                request.set(name, value);
            }
        }
        boolean tools = Tools.read(body, request);
        var read = new Messages(files);
        read.leaves(request);
        request.set("messages", read.all(messages));
        return new Prompt.Chat(
                fields.model(),
                read.texts(),
                read.question(),
                request.toString(),
                choices,
                form(body, tools),
                read.pictures(),
                read.pictures().isEmpty() ? Optional.empty() : Optional.of(Declared.of(fields)));
    }

    /// Quotas count on it before the model is asked, so it must be a number that can be reckoned with.
    private static void refuseWithoutMeasure(String name, JsonNode value) {
        if (name.startsWith("max_")
                && !(value.isIntegralNumber()
                        && value.canConvertToInt()
                        && value.asInt() >= 1
                        && value.asInt() <= MOST_TOKENS)) {
            throw INVALID_REQUEST.with("the parameter " + name + " must be a whole number from 1 to " + MOST_TOKENS);
        }
    }

    private static Form form(JsonNode body, boolean tools) {
        return switch (body.path("response_format").path("type").asText("text")) {
            case "text" -> tools ? Form.TEXT_OR_CALLS : Form.TEXT;
            case "json_object", "json_schema" -> Form.DATA;
            default -> throw INVALID_REQUEST.with("response_format must be text, json_object or json_schema");
        };
    }

    private static void refuseWhatIsNotReviewed(JsonNode body) {
        if (body.path("logprobs").asBoolean(false) || body.path("top_logprobs").asInt(0) > 0) {
            throw UNSUPPORTED.with(
                    "logprobs are not offered: they name words that the model did not choose and nobody reviewed");
        }
        if (!body.path("functions").isEmpty() || body.hasNonNull("function_call")) {
            throw UNSUPPORTED.with("functions are not offered: name them in tools");
        }
        if (body.hasNonNull("web_search_options")) {
            throw UNSUPPORTED.with("web search is not offered: what it finds would not be reviewed");
        }
        for (JsonNode modality : body.path("modalities")) {
            if (!modality.asText().equals("text")) {
                throw UNSUPPORTED.with("modalities must be text: ask /v1/audio/speech for sound");
            }
        }
    }
}
