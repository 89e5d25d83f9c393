package io.mingshi.gateway.anthropic;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mingshi.contracts.ProduceId;
import io.mingshi.gateway.admission.Admission;
import io.mingshi.gateway.edge.StreamProtocol;
import io.mingshi.gateway.generation.Frame;
import io.mingshi.gateway.generation.Recorded;
import io.mingshi.gateway.generation.Usage;
import io.mingshi.servicekit.problem.ProblemDetail;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// One message as events: its start, each block, and its stop once the record is committed.
final class MessageEvents implements StreamProtocol {
    private static final int NONE = -1;

    private final Admission admission;
    private final Map<Integer, Integer> calls = new TreeMap<>();
    private @Nullable ObjectNode start;
    private int blocks;
    private int text = NONE;

    MessageEvents(Admission admission) {
        this.admission = admission;
    }

    /// The start waits for the first frame, so that a notice that goes beside the answer can stand in it.
    @Override
    public List<Event> begin(List<ProduceId> works) {
        ObjectNode message = MessageBodies.head(admission, works.getFirst());
        message.putArray("content");
        message.putNull("stop_reason").putNull("stop_sequence");
        message.putObject("usage").put("input_tokens", 0).put("output_tokens", 0);
        start = message;
        return List.of();
    }

    @Override
    public List<Event> frame(Frame frame) {
        List<Event> events = new ArrayList<>();
        if (frame instanceof Frame.Beside beside && start != null) {
            start.withObjectProperty("mingshi").put("notice", beside.notice().strip());
        }
        started(events);
        switch (frame) {
            case Frame.Beside _ -> {}
            case Frame.Text said -> say(said.text(), events);
            case Frame.CallBegun call -> {
                endText(events);
                calls.put(call.call(), blocks);
                events.add(event(
                        "content_block_start",
                        body -> body.put("index", blocks)
                                .putObject("content_block")
                                .put("type", "tool_use")
                                .put("id", call.id())
                                .put("name", call.name())
                                .putObject("input")));
                blocks++;
            }
            case Frame.CallArguments more ->
                events.add(event(
                        "content_block_delta",
                        body -> body.put("index", Objects.requireNonNull(calls.get(more.call())))
                                .putObject("delta")
                                .put("type", "input_json_delta")
                                .put("partial_json", more.arguments())));
        }
        return events;
    }

    private void started(List<Event> events) {
        ObjectNode message = start;
        if (message != null) {
            start = null;
            events.add(event("message_start", body -> body.set("message", message)));
        }
    }

    private void say(String said, List<Event> events) {
        if (text == NONE) {
            text = blocks++;
            events.add(event(
                    "content_block_start",
                    body -> body.put("index", text)
                            .putObject("content_block")
                            .put("type", "text")
                            .put("text", "")));
        }
        events.add(event(
                "content_block_delta",
                body -> body.put("index", text)
                        .putObject("delta")
                        .put("type", "text_delta")
                        .put("text", said)));
    }

    private void endText(List<Event> events) {
        if (text != NONE) {
            int ended = text;
            text = NONE;
            events.add(event("content_block_stop", body -> body.put("index", ended)));
        }
    }

    @Override
    public List<Event> end(List<Recorded> works, Usage usage) {
        List<Event> events = new ArrayList<>();
        started(events);
        endText(events);
        calls.values().forEach(index -> events.add(event("content_block_stop", body -> body.put("index", index))));
        String reason = MessageBodies.stopReason(works.getFirst().finishReason());
        events.add(event("message_delta", body -> {
            body.putObject("delta").put("stop_reason", reason).putNull("stop_sequence");
            body.putObject("usage")
                    .put("input_tokens", usage.promptTokens())
                    .put("output_tokens", usage.completionTokens());
        }));
        events.add(event("message_stop", _ -> {}));
        return events;
    }

    @Override
    public Event failure(ProblemDetail problem) {
        return event("error", body -> body.set("error", AnthropicErrors.error(problem)));
    }

    private static Event event(String type, Consumer<ObjectNode> fill) {
        ObjectNode body = JsonNodeFactory.instance.objectNode().put("type", type);
        fill.accept(body);
        return Event.typed(body);
    }
}
