package io.mingshi.gateway.responses;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mingshi.contracts.ProduceId;
import io.mingshi.gateway.admission.Admission;
import io.mingshi.gateway.edge.Door;
import io.mingshi.gateway.edge.Fields;
import io.mingshi.gateway.generation.Answer;
import io.mingshi.gateway.generation.Recorded;
import io.mingshi.gateway.generation.ToolCall;
import io.mingshi.gateway.generation.Usage;

/// The bodies of one response.
final class ResponseBodies {
    static final String RUNNING = "in_progress";
    static final String COMPLETED = "completed";

    private final Admission admission;
    private final Fields request;

    ResponseBodies(Admission admission, Fields request) {
        this.admission = admission;
        this.request = request;
    }

    ObjectNode whole(Door.Made made) {
        Recorded work = made.works().getFirst();
        Answer answer = work.answer();
        ArrayNode output = JsonNodeFactory.instance.arrayNode();
        if (!answer.text().isEmpty()) {
            output.add(message(work.work(), COMPLETED, answer.text()));
        }
        answer.calls().forEach(call -> output.add(call(call, COMPLETED)));
        ObjectNode body = ended(output, work, made.usage());
        answer.beside().ifPresent(notice -> notice(body, notice));
        return body;
    }

    /// @param status in_progress, completed or incomplete
    ObjectNode response(String status, ArrayNode output, ProduceId work) {
        ObjectNode body = JsonNodeFactory.instance
                .objectNode()
                .put("id", "resp_" + admission.id())
                .put("object", "response")
                .put("created_at", admission.admittedAt().getEpochSecond())
                .put("status", status)
                .putNull("error")
                .putNull("incomplete_details")
                .put("model", admission.prompt().model().value());
        body.set("output", output);
        asAsked(body);
        return body.putNull("previous_response_id")
                .put("store", false)
                .put("truncation", "disabled")
                .putNull("usage")
                .set("mingshi", JsonNodeFactory.instance.objectNode().put("produce_id", work.value()));
    }

    private void asAsked(ObjectNode body) {
        for (String name : new String[] {"instructions", "temperature", "top_p", "max_output_tokens"}) {
            JsonNode value = request.body().get(name);
            body.set(name, value == null ? JsonNodeFactory.instance.nullNode() : value);
        }
        body.set(
                "tools", request.body().path("tools").isArray() ? request.body().get("tools") : body.arrayNode());
        JsonNode choice = request.body().get("tool_choice");
        body.set("tool_choice", choice == null ? body.textNode("auto") : choice);
        body.put(
                "parallel_tool_calls",
                request.body().path("parallel_tool_calls").asBoolean(true));
        JsonNode text = request.body().path("text");
        if (text.has("format")) {
            body.set("text", text);
        } else {
            body.putObject("text").putObject("format").put("type", "text");
        }
        body.putObject("metadata");
    }

    ObjectNode ended(ArrayNode output, Recorded work, Usage usage) {
        String reason = work.finishReason();
        boolean cut = reason.equals("length") || reason.equals("content_filter");
        ObjectNode body = response(cut ? "incomplete" : COMPLETED, output, work.work());
        if (cut) {
            body.putObject("incomplete_details").put("reason", reason.equals("length") ? "max_output_tokens" : reason);
        }
        ObjectNode counted = body.putObject("usage")
                .put("input_tokens", usage.promptTokens())
                .put("output_tokens", usage.completionTokens())
                .put("total_tokens", usage.promptTokens() + usage.completionTokens());
        counted.putObject("input_tokens_details").put("cached_tokens", 0);
        counted.putObject("output_tokens_details").put("reasoning_tokens", 0);
        return body;
    }

    static void notice(ObjectNode body, String notice) {
        body.withObjectProperty("mingshi").put("notice", notice.strip());
    }

    static ObjectNode message(ProduceId work, String status, String text) {
        ObjectNode item = JsonNodeFactory.instance
                .objectNode()
                .put("type", "message")
                .put("id", "msg_" + work)
                .put("status", status)
                .put("role", "assistant");
        ArrayNode content = item.putArray("content");
        if (!text.isEmpty()) {
            content.add(part(text));
        }
        return item;
    }

    static ObjectNode part(String text) {
        ObjectNode part =
                JsonNodeFactory.instance.objectNode().put("type", "output_text").put("text", text);
        part.putArray("annotations");
        return part;
    }

    static ObjectNode call(ToolCall call, String status) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("type", "function_call")
                .put("id", "fc_" + call.id())
                .put("call_id", call.id())
                .put("name", call.name())
                .put("arguments", call.arguments())
                .put("status", status);
    }
}
