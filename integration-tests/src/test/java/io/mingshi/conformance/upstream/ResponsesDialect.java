package io.mingshi.conformance.upstream;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mingshi.conformance.upstream.Said.Turn;
import java.util.ArrayList;
import java.util.List;

/// Responses: one turn, whose calls are items of their own.
final class ResponsesDialect implements Dialect {
    @Override
    public ObjectNode whole(Said said) {
        ObjectNode body = head("completed");
        var output = body.putArray("output");
        items(said.turns().getFirst()).forEach(output::add);
        body.putObject("usage").put("input_tokens", 1).put("output_tokens", 1).put("total_tokens", 2);
        return body;
    }

    @Override
    public List<Event> events(Said said) {
        List<Event> events = new ArrayList<>();
        ObjectNode created = Dialect.node().put("type", "response.created");
        created.set("response", head("in_progress"));
        events.add(Event.named(created));
        List<ObjectNode> items = items(said.turns().getFirst());
        for (int i = 0; i < items.size(); i++) {
            add(i, items.get(i), said.cut(), events);
        }
        ObjectNode completed = Dialect.node().put("type", "response.completed");
        completed.set("response", whole(said));
        events.add(Event.named(completed));
        return events;
    }

    private static void add(int index, ObjectNode item, Cut cut, List<Event> events) {
        boolean call = item.path("type").asText().equals("function_call");
        String kind = call ? "response.function_call_arguments" : "response.output_text";
        String whole = call
                ? item.path("arguments").asText()
                : item.path("content").path(0).path("text").asText();
        ObjectNode added = at("response.output_item.added", index);
        ObjectNode empty = added.putObject("item").put("id", "item_" + index);
        empty.set("type", item.path("type"));
        if (call) {
            empty.setAll(item);
            empty.put("arguments", "");
        } else {
            empty.put("role", "assistant").putArray("content");
        }
        events.add(Event.named(added));
        for (String piece : cut.pieces(whole)) {
            events.add(Event.named(at(kind + ".delta", index).put("delta", piece)));
        }
        events.add(Event.named(at(kind + ".done", index).put(call ? "arguments" : "text", whole)));
        ObjectNode done = at("response.output_item.done", index);
        done.set("item", item);
        events.add(Event.named(done));
    }

    private static ObjectNode at(String type, int index) {
        return Dialect.node()
                .put("type", type)
                .put("item_id", "item_" + index)
                .put("output_index", index)
                .put("content_index", 0);
    }

    private static List<ObjectNode> items(Turn turn) {
        List<ObjectNode> items = new ArrayList<>();
        String text = turn.text() + turn.refusal();
        if (!text.isEmpty()) {
            ObjectNode message = Dialect.node().put("type", "message").put("id", "item_0");
            message.put("role", "assistant").put("status", "completed");
            message.putArray("content")
                    .addObject()
                    .put("type", "output_text")
                    .put("text", text)
                    .putArray("annotations");
            items.add(message);
        }
        turn.calls()
                .forEach(call -> items.add(Dialect.node()
                        .put("type", "function_call")
                        .put("id", "item_" + items.size())
                        .put("call_id", "call_" + items.size())
                        .put("name", call.name())
                        .put("arguments", call.arguments())
                        .put("status", "completed")));
        return items;
    }

    private static ObjectNode head(String status) {
        return Dialect.node()
                .put("id", "resp_conformance")
                .put("object", "response")
                .put("created_at", 1)
                .put("status", status)
                .put("model", MODEL);
    }
}
