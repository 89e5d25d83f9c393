package io.mingshi.gateway.anthropic;

import static io.mingshi.gateway.GatewayProblem.INVALID_REQUEST;
import static io.mingshi.gateway.GatewayProblem.UNSUPPORTED;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mingshi.gateway.edge.Fields;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A request for a message in the words of a chat completion.
final class MessageRequest {
    private static final List<String> KEPT =
            List.of("model", "temperature", "top_p", "max_tokens", "depicts", "purpose");

    private MessageRequest() {}

    static ObjectNode asChat(Fields fields) {
        JsonNode body = fields.body();
        if (!body.path("max_tokens").isIntegralNumber()) {
            throw INVALID_REQUEST.with("the parameter max_tokens is missing: say how long the answer may be");
        }
        if (body.path("thinking").path("type").asText("disabled").equals("enabled")) {
            throw UNSUPPORTED.with("thinking is not offered: what a model thinks is neither reviewed nor labelled");
        }
        ObjectNode chat = JsonNodeFactory.instance.objectNode();
        for (String name : KEPT) {
            copy(body.get(name), chat, name);
        }
        copy(body.get("stop_sequences"), chat, "stop");
        ArrayNode messages = chat.putArray("messages");
        system(body.path("system"), messages);
        for (JsonNode message : body.path("messages")) {
            Blocks.add(message, messages);
        }
        tools(body, chat);
        return chat;
    }

    private static void system(JsonNode system, ArrayNode messages) {
        if (!system.isMissingNode() && !system.isNull()) {
            messages.addObject().put("role", "system").set("content", system);
        }
    }

    private static void tools(JsonNode body, ObjectNode chat) {
        if (!body.path("tools").isEmpty()) {
            ArrayNode tools = chat.putArray("tools");
            body.path("tools").forEach(tool -> tools.add(tool(tool)));
        }
        JsonNode choice = body.path("tool_choice");
        switch (choice.path("type").asText("")) {
            case "auto" -> chat.put("tool_choice", "auto");
            case "any" -> chat.put("tool_choice", "required");
            case "none" -> chat.put("tool_choice", "none");
            case "tool" ->
                chat.putObject("tool_choice")
                        .put("type", "function")
                        .putObject("function")
                        .put("name", choice.path("name").asText());
            case "" -> {}
            default -> throw INVALID_REQUEST.with("tool_choice must be auto, any, none or tool");
        }
        if (choice.path("disable_parallel_tool_use").asBoolean(false)) {
            chat.put("parallel_tool_calls", false);
        }
    }

    /// Tools that Anthropic would run itself have a type of their own, which is refused where tools are read.
    private static ObjectNode tool(JsonNode tool) {
        String type = tool.path("type").asText("custom");
        ObjectNode taken = JsonNodeFactory.instance.objectNode().put("type", type.equals("custom") ? "function" : type);
        ObjectNode function = taken.putObject("function");
        copy(tool.get("name"), function, "name");
        copy(tool.get("description"), function, "description");
        copy(tool.get("input_schema"), function, "parameters");
        return taken;
    }

    private static void copy(@Nullable JsonNode value, ObjectNode into, String name) {
        if (value != null && !value.isNull()) {
            into.set(name, value);
        }
    }
}
