package io.mingshi.gateway.anthropic;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mingshi.contracts.ProduceId;
import io.mingshi.gateway.admission.Admission;
import io.mingshi.gateway.edge.Door;
import io.mingshi.gateway.generation.Answer;
import io.mingshi.gateway.generation.Recorded;

/// The bodies of messages.
final class MessageBodies {
    private MessageBodies() {}

    static ObjectNode whole(Door.Made made, ObjectMapper json) {
        Recorded work = made.works().getFirst();
        Answer answer = work.answer();
        ObjectNode body = head(made.admission(), work.work());
        ArrayNode content = body.putArray("content");
        if (!answer.text().isEmpty()) {
            content.addObject().put("type", "text").put("text", answer.text());
        }
        answer.calls()
                .forEach(call -> content.addObject()
                        .put("type", "tool_use")
                        .put("id", call.id())
                        .put("name", call.name())
                        .set("input", input(call.arguments(), json)));
        body.put("stop_reason", stopReason(work.finishReason())).putNull("stop_sequence");
        body.putObject("usage")
                .put("input_tokens", made.usage().promptTokens())
                .put("output_tokens", made.usage().completionTokens());
        answer.beside().ifPresent(notice -> body.withObjectProperty("mingshi").put("notice", notice.strip()));
        return body;
    }

    static ObjectNode head(Admission admission, ProduceId work) {
        ObjectNode body = JsonNodeFactory.instance
                .objectNode()
                .put("id", "msg_" + admission.id())
                .put("type", "message")
                .put("role", "assistant")
                .put("model", admission.prompt().model().value());
        body.putObject("mingshi").put("produce_id", work.value());
        return body;
    }

    static String stopReason(String finishReason) {
        return switch (finishReason) {
            case "length" -> "max_tokens";
            case "tool_calls" -> "tool_use";
            case "content_filter" -> "refusal";
            default -> "end_turn";
        };
    }

    /// Arguments that are no JSON object are handed on as the text that they are.
    private static JsonNode input(String arguments, ObjectMapper json) {
        try {
            JsonNode input = json.readTree(arguments);
            if (input.isObject()) {
                return input;
            }
        } catch (JsonProcessingException e) {
            return JsonNodeFactory.instance.objectNode().put("text", arguments);
        }
        return JsonNodeFactory.instance.objectNode().put("text", arguments);
    }
}
