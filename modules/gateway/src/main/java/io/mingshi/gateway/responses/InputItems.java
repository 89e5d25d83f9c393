package io.mingshi.gateway.responses;

import static io.mingshi.gateway.GatewayProblem.INVALID_REQUEST;
import static io.mingshi.gateway.GatewayProblem.UNSUPPORTED;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/// What came before, item by item, as messages of a chat.
final class InputItems {
    private InputItems() {}

    static void add(JsonNode item, ArrayNode messages) {
        switch (item.path("type").asText("message")) {
            case "message" ->
                messages.addObject()
                        .put("role", item.path("role").asText())
                        .set("content", content(item.path("content")));
            case "function_call" -> call(item, messages);
            case "function_call_output" ->
                messages.addObject()
                        .put("role", "tool")
                        .put("tool_call_id", item.path("call_id").asText())
                        .set("content", content(item.path("output")));
            default ->
                throw UNSUPPORTED.with("items of type " + item.path("type").asText()
                        + " are not taken: send messages, function calls and their outputs");
        }
    }

    /// Calls that follow each other belong to one message.
    private static void call(JsonNode item, ArrayNode messages) {
        JsonNode last = messages.isEmpty() ? null : messages.get(messages.size() - 1);
        ArrayNode calls = last instanceof ObjectNode message && message.get("tool_calls") instanceof ArrayNode open
                ? open
                : messages.addObject()
                        .put("role", "assistant")
                        .putNull("content")
                        .putArray("tool_calls");
        ObjectNode call =
                calls.addObject().put("id", item.path("call_id").asText()).put("type", "function");
        call.putObject("function")
                .put("name", item.path("name").asText())
                .put("arguments", item.path("arguments").asText());
    }

    private static JsonNode content(JsonNode content) {
        if (content.isTextual()) {
            return content;
        }
        if (!content.isArray()) {
            throw INVALID_REQUEST.with("the content of an item must be a text or a list of parts");
        }
        ArrayNode parts = JsonNodeFactory.instance.arrayNode();
        for (JsonNode part : content) {
            parts.add(part(part));
        }
        return parts;
    }

    private static ObjectNode part(JsonNode part) {
        ObjectNode taken = JsonNodeFactory.instance.objectNode();
        return switch (part.path("type").asText()) {
            case "input_text", "output_text", "text" ->
                taken.put("type", "text").set("text", part.path("text"));
            case "refusal" -> taken.put("type", "refusal").set("refusal", part.path("refusal"));
            case "input_file" -> {
                ResponseRequest.copy(
                        part.get("file_id"), taken.put("type", "file").putObject("file"), "file_id");
                yield taken;
            }
            case "input_image" -> {
                ObjectNode picture = taken.put("type", "image_url").putObject("image_url");
                picture.put("url", part.path("image_url").asText(""));
                ResponseRequest.copy(part.get("detail"), picture, "detail");
                yield taken;
            }
            default ->
                throw UNSUPPORTED.with("parts of type " + part.path("type").asText()
                        + " are not taken: send input_text, input_image and input_file");
        };
    }
}
