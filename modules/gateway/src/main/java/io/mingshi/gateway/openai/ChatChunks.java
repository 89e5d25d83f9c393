package io.mingshi.gateway.openai;

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
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// One chat completion in chunks; `[DONE]` stands for a committed record.
final class ChatChunks implements StreamProtocol {
    private final Admission admission;
    private final boolean usageWanted;
    private final Set<Integer> begun = new HashSet<>();

    ChatChunks(Admission admission, boolean usageWanted) {
        this.admission = admission;
        this.usageWanted = usageWanted;
    }

    @Override
    public List<Event> begin(List<ProduceId> works) {
        return List.of();
    }

    @Override
    public List<Event> frame(Frame frame) {
        ObjectNode body = ChatBodies.head(admission, "chat.completion.chunk");
        ObjectNode choice = body.putArray("choices").addObject().put("index", frame.choice());
        ObjectNode delta = choice.putObject("delta");
        if (begun.add(frame.choice())) {
            delta.put("role", "assistant");
        }
        switch (frame) {
            case Frame.Text text -> delta.put("content", text.text());
            case Frame.Beside beside ->
                choice.putObject("mingshi").put("notice", beside.notice().strip());
            case Frame.CallBegun call -> {
                ObjectNode one = call(delta, call.call()).put("id", call.id()).put("type", "function");
                one.putObject("function").put("name", call.name()).put("arguments", "");
            }
            case Frame.CallArguments more ->
                call(delta, more.call()).putObject("function").put("arguments", more.arguments());
        }
        choice.putNull("logprobs").putNull("finish_reason");
        return List.of(Event.of(body));
    }

    private static ObjectNode call(ObjectNode delta, int index) {
        return delta.putArray("tool_calls").addObject().put("index", index);
    }

    @Override
    public List<Event> end(List<Recorded> works, Usage usage) {
        List<Event> events = new ArrayList<>();
        for (int i = 0; i < works.size(); i++) {
            events.add(Event.of(end(i, works.get(i))));
        }
        if (usageWanted) {
            events.add(Event.of(count(usage, works)));
        }
        events.add(new Event("", "[DONE]"));
        return events;
    }

    private ObjectNode end(int index, Recorded work) {
        ObjectNode body = ChatBodies.head(admission, "chat.completion.chunk");
        ObjectNode choice = body.putArray("choices").addObject().put("index", index);
        choice.putObject("delta");
        choice.putNull("logprobs").put("finish_reason", work.finishReason());
        body.set("mingshi", ChatBodies.mingshi(work.work()));
        return body;
    }

    private ObjectNode count(Usage usage, List<Recorded> works) {
        ObjectNode body = ChatBodies.head(admission, "chat.completion.chunk");
        body.putArray("choices");
        body.set("usage", ChatBodies.usage(usage));
        body.set("mingshi", ChatBodies.mingshi(works.getFirst().work()));
        return body;
    }

    @Override
    public Event failure(ProblemDetail problem) {
        return Event.of(JsonNodeFactory.instance.objectNode().set("error", OpenAiErrors.error(problem)));
    }
}
