package io.mingshi.gateway.edge;

import static io.mingshi.gateway.GatewayProblem.INVALID_REQUEST;
import static io.mingshi.gateway.GatewayProblem.UNSUPPORTED;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mingshi.gateway.generation.ToolCall;
import java.util.List;

/// Reads the tools that a model may call: the requester's own functions, which the requester runs.
final class Tools {
    private static final List<String> DEFINITION = List.of("name", "description", "parameters", "strict");

    private Tools() {}

    /// @return whether there are any
    static boolean read(JsonNode body, ObjectNode request) {
        JsonNode tools = body.path("tools");
        if (tools.isMissingNode() || tools.isNull() || tools.isEmpty()) {
            return false;
        }
        if (!tools.isArray() || tools.size() > ToolCall.MOST) {
            throw INVALID_REQUEST.with("tools must be a list of at most " + ToolCall.MOST);
        }
        var taken = request.putArray("tools");
        for (JsonNode tool : tools) {
            taken.addObject().put("type", "function").set("function", definition(tool));
        }
        return true;
    }

    private static ObjectNode definition(JsonNode tool) {
        JsonNode function = tool.path("function");
        if (!tool.path("type").asText().equals("function")) {
            throw UNSUPPORTED.with("only tools of type function are offered: what others find is not reviewed");
        }
        if (!function.path("name").isTextual()) {
            throw INVALID_REQUEST.with("every tool needs a function with a name");
        }
        ObjectNode taken = JsonNodeFactory.instance.objectNode();
        for (String name : DEFINITION) {
            JsonNode value = function.get(name);
            if (value != null && !value.isNull()) {
                taken.set(name, value);
            }
        }
        return taken;
    }
}
