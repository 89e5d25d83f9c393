package io.mingshi.gateway.responses;

import static io.mingshi.gateway.GatewayProblem.INVALID_REQUEST;
import static io.mingshi.gateway.GatewayProblem.UNSUPPORTED;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mingshi.gateway.edge.Fields;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A request for a response in the words of a chat completion.
final class ResponseRequest {
    private static final List<String> KEPT =
            List.of("model", "temperature", "top_p", "parallel_tool_calls", "top_logprobs", "depicts", "purpose");
    private static final Map<String, String> MEMORY = Map.of(
            "previous_response_id", "send the whole conversation in input",
            "conversation", "send the whole conversation in input",
            "prompt", "send the text itself in instructions");

    private ResponseRequest() {}

    static ObjectNode asChat(Fields fields) {
        JsonNode body = fields.body();
        refuseWhatWouldBeKept(fields);
        ObjectNode chat = JsonNodeFactory.instance.objectNode();
        for (String name : KEPT) {
            copy(body.get(name), chat, name);
        }
        copy(body.get("max_output_tokens"), chat, "max_completion_tokens");
        copy(body.path("reasoning").get("effort"), chat, "reasoning_effort");
        ArrayNode messages = chat.putArray("messages");
        fields.optional("instructions")
                .ifPresent(text -> messages.addObject().put("role", "system").put("content", text));
        JsonNode input = body.path("input");
        if (input.isTextual()) {
            messages.addObject().put("role", "user").set("content", input);
        } else if (input.isArray()) {
            input.forEach(item -> InputItems.add(item, messages));
        } else {
            throw INVALID_REQUEST.with("the parameter input is missing: send a text or a list of items");
        }
        tools(body, chat);
        format(body.path("text").path("format"), chat);
        return chat;
    }

    private static void refuseWhatWouldBeKept(Fields fields) {
        MEMORY.forEach((name, instead) -> {
            if (fields.body().hasNonNull(name)) {
                throw UNSUPPORTED.with(name + " is not offered, because conversations are not kept: " + instead);
            }
        });
        if (fields.flag("store")) {
            throw UNSUPPORTED.with("store must be false: conversations are not kept, only works and hashes are");
        }
        if (fields.flag("background")) {
            throw UNSUPPORTED.with("background must be false: ask with stream for a long answer");
        }
    }

    private static void tools(JsonNode body, ObjectNode chat) {
        if (!body.path("tools").isEmpty()) {
            ArrayNode tools = chat.putArray("tools");
            for (JsonNode tool : body.path("tools")) {
                tools.addObject().put("type", tool.path("type").asText()).set("function", tool);
            }
        }
        JsonNode choice = body.path("tool_choice");
        if (choice.isObject()) {
            chat.putObject("tool_choice")
                    .put("type", "function")
                    .putObject("function")
                    .put("name", choice.path("name").asText());
        } else {
            copy(choice.isTextual() ? choice : null, chat, "tool_choice");
        }
    }

    private static void format(JsonNode format, ObjectNode chat) {
        String type = format.path("type").asText("text");
        if (type.equals("text")) {
            return;
        }
        ObjectNode wanted = chat.putObject("response_format").put("type", type);
        if (type.equals("json_schema")) {
            ObjectNode schema = wanted.putObject("json_schema");
            for (String name : List.of("name", "description", "schema", "strict")) {
                copy(format.get(name), schema, name);
            }
        }
    }

    static void copy(@Nullable JsonNode value, ObjectNode into, String name) {
        if (value != null && !value.isNull()) {
            into.set(name, value);
        }
    }
}
