package io.mingshi.gateway.openai;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mingshi.contracts.ProduceId;
import io.mingshi.gateway.admission.Admission;
import io.mingshi.gateway.generation.GenerateWorks.Result;
import io.mingshi.gateway.generation.OpenStream.Frame;
import io.mingshi.gateway.generation.Recorded;
import io.mingshi.gateway.generation.Usage;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// The bodies of one chat completion, whole or in chunks.
final class ChatBodies {
    private final Admission admission;
    private final Set<Integer> begun = new HashSet<>();

    ChatBodies(Admission admission) {
        this.admission = admission;
    }

    ObjectNode whole(Result result) {
        ObjectNode body = head("chat.completion");
        ArrayNode choices = body.putArray("choices");
        for (Recorded work : result.works()) {
            ObjectNode choice = choices.addObject().put("index", choices.size() - 1);
            choice.putObject("message")
                    .put("role", "assistant")
                    .put("content", new String(work.content().bytes(), UTF_8))
                    .putNull("refusal");
            choice.putNull("logprobs").put("finish_reason", work.finishReason());
            choice.set("mingshi", mingshi(work.work()));
        }
        body.set("usage", usage(result.usage()));
        body.set("mingshi", mingshi(result.works().getFirst().work()));
        return body;
    }

    ObjectNode text(Frame frame) {
        ObjectNode body = head("chat.completion.chunk");
        ObjectNode choice = body.putArray("choices").addObject().put("index", frame.choice());
        ObjectNode delta = choice.putObject("delta");
        if (begun.add(frame.choice())) {
            delta.put("role", "assistant");
        }
        delta.put("content", frame.text());
        choice.putNull("logprobs").putNull("finish_reason");
        return body;
    }

    ObjectNode end(int index, Recorded work) {
        ObjectNode body = head("chat.completion.chunk");
        ObjectNode choice = body.putArray("choices").addObject().put("index", index);
        choice.putObject("delta");
        choice.putNull("logprobs").put("finish_reason", work.finishReason());
        body.set("mingshi", mingshi(work.work()));
        return body;
    }

    ObjectNode count(Usage usage, List<Recorded> works) {
        ObjectNode body = head("chat.completion.chunk");
        body.putArray("choices");
        body.set("usage", usage(usage));
        body.set("mingshi", mingshi(works.getFirst().work()));
        return body;
    }

    private ObjectNode head(String object) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("id", "chatcmpl-" + admission.id())
                .put("object", object)
                .put("created", admission.admittedAt().getEpochSecond())
                .put("model", admission.prompt().model().value());
    }

    private static ObjectNode usage(Usage usage) {
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
