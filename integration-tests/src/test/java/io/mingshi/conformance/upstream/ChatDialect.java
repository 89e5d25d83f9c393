package io.mingshi.conformance.upstream;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mingshi.conformance.upstream.Said.Call;
import io.mingshi.conformance.upstream.Said.Turn;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Chat completions.
final class ChatDialect implements Dialect {
    @Override
    public ObjectNode whole(Said said) {
        ObjectNode body = head("chat.completion");
        var choices = body.putArray("choices");
        for (Turn turn : said.turns()) {
            ObjectNode choice = choices.addObject().put("index", choices.size() - 1);
            ObjectNode message = choice.putObject("message").put("role", "assistant");
            message.put("content", turn.text().isEmpty() ? null : turn.text());
            beside(turn, message);
            choice.put("finish_reason", reason(turn));
        }
        body.putObject("usage")
                .put("prompt_tokens", 1)
                .put("completion_tokens", 1)
                .put("total_tokens", 2);
        return body;
    }

    private static void beside(Turn turn, ObjectNode message) {
        if (!turn.refusal().isEmpty()) {
            message.put("refusal", turn.refusal());
        }
        if (!turn.reasoning().isEmpty()) {
            message.put("reasoning_content", turn.reasoning());
        }
        if (!turn.calls().isEmpty()) {
            var calls = message.putArray("tool_calls");
            turn.calls().forEach(call -> calls.add(call(calls.size(), call.name(), call.arguments())));
        }
    }

    @Override
    public List<Event> events(Said said) {
        List<List<ObjectNode>> choices =
                said.turns().stream().map(turn -> deltas(turn, said.cut())).toList();
        List<Event> events = new ArrayList<>();
        int longest = choices.stream().mapToInt(List::size).max().orElse(0);
        for (int at = 0; at < longest; at++) {
            for (int choice = 0; choice < choices.size(); choice++) {
                if (at < choices.get(choice).size()) {
                    events.add(chunk(choice, choices.get(choice).get(at), null));
                }
            }
        }
        for (int choice = 0; choice < choices.size(); choice++) {
            events.add(chunk(choice, Dialect.node(), reason(said.turns().get(choice))));
        }
        events.add(new Event("", "[DONE]"));
        return events;
    }

    private static List<ObjectNode> deltas(Turn turn, Cut cut) {
        List<ObjectNode> deltas = new ArrayList<>();
        cut.pieces(turn.reasoning()).forEach(piece -> deltas.add(Dialect.node().put("reasoning_content", piece)));
        cut.pieces(turn.refusal()).forEach(piece -> deltas.add(Dialect.node().put("refusal", piece)));
        cut.pieces(turn.text()).forEach(piece -> deltas.add(Dialect.node().put("content", piece)));
        for (int i = 0; i < turn.calls().size(); i++) {
            Call call = turn.calls().get(i);
            deltas.add(called(call(i, call.name(), "")));
            for (String piece : cut.pieces(call.arguments())) {
                ObjectNode more = Dialect.node().put("index", i);
                more.putObject("function").put("arguments", piece);
                deltas.add(called(more));
            }
        }
        deltas.removeIf(delta -> delta.properties().stream()
                .allMatch(field -> field.getValue().isTextual()
                        && field.getValue().asText().isEmpty()));
        return deltas;
    }

    private static ObjectNode called(ObjectNode call) {
        ObjectNode delta = Dialect.node();
        delta.putArray("tool_calls").add(call);
        return delta;
    }

    private static ObjectNode call(int index, String name, String arguments) {
        ObjectNode call =
                Dialect.node().put("index", index).put("id", "call_" + index).put("type", "function");
        call.putObject("function").put("name", name).put("arguments", arguments);
        return call;
    }

    private static Event chunk(int choice, ObjectNode delta, @Nullable String reason) {
        ObjectNode body = head("chat.completion.chunk");
        ObjectNode one = body.putArray("choices").addObject().put("index", choice);
        one.set("delta", delta);
        one.put("finish_reason", reason);
        return new Event("", body.toString());
    }

    private static String reason(Turn turn) {
        return turn.calls().isEmpty() ? "stop" : "tool_calls";
    }

    private static ObjectNode head(String object) {
        return Dialect.node()
                .put("id", "chatcmpl-conformance")
                .put("object", object)
                .put("created", 1)
                .put("model", MODEL);
    }
}
