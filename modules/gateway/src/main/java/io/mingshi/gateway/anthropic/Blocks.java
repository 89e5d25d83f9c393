package io.mingshi.gateway.anthropic;

import static io.mingshi.gateway.GatewayProblem.INVALID_REQUEST;
import static io.mingshi.gateway.GatewayProblem.UNSUPPORTED;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/// The blocks of one message as messages of a chat: results of tools are messages of their own there.
final class Blocks {
    private Blocks() {}

    static void add(JsonNode message, ArrayNode messages) {
        JsonNode content = message.path("content");
        String role = message.path("role").asText();
        if (!role.equals("user") && !role.equals("assistant")) {
            throw INVALID_REQUEST.with("every message needs the role user or assistant");
        }
        if (content.isTextual()) {
            messages.addObject().put("role", role).set("content", content);
            return;
        }
        ArrayNode parts = JsonNodeFactory.instance.arrayNode();
        ArrayNode calls = JsonNodeFactory.instance.arrayNode();
        for (JsonNode block : content) {
            switch (block.path("type").asText()) {
                case "text" -> parts.addObject().put("type", "text").set("text", block.path("text"));
                case "image" -> parts.add(picture(block.path("source")));
                case "document" -> parts.add(document(block.path("source")));
                case "tool_use" -> calls.add(call(block));
                case "tool_result" -> messages.add(result(block));
                default ->
                    throw UNSUPPORTED.with(
                            "blocks of type " + block.path("type").asText()
                                    + " are not taken: send text, image, document, tool_use and tool_result");
            }
        }
        if (!parts.isEmpty() || !calls.isEmpty()) {
            ObjectNode taken = messages.addObject().put("role", role);
            taken.set("content", parts.isEmpty() ? JsonNodeFactory.instance.nullNode() : parts);
            if (!calls.isEmpty()) {
                taken.set("tool_calls", calls);
            }
        }
    }

    private static ObjectNode picture(JsonNode source) {
        String url = source.path("type").asText().equals("base64")
                ? "data:" + source.path("media_type").asText() + ";base64,"
                        + source.path("data").asText()
                : source.path("url").asText("");
        ObjectNode part = JsonNodeFactory.instance.objectNode().put("type", "image_url");
        part.putObject("image_url").put("url", url);
        return part;
    }

    /// A document that was handed in before; one that stands in the request itself is refused where it is read.
    private static ObjectNode document(JsonNode source) {
        ObjectNode part = JsonNodeFactory.instance.objectNode().put("type", "file");
        part.putObject("file").put("file_id", source.path("file_id").asText(""));
        return part;
    }

    private static ObjectNode call(JsonNode block) {
        ObjectNode call = JsonNodeFactory.instance
                .objectNode()
                .put("id", block.path("id").asText())
                .put("type", "function");
        call.putObject("function")
                .put("name", block.path("name").asText())
                .put(
                        "arguments",
                        block.path("input").isMissingNode()
                                ? "{}"
                                : block.path("input").toString());
        return call;
    }

    private static ObjectNode result(JsonNode block) {
        JsonNode content = block.path("content");
        ObjectNode message = JsonNodeFactory.instance
                .objectNode()
                .put("role", "tool")
                .put("tool_call_id", block.path("tool_use_id").asText());
        if (!content.isArray()) {
            return message.put("content", content.asText(""));
        }
        ArrayNode parts = message.putArray("content");
        for (JsonNode part : content) {
            if (!part.path("type").asText().equals("text")) {
                throw UNSUPPORTED.with("a tool_result holds text alone: send a picture as an image block of its own");
            }
            parts.addObject().put("type", "text").set("text", part.path("text"));
        }
        return message;
    }
}
