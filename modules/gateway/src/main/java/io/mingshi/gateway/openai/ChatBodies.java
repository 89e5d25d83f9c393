package io.mingshi.gateway.openai;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mingshi.contracts.ProduceId;
import io.mingshi.gateway.admission.Admission;
import io.mingshi.gateway.edge.Door;
import io.mingshi.gateway.generation.Answer;
import io.mingshi.gateway.generation.Recorded;
import io.mingshi.gateway.generation.ToolCall;
import io.mingshi.gateway.generation.Usage;

/// The bodies of chat completions.
final class ChatBodies {
    private ChatBodies() {}

    static ObjectNode whole(Door.Made made) {
        ObjectNode body = head(made.admission(), "chat.completion");
        ArrayNode choices = body.putArray("choices");
        for (Recorded work : made.works()) {
            Answer answer = work.answer();
            ObjectNode choice = choices.addObject().put("index", choices.size() - 1);
            choice.set("message", message(answer));
            choice.putNull("logprobs").put("finish_reason", work.finishReason());
            ObjectNode mingshi = mingshi(work.work());
            answer.beside().ifPresent(notice -> mingshi.put("notice", notice.strip()));
            choice.set("mingshi", mingshi);
        }
        body.set("usage", usage(made.usage()));
        body.set("mingshi", mingshi(made.works().getFirst().work()));
        return body;
    }

    private static ObjectNode message(Answer answer) {
        ObjectNode message = JsonNodeFactory.instance.objectNode().put("role", "assistant");
        if (answer.text().isEmpty()) {
            message.putNull("content");
        } else {
            message.put("content", answer.text());
        }
        message.putNull("refusal");
        if (!answer.calls().isEmpty()) {
            ArrayNode calls = message.putArray("tool_calls");
            answer.calls().forEach(call -> calls.add(call(call)));
        }
        return message;
    }

    private static ObjectNode call(ToolCall call) {
        ObjectNode body =
                JsonNodeFactory.instance.objectNode().put("id", call.id()).put("type", "function");
        body.putObject("function").put("name", call.name()).put("arguments", call.arguments());
        return body;
    }

    static ObjectNode head(Admission admission, String object) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("id", "chatcmpl-" + admission.id())
                .put("object", object)
                .put("created", admission.admittedAt().getEpochSecond())
                .put("model", admission.prompt().model().value());
    }

    static ObjectNode usage(Usage usage) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("prompt_tokens", usage.promptTokens())
                .put("completion_tokens", usage.completionTokens())
                .put("total_tokens", usage.promptTokens() + usage.completionTokens());
    }

    static ObjectNode mingshi(ProduceId work) {
        return JsonNodeFactory.instance.objectNode().put("produce_id", work.value());
    }
}
