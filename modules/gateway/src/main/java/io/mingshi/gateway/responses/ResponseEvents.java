package io.mingshi.gateway.responses;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mingshi.contracts.ProduceId;
import io.mingshi.gateway.edge.StreamProtocol;
import io.mingshi.gateway.generation.Frame;
import io.mingshi.gateway.generation.Recorded;
import io.mingshi.gateway.generation.ToolCall;
import io.mingshi.gateway.generation.Usage;
import io.mingshi.servicekit.problem.ProblemDetail;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// One response as events: created, in progress, each item from its beginning to its end, then completed.
final class ResponseEvents implements StreamProtocol {
    private final ResponseBodies bodies;
    private final List<Item> items = new ArrayList<>();
    private final Map<Integer, Item> calls = new TreeMap<>();
    private @Nullable Item message;
    private @Nullable ProduceId work;
    private String beside = "";
    private int sequence;

    ResponseEvents(ResponseBodies bodies) {
        this.bodies = bodies;
    }

    /// A message or a call that is being sent.
    ///
    /// @param id of the call, and its name; empty for a message
    private record Item(int index, String id, String name, StringBuilder written) {}

    private ProduceId work() {
        return Objects.requireNonNull(work);
    }

    @Override
    public List<Event> begin(List<ProduceId> works) {
        work = works.getFirst();
        return List.of(progress("response.created"), progress("response.in_progress"));
    }

    private Event progress(String type) {
        return event(
                type,
                body -> body.set(
                        "response",
                        bodies.response(ResponseBodies.RUNNING, JsonNodeFactory.instance.arrayNode(), work())));
    }

    @Override
    public List<Event> frame(Frame frame) {
        List<Event> events = new ArrayList<>();
        switch (frame) {
            case Frame.Text text -> say(text.text(), events);
            case Frame.Beside notice -> beside = notice.notice();
            case Frame.CallBegun call -> {
                endMessage(events);
                Item item = new Item(items.size(), call.id(), call.name(), new StringBuilder());
                items.add(item);
                calls.put(call.call(), item);
                events.add(added(item));
            }
            case Frame.CallArguments more -> {
                Item item = Objects.requireNonNull(calls.get(more.call()));
                item.written().append(more.arguments());
                events.add(event(
                        "response.function_call_arguments.delta",
                        body -> at(body, item).put("delta", more.arguments())));
            }
        }
        return events;
    }

    private void say(String text, List<Event> events) {
        Item item = message;
        if (item == null) {
            item = new Item(items.size(), "", "", new StringBuilder());
            message = item;
            items.add(item);
            Item opened = item;
            events.add(added(item));
            events.add(event(
                    "response.content_part.added",
                    body -> at(body, opened).put("content_index", 0).set("part", ResponseBodies.part(""))));
        }
        item.written().append(text);
        Item open = item;
        events.add(event(
                "response.output_text.delta",
                body -> at(body, open)
                        .put("content_index", 0)
                        .put("delta", text)
                        .putArray("logprobs")));
    }

    private void endMessage(List<Event> events) {
        Item item = message;
        message = null;
        if (item == null) {
            return;
        }
        String text = item.written().toString();
        events.add(event(
                "response.output_text.done",
                body -> at(body, item).put("content_index", 0).put("text", text).putArray("logprobs")));
        events.add(event(
                "response.content_part.done",
                body -> at(body, item).put("content_index", 0).set("part", ResponseBodies.part(text))));
        events.add(done(item));
    }

    @Override
    public List<Event> end(List<Recorded> works, Usage usage) {
        List<Event> events = new ArrayList<>();
        endMessage(events);
        for (Item call : calls.values()) {
            events.add(event(
                    "response.function_call_arguments.done",
                    body -> at(body, call)
                            .put("name", call.name())
                            .put("arguments", call.written().toString())));
            events.add(done(call));
        }
        ArrayNode output = JsonNodeFactory.instance.arrayNode();
        items.forEach(item -> output.add(item(item, ResponseBodies.COMPLETED)));
        ObjectNode response = bodies.ended(output, works.getFirst(), usage);
        if (!beside.isEmpty()) {
            ResponseBodies.notice(response, beside);
        }
        events.add(event("response." + response.path("status").asText(), body -> body.set("response", response)));
        return events;
    }

    @Override
    public Event failure(ProblemDetail problem) {
        return event(
                "error",
                body -> body.put("code", problem.code())
                        .put("message", problem.title() + ": " + problem.detail())
                        .putNull("param"));
    }

    /// The notice that goes beside a call or JSON stands with the item's beginning.
    private Event added(Item item) {
        return event("response.output_item.added", body -> {
            ObjectNode begun = item(item, ResponseBodies.RUNNING);
            if (!beside.isEmpty()) {
                ResponseBodies.notice(begun, beside);
            }
            body.put("output_index", item.index()).set("item", begun);
        });
    }

    private Event done(Item item) {
        return event(
                "response.output_item.done",
                body -> body.put("output_index", item.index()).set("item", item(item, ResponseBodies.COMPLETED)));
    }

    private ObjectNode item(Item item, String status) {
        return item.id().isEmpty()
                ? ResponseBodies.message(work(), status, item.written().toString())
                : ResponseBodies.call(
                        new ToolCall(item.id(), item.name(), item.written().toString()), status);
    }

    private ObjectNode at(ObjectNode body, Item item) {
        return body.put("item_id", item.id().isEmpty() ? "msg_" + work() : "fc_" + item.id())
                .put("output_index", item.index());
    }

    private Event event(String type, Consumer<ObjectNode> fill) {
        ObjectNode body =
                JsonNodeFactory.instance.objectNode().put("type", type).put("sequence_number", sequence++);
        fill.accept(body);
        return Event.typed(body);
    }
}
