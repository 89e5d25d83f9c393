package io.mingshi.conformance.upstream;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mingshi.conformance.upstream.Said.Call;
import io.mingshi.conformance.upstream.Said.Turn;
import java.util.ArrayList;
import java.util.List;

/// Anthropic's messages: one turn of blocks.
final class MessagesDialect implements Dialect {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Override
    public ObjectNode whole(Said said) {
        Turn turn = said.turns().getFirst();
        ObjectNode body = head();
        var content = body.putArray("content");
        if (!text(turn).isEmpty()) {
            content.addObject().put("type", "text").put("text", text(turn));
        }
        for (Call call : turn.calls()) {
            ObjectNode use = use(call, content.size());
            use.set("input", read(call.arguments()));
            content.add(use);
        }
        return body.put("stop_reason", turn.calls().isEmpty() ? "end_turn" : "tool_use");
    }

    @Override
    public List<Event> events(Said said) {
        Turn turn = said.turns().getFirst();
        List<Event> events = new ArrayList<>();
        ObjectNode start = Dialect.node().put("type", "message_start");
        start.set("message", head());
        events.add(Event.named(start));
        int index = 0;
        if (!text(turn).isEmpty()) {
            ObjectNode block = Dialect.node().put("type", "text").put("text", "");
            add(index++, block, "text_delta", "text", said.cut().pieces(text(turn)), events);
        }
        for (Call call : turn.calls()) {
            add(
                    index,
                    use(call, index),
                    "input_json_delta",
                    "partial_json",
                    said.cut().pieces(call.arguments()),
                    events);
            index++;
        }
        ObjectNode end = Dialect.node().put("type", "message_delta");
        end.putObject("delta").put("stop_reason", turn.calls().isEmpty() ? "end_turn" : "tool_use");
        end.putObject("usage").put("output_tokens", 1);
        events.add(Event.named(end));
        events.add(Event.named(Dialect.node().put("type", "message_stop")));
        return events;
    }

    private static void add(
            int index, ObjectNode block, String type, String field, List<String> pieces, List<Event> events) {
        ObjectNode start = Dialect.node().put("type", "content_block_start").put("index", index);
        start.set("content_block", block);
        events.add(Event.named(start));
        for (String piece : pieces) {
            ObjectNode more = Dialect.node().put("type", "content_block_delta").put("index", index);
            more.putObject("delta").put("type", type).put(field, piece);
            events.add(Event.named(more));
        }
        events.add(Event.named(Dialect.node().put("type", "content_block_stop").put("index", index)));
    }

    private static ObjectNode use(Call call, int index) {
        ObjectNode block = Dialect.node()
                .put("type", "tool_use")
                .put("id", "toolu_" + index)
                .put("name", call.name());
        block.putObject("input");
        return block;
    }

    private static JsonNode read(String arguments) {
        try {
            return JSON.readTree(arguments);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("arguments are JSON", e);
        }
    }

    private static String text(Turn turn) {
        return turn.text() + turn.refusal();
    }

    private static ObjectNode head() {
        ObjectNode head = Dialect.node()
                .put("id", "msg_conformance")
                .put("type", "message")
                .put("role", "assistant")
                .put("model", MODEL);
        head.putObject("usage").put("input_tokens", 1).put("output_tokens", 1);
        return head;
    }
}
